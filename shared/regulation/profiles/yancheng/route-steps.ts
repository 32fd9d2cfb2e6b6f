import type { Cited } from '../../cited.ts';
import type { RouteStep } from '../../profile.ts';

/** Service target of a review: the text sets no limit (yc-cloud-16-1). */
export const reviewTarget = (amount: number): Cited<{ amount: number; unit: 'workingDay' }> => ({
  value: { amount, unit: 'workingDay' },
  clause: 'yc-cloud-16-1',
  source: 'localDefault',
  tighten: 'max',
});

/** The CDO answers for the materials (yc-cloud-15-1). */
export const unitConfirmation: RouteStep = {
  id: 'unitConfirmation',
  title: '单位确认',
  clause: 'yc-cloud-15-1',
  stages: [
    {
      id: 'cdoConfirmation',
      title: '首席数据官确认',
      holder: { role: 'department.cdo', of: 'organisation' },
      verbs: ['approve', 'return'],
      assesses: false,
      byLink: true,
      escalatesTo: { role: 'department.head', of: 'organisation' },
      serviceTarget: {
        value: { amount: 3, unit: 'workingDay' },
        clause: 'yc-cloud-15-1',
        source: 'localDefault',
        tighten: 'max',
      },
    },
  ],
  next: { Approved: 'localReview', Returned: 'correction', Withdrawn: 'withdrawn' },
};

/** The unit mends what was found. */
export const correction: RouteStep = {
  id: 'correction',
  title: '补正',
  clause: 'yc-cloud-15-6',
  stages: [
    {
      id: 'correct',
      title: '补正材料',
      holder: { role: 'department.clerk', of: 'organisation' },
      // Not decided but sent again, by asking for confirmation.
      verbs: [],
      assesses: false,
      byLink: false,
      escalatesTo: { role: 'department.cdo', of: 'organisation' },
      serviceTarget: {
        value: { amount: 10, unit: 'workingDay' },
        clause: 'yc-cloud-15-6',
        source: 'localDefault',
      },
    },
  ],
  next: { Approved: 'unitConfirmation', Withdrawn: 'withdrawn' },
};

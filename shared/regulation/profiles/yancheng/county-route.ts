import type { Cited } from '../../cited.ts';
import type { Route } from '../../profile.ts';

const reviewTarget = (amount: number): Cited<{ amount: number; unit: 'workingDay' }> => ({
  value: { amount, unit: 'workingDay' },
  clause: 'yc-cloud-16-1',
  source: 'localDefault',
  tighten: 'max',
});

/** 县（市、区）使用部门的政务云申请: articles 15 and 16. */
export const yanchengCountyRoute: Route = {
  id: 'countyDepartment',
  first: 'unitConfirmation',
  steps: [
    {
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
    },
    {
      id: 'localReview',
      title: '本级审核',
      clause: 'yc-cloud-15-6',
      stages: [
        {
          id: 'firstReview',
          title: '初审',
          holder: { role: 'county.cloud.reviewer', of: 'county' },
          verbs: ['approve', 'return', 'reject'],
          assesses: true,
          byLink: false,
          escalatesTo: { role: 'county.cloud.leader', of: 'county' },
          serviceTarget: reviewTarget(5),
        },
        {
          id: 'leaderApproval',
          title: '签批',
          holder: { role: 'county.cloud.leader', of: 'county' },
          verbs: ['approve', 'return', 'reject'],
          assesses: false,
          byLink: true,
          serviceTarget: reviewTarget(3),
        },
      ],
      next: {
        Approved: 'cityRecheck',
        Returned: 'correction',
        Rejected: 'rejected',
        Withdrawn: 'withdrawn',
      },
    },
    {
      id: 'cityRecheck',
      title: '市级复核',
      clause: 'yc-cloud-16-2',
      stages: [
        {
          id: 'recheck',
          title: '复核',
          holder: { role: 'city.cloud.operator', of: 'city' },
          verbs: ['approve', 'return'],
          assesses: true,
          byLink: false,
          escalatesTo: { role: 'city.cloud.leader', of: 'city' },
          serviceTarget: reviewTarget(5),
        },
      ],
      next: { Approved: 'complete', Returned: 'localReview', Withdrawn: 'withdrawn' },
    },
    {
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
    },
  ],
};

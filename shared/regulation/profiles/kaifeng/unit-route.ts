import type { Route } from '../../profile.ts';

/**
 * Every unit of 开封, of the city or of a county: the responsible person confirms, the authority decides once
 * (articles 5, 6 and 16); nobody re-checks.
 */
export const kaifengUnitRoute: Route = {
  id: 'unit',
  appliesTo: ['county', 'city'],
  first: 'unitConfirmation',
  steps: [
    {
      id: 'unitConfirmation',
      title: '单位确认',
      clause: 'kf-cloud-8-1',
      stages: [
        {
          id: 'headConfirmation',
          title: '单位负责人确认',
          holder: { role: 'department.head', of: 'organisation' },
          verbs: ['approve', 'return'],
          assesses: false,
          byLink: true,
          serviceTarget: {
            value: { amount: 3, unit: 'workingDay' },
            clause: 'kf-cloud-8-1',
            source: 'localDefault',
            tighten: 'max',
          },
        },
      ],
      next: { Approved: 'localReview', Returned: 'correction', Withdrawn: 'withdrawn' },
    },
    {
      id: 'localReview',
      title: '主管部门审核',
      clause: 'kf-cloud-16-1',
      stages: [
        {
          id: 'authorityReview',
          title: '审核',
          holder: { role: 'city.cloud.authority', of: 'city' },
          verbs: ['approve', 'return', 'reject'],
          assesses: false,
          byLink: false,
          serviceTarget: {
            value: { amount: 5, unit: 'workingDay' },
            clause: 'kf-cloud-16-1',
            source: 'localDefault',
            tighten: 'max',
          },
        },
      ],
      next: { Concluded: 'complete', Returned: 'correction', Rejected: 'rejected', Withdrawn: 'withdrawn' },
    },
    {
      id: 'correction',
      title: '补正',
      clause: 'kf-cloud-16-1',
      stages: [
        {
          id: 'correct',
          title: '补正材料',
          holder: { role: 'department.clerk', of: 'organisation' },
          verbs: [],
          assesses: false,
          byLink: false,
          escalatesTo: { role: 'department.head', of: 'organisation' },
          serviceTarget: {
            value: { amount: 10, unit: 'workingDay' },
            clause: 'kf-cloud-16-1',
            source: 'localDefault',
          },
        },
      ],
      next: { Approved: 'unitConfirmation', Withdrawn: 'withdrawn' },
    },
  ],
};

import type { Route } from '../../profile.ts';
import { correction, reviewTarget, unitConfirmation } from './route-steps.ts';

/** 县（市、区）使用部门的政务云申请: articles 15 and 16. */
export const yanchengCountyRoute: Route = {
  id: 'countyDepartment',
  appliesTo: ['county'],
  first: 'unitConfirmation',
  steps: [
    unitConfirmation,
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
          standsIn: [
            { role: 'county.cloud.leader', of: 'county' },
            { role: 'city.cloud.operator', of: 'city' },
          ],
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
          standsIn: [{ role: 'city.cloud.leader', of: 'city' }],
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
          standsIn: [{ role: 'city.cloud.leader', of: 'city' }],
          escalatesTo: { role: 'city.cloud.leader', of: 'city' },
          serviceTarget: reviewTarget(5),
        },
      ],
      next: { Approved: 'complete', Returned: 'localReview', Withdrawn: 'withdrawn' },
    },
    correction,
  ],
};

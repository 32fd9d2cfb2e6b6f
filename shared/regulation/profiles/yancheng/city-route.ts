import type { Route } from '../../profile.ts';
import { correction, reviewTarget, unitConfirmation } from './route-steps.ts';

/** 市级使用部门的政务云申请: the operations body assesses and its leader signs; no other body follows (article 16). */
export const yanchengCityRoute: Route = {
  id: 'cityDepartment',
  appliesTo: ['city'],
  first: 'unitConfirmation',
  steps: [
    unitConfirmation,
    {
      id: 'localReview',
      title: '运行管理机构审核',
      clause: 'yc-cloud-16-1',
      stages: [
        {
          id: 'operatorReview',
          title: '审核',
          holder: { role: 'city.cloud.operator', of: 'city' },
          verbs: ['approve', 'return', 'reject'],
          assesses: true,
          byLink: false,
          standsIn: [{ role: 'city.cloud.leader', of: 'city' }],
          escalatesTo: { role: 'city.cloud.leader', of: 'city' },
          serviceTarget: reviewTarget(5),
        },
        {
          id: 'operatorApproval',
          title: '签批',
          holder: { role: 'city.cloud.leader', of: 'city' },
          verbs: ['approve', 'return', 'reject'],
          assesses: false,
          byLink: true,
          standsIn: [{ role: 'city.cloud.authority', of: 'city' }],
          serviceTarget: reviewTarget(3),
        },
      ],
      next: {
        Concluded: 'complete',
        Returned: 'correction',
        Rejected: 'rejected',
        Withdrawn: 'withdrawn',
      },
    },
    correction,
  ],
};

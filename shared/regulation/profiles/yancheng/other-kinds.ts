import type { CloudApplicationRules, Route, RouteStep } from '../../profile.ts';
import { line, phone } from '../field.ts';
import { correction, reviewTarget, unitConfirmation } from './route-steps.ts';

/** What every kind of Yancheng's own takes over from the application. */
export const yanchengCommon = {
  offered: true,
  preparedBy: 'department.clerk',
  settable: false,
  limits: {},
  mostRounds: { value: 6, clause: 'yc-cloud-15-6', source: 'localDefault', tighten: 'max' },
  reminders: {
    value: { time: '09:00', before: 1, after: 5, escalateOn: 2 },
    clause: 'yc-cloud-16-1',
    source: 'localDefault',
  },
} as const satisfies Partial<CloudApplicationRules>;

/** One review behind the unit's confirmation, whose agreement ends the matter. */
export const oneReview = (id: string, review: RouteStep): Route => ({
  id,
  appliesTo: ['county', 'city'],
  first: 'unitConfirmation',
  steps: [unitConfirmation, review, correction],
});

/** The authority decides, not the operations body's queue. */
export const authorityReview = (title: string, clause: string): RouteStep => ({
  id: 'localReview',
  title,
  clause,
  stages: [
    {
      id: 'authorityReview',
      title: '审核',
      holder: { role: 'city.cloud.authority', of: 'city' },
      verbs: ['approve', 'return', 'reject'],
      assesses: false,
      byLink: true,
      standsIn: [{ role: 'city.cloud.leader', of: 'city' }],
      serviceTarget: reviewTarget(10),
    },
  ],
  next: { Concluded: 'complete', Returned: 'correction', Rejected: 'rejected', Withdrawn: 'withdrawn' },
});

/** Whom to ask: one person, and the CDO who answers for it. */
export const peopleFields = (clause: string) => [
  line('cdoName', '首席数据官', clause, 30),
  phone('cdoPhone', '首席数据官电话', clause),
  line('contactName', '联系人', clause, 30),
  phone('contactPhone', '联系人电话', clause),
];

/** Both are known to the person register. */
export const peoplePrefill = [
  { from: 'register', role: 'department.cdo', section: 'contacts', name: 'cdoName', phone: 'cdoPhone' },
  {
    from: 'register',
    role: 'department.clerk',
    section: 'contacts',
    name: 'contactName',
    phone: 'contactPhone',
  },
] as const;

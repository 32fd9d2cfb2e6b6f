import { offeredRules } from '#shared/regulation/find-profile.ts';
import { type CityProfile, cityProfileSchema, type Route } from '#shared/regulation/profile.ts';
import { kaifeng } from '#shared/regulation/profiles/kaifeng.ts';

const target = (amount: number) =>
  ({ value: { amount, unit: 'workingDay' }, clause: 'yc-cloud-16-1', source: 'localDefault' }) as const;

/** Three county posts decide together, the city's leader signs alone, and nobody corrects more than once. */
const route: Route = {
  id: 'jointReview',
  appliesTo: ['county'],
  first: 'unitConfirmation',
  steps: [
    {
      id: 'unitConfirmation',
      title: '申报确认',
      clause: 'yc-cloud-15-1',
      stages: [
        {
          id: 'chiefConfirmation',
          title: '主要负责人确认',
          holder: { role: 'department.head', of: 'organisation' },
          verbs: ['approve', 'return'],
          assesses: false,
          byLink: false,
        },
      ],
      next: { Approved: 'localReview', Returned: 'correction', Withdrawn: 'withdrawn' },
    },
    {
      id: 'localReview',
      title: '联合审查',
      clause: 'yc-cloud-16-2',
      stages: [
        {
          id: 'jointReview',
          title: '会签',
          holder: { role: 'county.cloud.reviewer', of: 'county' },
          together: {
            mode: 'all',
            with: [
              { role: 'county.cloud.leader', of: 'county' },
              { role: 'county.observer', of: 'county' },
            ],
          },
          verbs: ['approve', 'return', 'reject'],
          assesses: false,
          byLink: false,
          serviceTarget: target(2),
        },
      ],
      next: { Approved: 'cityRecheck', Returned: 'correction', Rejected: 'rejected', Withdrawn: 'withdrawn' },
    },
    {
      id: 'cityRecheck',
      title: '市级签批',
      clause: 'yc-cloud-16-2',
      stages: [
        {
          id: 'eitherLeader',
          title: '或签',
          holder: { role: 'city.cloud.leader', of: 'city' },
          together: { mode: 'any', with: [{ role: 'city.cloud.authority', of: 'city' }] },
          verbs: ['approve', 'return'],
          assesses: false,
          byLink: false,
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
          id: 'mend',
          title: '修改',
          holder: { role: 'department.clerk', of: 'organisation' },
          verbs: [],
          assesses: false,
          byLink: false,
        },
      ],
      next: { Approved: 'unitConfirmation', Withdrawn: 'withdrawn' },
    },
  ],
};

const offered = offeredRules(kaifeng);
if (!offered) throw new Error('Kaifeng offers the application');
const { needsAccount: _, ...base } = offered;

/** A third city, as no code knows it: other route, limits, materials and a form section of its own. */
export const inventedCity: CityProfile = cityProfileSchema.parse({
  ...kaifeng,
  city: 'nowhere',
  version: '2030-01-01',
  ruleVersion: 'nowhere-2030-01-01',
  kinds: {
    cloudApplication: {
      ...base,
      routes: [route],
      mostRounds: { value: 2, clause: 'yc-cloud-15-6', source: 'localDefault', tighten: 'max' },
      materials: { ...base.materials, value: [] },
      systemNames: {
        clause: 'yc-cloud-15-5',
        places: [{ material: '绿色低碳说明', pointer: '/green/systemName' }],
      },
      limits: {
        purposeFor: { value: ['storage'], clause: 'yc-cloud-annex2-4', source: 'regulation' },
      },
      form: {
        id: 'nowhere-application',
        title: '上云申请',
        sections: [
          ...base.form.sections.filter(({ id }) => id === 'resources'),
          {
            id: 'green',
            title: '绿色低碳说明',
            name: '绿色低碳说明',
            source: '第九条',
            optional: false,
            fields: [
              {
                id: 'systemName',
                label: '系统名称',
                kind: 'text',
                required: true,
                maxLength: 50,
                clause: 'yc-cloud-15-5',
              },
              {
                id: 'kilowattHours',
                label: '年用电量（千瓦时）',
                kind: 'integer',
                required: true,
                min: 1,
                max: 1_000_000,
                clause: 'yc-cloud-19-1',
              },
            ],
          },
        ],
      },
    },
  },
});

import type { ProvisioningRules } from '../../provisioning-spec.ts';

/** 第十七条, with 附件1-6 before it. */
export const yanchengProvisioning: ProvisioningRules = {
  runs: { value: ['city.cloud.operator'], clause: 'yc-cloud-17-1', source: 'regulation' },
  letter: {
    title: '信息安全责任书',
    // The text names nobody who signs for the department.
    signers: {
      value: ['department.cdo', 'department.head'],
      clause: 'yc-cloud-28-1',
      source: 'localDefault',
    },
  },
  confirmation: {
    value: ['operator', 'department', 'provider'],
    clause: 'yc-cloud-17-1',
    source: 'regulation',
    tighten: 'never',
  },
  providerContract: { value: true, clause: 'yc-cloud-4-5', source: 'regulation', tighten: 'never' },
  credentialsOnce: { value: true, clause: 'yc-cloud-annex6-7', source: 'regulation', tighten: 'never' },
  change: {
    billedFrom: { value: 'completion', clause: 'yc-cloud-18-2', source: 'localDefault' },
  },
  batchThreshold: {
    value: { host: 20, compute: 8, database: 10 },
    clause: 'yc-cloud-17-3',
    source: 'localDefault',
  },
  usageBetweenBatches: { value: true, clause: 'yc-cloud-17-3', source: 'regulation' },
  billingFrom: { value: 'laterOfBoth', clause: 'yc-cloud-17-2', source: 'localDefault' },
  place: {
    pool: { value: 'countyPool', clause: 'yc-cloud-2-1', source: 'localDefault' },
    zone: { value: 'extranet', clause: 'yc-cloud-10-1', source: 'localDefault' },
  },
};

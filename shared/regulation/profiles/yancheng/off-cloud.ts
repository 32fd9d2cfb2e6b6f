import type { OffCloudRules } from '../../off-cloud-spec.ts';

/** 第三条 on clouds of one's own, 第五条 on systems that are not on the government cloud. */
export const yanchengOffCloud: OffCloudRules = {
  mustUseCloud: {
    value: { stages: ['new'], onlyFiscalUnclassified: false },
    clause: 'yc-cloud-5-1',
    source: 'regulation',
  },
  migrate: { value: 'planOrExemption', clause: 'yc-cloud-5-3', source: 'regulation' },
  ownCloudGrowth: { value: 'refused', clause: 'yc-cloud-3-2', source: 'regulation' },
  leaseRenewal: { value: 'byException', clause: 'yc-cloud-3-3', source: 'regulation' },
  // 原则上 allows exceptions and names nobody who approves them.
  exceptionBy: {
    value: ['county.cloud.leader', 'city.cloud.authority'],
    clause: 'yc-cloud-3-3',
    source: 'localDefault',
  },
};

import type { OffCloudRules } from '../../off-cloud-spec.ts';

/** 第二条: what is new, rebuilt or extended must be on the cloud, what exists migrates; of own clouds the text says nothing. */
export const kaifengOffCloud: OffCloudRules = {
  mustUseCloud: {
    value: { stages: ['new', 'rebuilt', 'extended'], onlyFiscalUnclassified: true },
    clause: 'kf-cloud-2-1',
    source: 'regulation',
  },
  migrate: { value: 'planOrExemption', clause: 'kf-cloud-2-2', source: 'regulation' },
};

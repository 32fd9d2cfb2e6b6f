import type { ReclamationRules } from '../../reclamation-spec.ts';

/** 第十九条 and 第二十一条: joint reclaim and erasure; no limit, form or certificate in the text. */
export const kaifengReclamation: ReclamationRules = {
  // 第五条: the cloud rules know no operations body; the authority does its work, one person after another.
  runs: { value: ['city.cloud.authority'], clause: 'kf-cloud-5-1', source: 'localDefault' },
  cityDecides: { value: ['city.cloud.authority'], clause: 'kf-cloud-21-3', source: 'regulation' },
  countyDecides: { value: ['city.cloud.authority'], clause: 'kf-cloud-6-1', source: 'localDefault' },
  countyPool: { value: 'city', clause: 'kf-cloud-6-1', source: 'localDefault' },
  findings: [
    { id: 'lowUse', title: '用云效率偏低', clause: 'kf-cloud-21-2', breach: false },
    { id: 'other', title: '其他不合规用云情形', clause: 'kf-cloud-26-1', breach: false },
  ],
  measures: { value: ['downgrade', 'reclaim'], clause: 'kf-cloud-21-3', source: 'regulation' },
  dataLoss: {
    value: '请在执行前完成数据备份；资源回收时由使用单位与服务提供方共同清除数据。',
    clause: 'kf-cloud-19-2',
    source: 'localDefault',
  },
  planReview: { value: ['expert', 'unit'], clause: 'kf-cloud-21-3', source: 'regulation' },
  grace: { value: { amount: 5, unit: 'workingDay' }, clause: 'kf-cloud-21-3', source: 'localDefault' },
  jointErasure: { value: true, clause: 'kf-cloud-19-2', source: 'regulation' },
  billingUntil: { value: 'reclaim', clause: 'kf-cloud-10-2', source: 'localDefault' },
};

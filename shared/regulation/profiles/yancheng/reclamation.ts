import type { ReclamationRules } from '../../reclamation-spec.ts';

/** 第十九条 from the warning to the disposal, 第二十条 from the shutdown to the certificate. */
export const yanchengReclamation: ReclamationRules = {
  runs: { value: ['city.cloud.operator'], clause: 'yc-cloud-19-11', source: 'regulation' },
  cityDecides: { value: ['city.cloud.authority'], clause: 'yc-cloud-19-9', source: 'regulation' },
  countyDecides: { value: ['county.cloud.leader'], clause: 'yc-cloud-4-3', source: 'localDefault' },
  // The article does not say which authority: a county's for its own pool, the city's for all else.
  countyPool: { value: 'county', clause: 'yc-cloud-19-9', source: 'localDefault' },
  findings: [
    { id: 'utilisation', title: '连续三个月利用率过高或过低', clause: 'yc-cloud-19-4', breach: false },
    { id: 'idle', title: '僵尸系统长期占用资源', clause: 'yc-cloud-19-5', breach: false },
    { id: 'diversion', title: '未申请变更跨系统挪用资源', clause: 'yc-cloud-19-6', breach: false },
    {
      id: 'unintegrated',
      title: '未按规定整合',
      clause: 'yc-cloud-19-7',
      breach: false,
      mayBeDue: true,
    },
    { id: 'other', title: '其他不合规用云情形', clause: 'yc-cloud-19-8', breach: false },
    {
      id: 'changedUse',
      title: '擅自改变用途（作代理服务器、转租等）',
      clause: 'yc-cloud-annex6-5',
      breach: true,
    },
  ],
  rectifyWithin: {
    value: { amount: 1, unit: 'month' },
    clause: 'yc-cloud-19-10',
    source: 'regulation',
    tighten: 'never',
  },
  measures: {
    value: ['downgrade', 'restrict', 'reclaim', 'suspend'],
    clause: 'yc-cloud-19-11',
    source: 'regulation',
  },
  dataLoss: {
    value: '因逾期未整改被处置造成的数据丢失等后果，由使用部门承担。请在执行前完成数据备份。',
    clause: 'yc-cloud-19-12',
    source: 'regulation',
  },
  reclaimWithin: {
    value: { amount: 2, unit: 'workingDay' },
    clause: 'yc-cloud-20-3',
    source: 'regulation',
    tighten: 'never',
  },
  // The text knows no time between disposal and destruction.
  grace: { value: { amount: 5, unit: 'workingDay' }, clause: 'yc-cloud-19-12', source: 'localDefault' },
  certificate: {
    value: { title: '政务云资源关停证明' },
    clause: 'yc-cloud-20-4',
    source: 'regulation',
  },
  archiveUnused: { value: { months: 36 }, clause: 'yc-cloud-19-13', source: 'regulation', tighten: 'never' },
  billingUntil: { value: 'reclaimOrLimit', clause: 'yc-cloud-20-5', source: 'localDefault' },
};

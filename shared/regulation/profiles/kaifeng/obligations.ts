import type { ObligationKind, ObligationRules } from '../../obligation-spec.ts';

/** The text names no sanction. */
const listed = (clause: string) => ({ value: 'lists', clause, source: 'localDefault' }) as const;

/** 第十七条: each within one month after the recorded go-live. */
const afterGoLive = (title: string): ObligationKind => ({
  title,
  clause: 'kf-cloud-17-2',
  begins: { with: 'record', of: ['goLive'] },
  per: 'batch',
  within: {
    value: { amount: 1, unit: 'month' },
    clause: 'kf-cloud-17-2',
    source: 'regulation',
    tighten: 'never',
  },
  lapse: listed('kf-cloud-17-2'),
});

/** 第十六条、第十七条. */
export const kaifengObligations: ObligationRules = {
  judges: { value: ['city.cloud.authority'], clause: 'kf-cloud-5-1', source: 'localDefault' },
  setsAtMost: { value: { amount: 24, unit: 'month' }, clause: 'kf-cloud-16-3', source: 'localDefault' },
  reminders: {
    value: { time: '09:00', before: 1, after: 5, escalateOn: 2 },
    clause: 'kf-cloud-16-3',
    source: 'localDefault',
  },
  kinds: {
    beginDeploy: {
      // 开展 is the beginning of it.
      title: '开展部署',
      clause: 'kf-cloud-16-3',
      begins: { with: 'batchOpened' },
      per: 'batch',
      within: {
        value: { amount: 5, unit: 'workingDay' },
        clause: 'kf-cloud-16-3',
        source: 'regulation',
        tighten: 'never',
      },
      lapse: listed('kf-cloud-16-3'),
    },
    goLive: {
      title: '上线运行',
      clause: 'kf-cloud-17-2',
      begins: { with: 'batchOpened' },
      per: 'batch',
      lapse: listed('kf-cloud-17-2'),
      after: 'beginDeploy',
      writes: 'goneLiveOn',
    },
    stressTest: afterGoLive('压力测试'),
    internalTest: afterGoLive('内部测试'),
    riskAssessment: afterGoLive('安全风险评估'),
  },
};

import type { ObligationRules } from '../../obligation-spec.ts';
import {
  deployWithin,
  goLiveWithin,
  pledgedAssessmentWithin,
  pledgedGoLiveWithin,
  storageRenewal,
} from './limits.ts';

const assessedWithin = {
  value: { amount: 3, unit: 'month' },
  clause: 'yc-cloud-28-2',
  source: 'regulation',
  tighten: 'never',
} as const;
const year = { amount: 12, unit: 'month' } as const;
/** 第十七条 reclaims late deployment and go-live only; all else is listed. */
const listed = (clause: string) => ({ value: 'lists', clause, source: 'localDefault' }) as const;
const mayReclaim = { value: 'mayReclaim', clause: 'yc-cloud-17-6', source: 'regulation' } as const;

/** 第十七条、第二十八条, with the pledges of 附件1-1, 1-2 and 1-6: the article sanctions, the pledge reminds. */
export const yanchengObligations: ObligationRules = {
  judges: { value: ['city.cloud.operator'], clause: 'yc-cloud-17-6', source: 'regulation' },
  setsAtMost: { value: { amount: 24, unit: 'month' }, clause: 'yc-cloud-17-6', source: 'localDefault' },
  reminders: {
    value: { time: '09:00', before: 3, after: 5, escalateOn: 2 },
    clause: 'yc-cloud-17-6',
    source: 'localDefault',
  },
  kinds: {
    deploy: {
      title: '完成部署',
      clause: 'yc-cloud-17-4',
      begins: { with: 'batchOpened' },
      per: 'batch',
      within: deployWithin,
      lapse: mayReclaim,
      writes: 'deployedOn',
    },
    goLive: {
      title: '上线运行',
      clause: 'yc-cloud-17-5',
      begins: { with: 'batchOpened' },
      per: 'batch',
      within: goLiveWithin,
      lapse: mayReclaim,
      after: 'deploy',
      writes: 'goneLiveOn',
    },
    pledge: {
      title: '申请报告承诺的部署上线',
      clause: 'yc-cloud-annex1-2',
      begins: { with: 'batchOpened' },
      per: 'batch',
      within: pledgedGoLiveWithin,
      lapse: { value: 'reminds', clause: 'yc-cloud-annex1-2', source: 'localDefault' },
      metBy: 'goLive',
    },
    storageReview: {
      title: '存储需求年度确认',
      clause: 'yc-cloud-annex2-6',
      begins: { with: 'batchOpened', holding: ['storage'] },
      per: 'batch',
      within: storageRenewal,
      lapse: listed('yc-cloud-annex2-6'),
      again: 'due',
    },
    mlps: {
      title: '等级保护测评',
      clause: 'yc-cloud-28-2',
      // 系统上云 is read as the first completed deployment.
      begins: { with: 'record', of: ['deploy'] },
      per: 'system',
      within: assessedWithin,
      lapse: listed('yc-cloud-28-2'),
      asksLevel: true,
    },
    crypto: {
      title: '商用密码应用安全性评估',
      clause: 'yc-cloud-28-2',
      begins: { with: 'record', of: ['deploy'] },
      per: 'system',
      within: assessedWithin,
      lapse: listed('yc-cloud-28-2'),
    },
    mlpsPledge: {
      title: '申请报告承诺的等级保护测评',
      clause: 'yc-cloud-annex1-3',
      begins: { with: 'record', of: ['goLive'] },
      per: 'system',
      within: pledgedAssessmentWithin,
      lapse: listed('yc-cloud-annex1-3'),
      metBy: 'mlps',
    },
    mlpsAgain: {
      title: '等级保护续测',
      clause: 'yc-cloud-annex1-3',
      begins: { with: 'record', of: ['mlps'] },
      per: 'system',
      // 附件1-6 says every year for all; 附件1-1 says by level and gives no figures.
      withinByLevel: {
        value: { level2: year, level3: year },
        clause: 'yc-cloud-annex6-8',
        source: 'localDefault',
      },
      lapse: listed('yc-cloud-annex6-8'),
      asksLevel: true,
      again: 'record',
    },
  },
};

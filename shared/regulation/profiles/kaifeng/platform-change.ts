import type { CloudApplicationRules } from '../../profile.ts';
import { day, oneOf, paragraphs } from '../field.ts';
import { fileMaterial, kaifengCommon, kaifengProviderRoute } from './other-kinds.ts';
import { kaifengContacts } from './sections.ts';

const clause = 'kf-cloud-23-1';
const records = 'kf-cloud-23-2';

/** 平台重大变更: article 23, filed by the provider ten working days ahead; nothing begins before the approval. */
export const platformChange: CloudApplicationRules = {
  ...kaifengCommon,
  preparedBy: 'provider.engineer',
  title: '政务云平台重大变更申请',
  wish: '对政务云平台实施重大变更',
  words: '服务提供方实施升级、优化、调整等重大变更，至少提前 10 个工作日书面申请，审核通过后方可实施。',
  matter: '政务云平台重大变更',
  clause,
  subject: { of: 'named', label: '变更名称', help: '例如“计算资源池虚拟化平台升级”。' },
  routes: [kaifengProviderRoute],
  materials: {
    value: [
      fileMaterial('impactAnalysis', '安全影响分析', records, '影响哪些系统和单位，怎样降低影响，怎样回退。'),
      fileMaterial('testReport', '测试报告', records, '变更方案在测试环境中的测试。'),
      fileMaterial('verificationPlan', '验证方案', records, '变更以后怎样确认平台和系统正常。'),
      fileMaterial('changeRecord', '变更记录', records, '变更内容、步骤、人员和时间安排的记录。'),
    ],
    clause: records,
    source: 'regulation',
    tighten: 'superset',
  },
  checks: {
    ahead: {
      value: { field: '/change/from', span: { amount: 10, unit: 'workingDay' } },
      clause,
      source: 'regulation',
      tighten: 'never',
    },
    periods: [{ from: '/change/from', to: '/change/to', clause }],
  },
  form: {
    id: 'kaifeng-platform-change',
    title: '政务云平台重大变更申请',
    sections: [
      {
        id: 'change',
        title: '变更内容和时间',
        name: '变更内容',
        source: '第二十三条',
        optional: false,
        fields: [
          oneOf('type', '变更类型', clause, {
            upgrade: '升级',
            optimise: '优化',
            adjust: '调整',
            other: '其他',
          }),
          paragraphs('content', '变更内容', clause),
          paragraphs('affected', '受影响的系统和单位', records),
          day('from', '计划开始日期', clause, { help: '至少在提交之后第 10 个工作日。' }),
          day('to', '计划结束日期', clause),
        ],
      },
      kaifengContacts,
    ],
  },
  acts: [
    {
      id: 'start',
      title: '开始实施',
      clause: records,
      section: {
        id: 'start',
        title: '开始实施',
        name: '开始实施',
        source: '第二十三条',
        optional: false,
        fields: [day('on', '开始日期', records), paragraphs('notified', '已通知的单位', records)],
      },
    },
    {
      id: 'verified',
      title: '验证完成',
      clause: records,
      section: {
        id: 'verified',
        title: '验证完成',
        name: '验证完成',
        source: '第二十三条',
        optional: false,
        fields: [paragraphs('result', '验证结果和记录', records)],
      },
    },
  ],
  systemNames: { clause, places: [] },
  resourceKinds: { clause: 'kf-cloud-14-2', kinds: [] },
};

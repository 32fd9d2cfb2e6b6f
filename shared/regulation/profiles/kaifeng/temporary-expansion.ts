import type { CloudApplicationRules } from '../../profile.ts';
import { day, namedSystem, oneOf, paragraphs } from '../field.ts';
import { kaifengCommon } from './other-kinds.ts';
import { kaifengContacts, needsSection } from './sections.ts';

const clause = 'kf-cloud-21-4';

/** 临时性资源扩充、重大活动保障: article 21, three working days ahead and with an end. */
export const temporaryExpansion = (
  resourceKinds: CloudApplicationRules['resourceKinds'],
): CloudApplicationRules => ({
  ...kaifengCommon,
  title: '临时资源扩充或重大活动保障申请',
  wish: '临时扩充资源、保障重大活动',
  words: '短期内需要更多资源或重大活动保障的，至少提前 3 个工作日书面申请，到期自动恢复。',
  matter: '临时资源扩充',
  clause,
  subject: namedSystem,
  materials: { value: [], clause, source: 'regulation', tighten: 'superset' },
  checks: {
    ahead: {
      value: {
        field: '/expansion/from',
        span: { amount: 3, unit: 'workingDay' },
        lateReason: '/expansion/lateReason',
      },
      clause,
      source: 'regulation',
      tighten: 'never',
    },
    periods: [{ from: '/expansion/from', to: '/expansion/to', clause }],
  },
  window: {
    value: { from: '/expansion/from', to: '/expansion/to' },
    clause: 'kf-cloud-21-5',
    source: 'regulation',
    tighten: 'never',
  },
  form: {
    id: 'kaifeng-temporary-expansion',
    title: '临时资源扩充或重大活动保障申请',
    sections: [
      {
        id: 'expansion',
        title: '扩充事由和时间',
        name: '事由和时间',
        source: '第二十一条',
        optional: false,
        fields: [
          oneOf('occasion', '类型', clause, { expansion: '临时性资源扩充', event: '重大活动保障' }),
          paragraphs('reason', '事由', clause, { help: '什么业务或活动，预计增加多少访问。' }),
          day('from', '开始日期', clause, { help: '至少在提交之后第 3 个工作日，写成 2026-10-16 的形式。' }),
          day('to', '结束日期', clause, { help: '到期恢复原来的资源。' }),
          paragraphs('lateReason', '来不及提前的理由', clause, {
            required: false,
            help: '不足 3 个工作日的必须填写，由审核人员认定。',
          }),
        ],
      },
      needsSection,
      kaifengContacts,
    ],
  },
  systemNames: { clause, places: [] },
  resourceKinds,
});

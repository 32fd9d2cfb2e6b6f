import type { CloudApplicationRules } from '../../profile.ts';
import { day, oneOf, paragraphs } from '../field.ts';
import { kaifengCommon, kaifengProviderRoute } from './other-kinds.ts';
import { kaifengContacts } from './sections.ts';

const clause = 'kf-cloud-11-1';

/** 服务提供方退出: article 11, with a transition in which it helps to migrate and to erase; closed once nothing is left. */
export const providerExit: CloudApplicationRules = {
  ...kaifengCommon,
  preparedBy: 'provider.engineer',
  title: '政务云服务提供方退出',
  wish: '服务提供方退出',
  words: '因协议期满、被取消服务资格等需要退出的，设置过渡期，配合使用单位完成系统迁移和数据清除后办结。',
  matter: '政务云服务提供方退出',
  clause,
  subject: { of: 'unit' },
  routes: [kaifengProviderRoute],
  materials: { value: [], clause, source: 'regulation', tighten: 'superset' },
  checks: { periods: [{ from: '/leaving/from', to: '/leaving/to', clause }] },
  form: {
    id: 'kaifeng-provider-exit',
    title: '政务云服务提供方退出',
    sections: [
      {
        id: 'leaving',
        title: '退出和过渡期',
        name: '退出和过渡期',
        source: '第十一条',
        optional: false,
        fields: [
          oneOf('cause', '退出原因', clause, {
            expired: '协议期满',
            disqualified: '被取消服务资格',
            other: '其他原因',
          }),
          paragraphs('reason', '情况说明', clause),
          day('from', '过渡期开始日期', clause),
          day('to', '过渡期结束日期', clause, { help: '应当合理，足以完成系统迁移和数据清除。' }),
          paragraphs('support', '配合迁移和数据清除的安排', clause),
        ],
      },
      kaifengContacts,
    ],
  },
  acts: [
    {
      id: 'close',
      title: '退出办结',
      clause,
      waitsFor: 'providerLeft',
      section: {
        id: 'close',
        title: '退出办结',
        name: '退出办结',
        source: '第十一条',
        optional: false,
        fields: [
          day('on', '办结日期', clause),
          paragraphs('erasure', '数据清除的方式和记录', clause, {
            help: '各系统的清除记录编号，以及存储介质的处理。',
          }),
        ],
      },
    },
  ],
  systemNames: { clause, places: [] },
  resourceKinds: { clause: 'kf-cloud-14-2', kinds: [] },
};

import type { CloudApplicationRules } from '../../profile.ts';
import { addedLines, changedLines, scaleFields } from '../change-fields.ts';
import { paragraphs, registeredSystem } from '../field.ts';
import { kaifengCommon } from './other-kinds.ts';
import { kaifengContacts, needsSection } from './sections.ts';

const clause = 'kf-cloud-18-1';

/** 云资源使用变更: article 18; the rules print no form of their own. */
export const kaifengChange = (
  resourceKinds: CloudApplicationRules['resourceKinds'],
): CloudApplicationRules => ({
  ...kaifengCommon,
  title: '云资源使用变更申请',
  wish: '变更在用的资源',
  words: '系统运行或试运行中需要调整云资源配额；重大变更按新申请和旧资源退出同步办理。',
  matter: '云资源使用变更',
  clause,
  subject: {
    ...registeredSystem,
    majorApart: '重大变更按新申请云资源、旧云资源申请退出同步办理：一并生成两件草稿，分别填写、送审。',
  },
  materials: { value: [], clause, source: 'regulation', tighten: 'superset' },
  form: {
    id: 'kaifeng-change',
    title: '云资源使用变更申请',
    sections: [
      {
        id: 'change',
        title: '变更说明',
        name: '变更说明',
        source: '第十八条',
        optional: false,
        fields: [
          ...scaleFields('kf-cloud-18-3', '重大变更按新申请云资源、旧云资源申请退出的原则同步办理。'),
          paragraphs('summary', '变更事由', clause, { help: '系统现在的运行情况，为什么要调整。' }),
        ],
      },
      { ...addedLines(needsSection), source: '第十八条' },
      changedLines('第十八条', { table: clause, target: clause, usage: clause }),
      kaifengContacts,
    ],
  },
  systemNames: { clause, places: [] },
  resourceKinds,
  checks: {
    change: {
      major: { value: { abovePercent: 50 }, clause: 'kf-cloud-18-3', source: 'localDefault', tighten: 'max' },
      majorBy: { value: 'newAndExit', clause: 'kf-cloud-18-3', source: 'regulation', tighten: 'never' },
      parallel: { application: 'cloudApplication', exit: 'shutdown' },
    },
  },
});

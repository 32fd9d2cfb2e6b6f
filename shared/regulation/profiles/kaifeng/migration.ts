import type { CloudApplicationRules } from '../../profile.ts';
import { day, line, namedSystem, oneOf, paragraphs } from '../field.ts';
import { fileMaterial, kaifengCommon } from './other-kinds.ts';
import { kaifengContacts, kaifengDeclarations, needsSection, sharingSection } from './sections.ts';

const survey = 'kf-cloud-15-1';
const plan = 'kf-cloud-15-2';
const closing = 'kf-cloud-9-2';

/** 已建系统迁移: article 15; the provider surveys and helps, the user submits the plan with what it needs. */
export const kaifengMigration = (
  resourceKinds: CloudApplicationRules['resourceKinds'],
): CloudApplicationRules => ({
  ...kaifengCommon,
  title: '已建信息系统迁移上云',
  wish: '把已有系统迁到政务云',
  words: '服务提供方现场调研并配合编制迁移方案，由使用单位提交；迁移完成后登记数据完整性检查结果。',
  matter: '信息系统迁移上云',
  clause: survey,
  subject: namedSystem,
  materials: {
    value: [
      fileMaterial('siteSurvey', '现场调研记录', survey, '政务云服务提供方现场调研形成。'),
      fileMaterial(
        'migrationPlan',
        '系统迁移方案',
        plan,
        '由使用单位编制、服务提供方配合，包含资源使用需求。',
      ),
      fileMaterial(
        'securityAgreement',
        '云安全协议（双方已签署）',
        'kf-cloud-28-2',
        '协议扫描件或电子签章件。',
        ['pdf', 'png', 'jpg', 'ofd'],
      ),
    ],
    clause: plan,
    source: 'regulation',
    tighten: 'superset',
  },
  form: {
    id: 'kaifeng-migration',
    title: '已建信息系统迁移上云',
    sections: [
      {
        id: 'survey',
        title: '现场调研',
        name: '现场调研',
        source: '第十五条',
        optional: false,
        fields: [
          day('on', '调研日期', survey),
          line('surveyors', '调研人员（服务提供方）', survey, 200),
          paragraphs('findings', '系统现状', survey, {
            help: '部署在哪里、什么规格、数据量、依赖哪些系统。',
          }),
        ],
      },
      {
        id: 'migration',
        title: '迁移方案',
        name: '迁移方案',
        source: '第十五条',
        optional: false,
        fields: [
          paragraphs('method', '迁移方法和步骤', plan),
          day('plannedOn', '计划完成日期', plan),
          paragraphs('safeguards', '数据完整性和业务连续性保障', closing),
        ],
      },
      needsSection,
      sharingSection,
      kaifengDeclarations,
      kaifengContacts,
    ],
  },
  acts: [
    {
      id: 'close',
      title: '迁移完成',
      clause: closing,
      section: {
        id: 'close',
        title: '迁移完成',
        name: '迁移完成',
        source: '第九条',
        optional: false,
        fields: [
          day('on', '完成日期', closing),
          oneOf('integrity', '数据完整性检查结果', closing, {
            complete: '数据完整、可用',
            repaired: '有差异，已补齐',
          }),
          paragraphs('check', '检查方法和记录', closing, {
            help: '怎样比对的，比对了哪些数据，差异怎样处理。',
          }),
        ],
      },
    },
  ],
  systemNames: { clause: plan, places: [] },
  resourceKinds,
});

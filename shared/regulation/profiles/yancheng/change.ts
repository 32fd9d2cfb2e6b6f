import type { FormField, FormSection } from '../../form-spec.ts';
import type { CloudApplicationRules, MaterialRequirement, Route } from '../../profile.ts';
import { addedLines, changedLines, scaleFields } from '../change-fields.ts';
import { paragraphs, registeredSystem } from '../field.ts';
import { yanchengCityRoute } from './city-route.ts';
import { contactsSection } from './contacts-section.ts';
import { yanchengCountyRoute } from './county-route.ts';
import { declarationsSection } from './declarations-section.ts';
import { yanchengLimits } from './limits.ts';
import { yanchengMaterials } from './materials.ts';
import { yanchengCommon } from './other-kinds.ts';
import { planSection } from './plan-section.ts';
import { reportSection } from './report-section.ts';
import { resourcesSection } from './resources-section.ts';

const clause = 'yc-cloud-18-2';
const isMajor = { field: '/change/scale', is: 'major' };

/** The registered system's name stands; what a first application asks besides is asked of a major change only. */
const without = (section: FormSection, ...ids: readonly string[]): readonly FormField[] =>
  section.fields.filter(({ id }) => !ids.includes(id));

const onlyMajor = (field: FormField): FormField => ({ ...field, when: [isMajor, ...(field.when ?? [])] });

const changeSection: FormSection = {
  id: 'change',
  title: '变更说明',
  name: '变更说明',
  source: '第十八条',
  optional: false,
  fields: [
    ...scaleFields('yc-cloud-18-3', '重大变更须按首次申请办理，材料和前置条件与首次申请相同。'),
    paragraphs('summary', '变更事由', clause, { help: '系统现在的运行情况，为什么要调整。' }),
  ],
};

/** 附件1-3 一、项目背景; the elastic choice of 附件1-2 is made again with a major change. */
const changePlan: FormSection = {
  ...planSection,
  title: '盐城市 XX 单位 XX 系统云资源变更方案',
  name: '变更方案',
  source: '附件1-3 一、项目背景',
  fields: without(planSection, 'systemName').map((field) =>
    ['needsAssessment', 'largeOrPeaky', 'elasticPool', 'nonElasticReason'].includes(field.id)
      ? onlyMajor(field)
      : { ...field, clause: 'yc-cloud-annex3-1' },
  ),
};

/** 附件1-1 for a change: system and unit are known, and nothing is deployed or migrated. */
const changeReport: FormSection = {
  ...reportSection,
  fields: without(reportSection, 'systemName', 'action'),
};

const majorDeclarations: FormSection = {
  ...declarationsSection,
  optional: true,
  fields: declarationsSection.fields.map(onlyMajor),
};

const materialOf = (id: string): MaterialRequirement => {
  const found = yanchengMaterials.find((material) => material.id === id);
  if (!found) throw new Error(`the application asks for no ${id}`);
  return found;
};

/** County reviewed first, as an application is: the text names the operations body alone (yc-cloud-18-2). */
const changeRoute = (route: Route): Route => ({
  ...route,
  steps: route.steps.map((step) =>
    step.id === 'localReview' || step.id === 'cityRecheck' ? { ...step, clause } : step,
  ),
});

/** 云资源变更: article 18 with 附件1-1 and 附件1-3. */
export const yanchengChange = (
  resourceKinds: CloudApplicationRules['resourceKinds'],
): CloudApplicationRules => ({
  ...yanchengCommon,
  title: '政务云资源变更申请',
  wish: '变更在用的资源',
  words: '已上云系统根据实际使用率扩容、降配或增加资源；重大变更按首次申请提供材料。',
  matter: '政务云资源变更',
  clause,
  subject: registeredSystem,
  routes: [changeRoute(yanchengCountyRoute), changeRoute(yanchengCityRoute)],
  materials: {
    value: [
      { ...materialOf('architecturePicture'), clause: 'yc-cloud-annex3-1' },
      materialOf('sealedReport'),
      // Only a major change declares what kind of project it is, and rests on a review or a filing.
      materialOf('proposal'),
      { ...materialOf('precondition'), clause: 'yc-cloud-18-3', when: isMajor },
    ],
    clause,
    source: 'regulation',
    tighten: 'superset',
  },
  reportSeal: { value: 'confirmationSuffices', clause: 'yc-cloud-annex1-4', source: 'localDefault' },
  resubmission: { value: 'fromStart', clause: 'yc-cloud-15-6', source: 'localDefault' },
  form: {
    id: 'yancheng-change',
    title: '政务云资源变更申请',
    sections: [
      changeSection,
      changeReport,
      changePlan,
      { ...addedLines(resourcesSection), source: '附件1-3 二、1.新增云资源明细表' },
      changedLines('附件1-3 二、2.变更云资源明细表', {
        table: 'yc-cloud-annex3-2',
        target: 'yc-cloud-annex3-2',
        usage: 'yc-cloud-annex3-3',
      }),
      {
        ...contactsSection,
        source: '附件1-3 三、系统联系人',
        fields: contactsSection.fields.map((field) => ({ ...field, clause: 'yc-cloud-annex3-4' })),
      },
      majorDeclarations,
    ],
  },
  prefill: [{ from: 'lastApproved', sections: ['report', 'plan', 'contacts'] }],
  systemNames: { clause: 'yc-cloud-15-5', places: [] },
  resourceKinds,
  limits: {
    separatePurchase: yanchengLimits.separatePurchase,
    storageRenewal: yanchengLimits.storageRenewal,
    purposeFor: yanchengLimits.purposeFor,
    basisFor: yanchengLimits.basisFor,
  },
  checks: {
    change: {
      major: {
        value: { abovePercent: 50 },
        clause: 'yc-cloud-18-3',
        source: 'localDefault',
        tighten: 'max',
      },
      majorBy: { value: 'firstApplication', clause: 'yc-cloud-18-3', source: 'regulation', tighten: 'never' },
      trigger: {
        value: { abovePercent: 80 },
        clause: 'yc-cloud-annex3-3',
        source: 'regulation',
        tighten: 'never',
      },
    },
  },
});

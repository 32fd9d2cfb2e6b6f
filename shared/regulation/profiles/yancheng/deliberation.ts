import type { CloudApplicationRules } from '../../profile.ts';
import { line, namedSystem, paragraphs } from '../field.ts';
import { authorityReview, oneReview, peopleFields, peoplePrefill, yanchengCommon } from './other-kinds.ts';

const clause = 'yc-cloud-21-4';
const review = authorityReview('一事一议审议', clause);

/** 一事一议: article 21; whoever is concerned gives an opinion by countersigning, the authority concludes. */
export const nonFiscalDeliberation: CloudApplicationRules = {
  ...yanchengCommon,
  title: '非财政保障项目用云审议',
  wish: '非财政保障项目用云（一事一议）',
  words: '非财政预算保障的信息化项目确需使用政务云的，先提请相关部门审议，通过后再申请资源。',
  matter: '一事一议审议',
  clause,
  subject: namedSystem,
  routes: [
    oneReview('deliberation', {
      ...review,
      stages: review.stages.map((stage) => ({
        ...stage,
        byLink: false,
        title: '审议结论',
        // The text lists nobody: besides the authority somebody else must have been heard.
        hears: { value: 1, clause, source: 'localDefault', tighten: 'min' },
      })),
    }),
  ],
  materials: { value: [], clause, source: 'regulation', tighten: 'superset' },
  form: {
    id: 'yancheng-deliberation',
    title: '非财政保障项目用云审议',
    sections: [
      {
        id: 'project',
        title: '项目情况',
        name: '项目情况',
        source: '第二十一条',
        optional: false,
        fields: [
          line('funding', '经费来源', clause, 200, { help: '例如自筹资金、企业投资、上级专项之外的经费。' }),
          paragraphs('purpose', '项目概况', clause, { help: '系统做什么、由谁建设运行、给谁用。' }),
          paragraphs('need', '确需使用政务云的理由', clause),
          paragraphs('resources', '拟使用的资源和期限', clause),
        ],
      },
      {
        id: 'contacts',
        title: '首席数据官和联系人',
        name: '首席数据官和联系人',
        source: '第十五条',
        optional: false,
        fields: peopleFields('yc-cloud-15-1'),
      },
    ],
  },
  prefill: peoplePrefill,
  systemNames: { clause, places: [] },
  resourceKinds: { clause: 'yc-cloud-14-2', kinds: [] },
};

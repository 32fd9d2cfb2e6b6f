import type { CloudApplicationRules } from '../../profile.ts';
import { line, paragraphs } from '../field.ts';
import { authorityReview, oneReview, peopleFields, peoplePrefill, yanchengCommon } from './other-kinds.ts';

const plan = 'yc-cloud-11-1';
const definition = 'yc-cloud-2-3';

/** 专有域建设管理方案: articles 2 and 11; counties' too go to the city's authority, since domains sit on the backbone node. */
export const dedicatedDomain: CloudApplicationRules = {
  ...yanchengCommon,
  title: '政务云专有域建设管理方案审核',
  wish: '建设专有域',
  words: '依托骨干节点，为特定领域建设管理相对独立的云区域，建设管理方案报主管部门审核。',
  matter: '政务云专有域',
  clause: plan,
  subject: { of: 'named', label: '专有域名称', help: '例如“盐城市医疗健康专有域”。' },
  routes: [oneReview('dedicatedDomain', authorityReview('主管部门审核', plan))],
  materials: {
    value: [
      {
        id: 'domainPlan',
        title: '专有域建设管理方案',
        clause: plan,
        evidence: 'file',
        provedBy: { need: 'any', pointers: [] },
        requiredOf: 'everyone',
        fileTypes: ['pdf', 'docx', 'ofd'],
        help: '根据国家和本市有关要求编制。',
      },
    ],
    clause: plan,
    source: 'regulation',
    tighten: 'superset',
  },
  form: {
    id: 'yancheng-dedicated-domain',
    title: '专有域建设管理方案',
    sections: [
      {
        id: 'domain',
        title: '专有域',
        name: '专有域',
        source: '第二条、第十一条',
        optional: false,
        fields: [
          line('owner', '使用部门', definition, 100, { help: '建成后负责使用和管理的部门。' }),
          line('sector', '服务领域', definition, 100, { help: '例如卫生健康、公安、自然资源。' }),
          paragraphs('scope', '资源范围', definition, {
            help: '计算、存储、网络资源的规模，与其他区域怎样隔离。',
          }),
          paragraphs('management', '建设管理安排', plan, {
            help: '谁建设、谁运行、谁负责安全；与运行管理机构怎样分工。',
          }),
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
  systemNames: { clause: plan, places: [] },
  resourceKinds: { clause: 'yc-cloud-14-2', kinds: [] },
  acts: [
    {
      id: 'responsibilities',
      title: '责任分工',
      clause: 'yc-cloud-11-2',
      section: {
        id: 'responsibilities',
        title: '责任分工',
        name: '责任分工',
        source: '第十一条',
        optional: false,
        fields: [
          paragraphs('department', '使用部门的责任', 'yc-cloud-11-2'),
          paragraphs('operator', '运行管理机构的责任', 'yc-cloud-11-2'),
        ],
      },
    },
  ],
};

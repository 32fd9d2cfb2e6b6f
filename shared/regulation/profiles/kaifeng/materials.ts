import type { MaterialFileType, MaterialRequirement } from '../../profile.ts';

const file = (...fileTypes: readonly MaterialFileType[]) =>
  ({ evidence: 'file', provedBy: { need: 'any', pointers: [] }, fileTypes }) as const;

/** Articles 14, 15 and 28: approval or survey and plan, and the agreement signed with the application. */
export const kaifengMaterials: readonly MaterialRequirement[] = [
  {
    id: 'projectApproval',
    title: '信息系统项目批复文件',
    clause: 'kf-cloud-14-1',
    requiredOf: 'everyone',
    when: { field: '/project/projectKind', is: 'newSystem' },
    help: '新建信息系统必须提供。',
    ...file('pdf', 'png', 'jpg', 'ofd'),
  },
  {
    id: 'siteSurvey',
    title: '现场调研记录',
    clause: 'kf-cloud-15-1',
    requiredOf: 'everyone',
    when: { field: '/project/projectKind', is: 'existing' },
    help: '政务云服务提供方现场调研形成，已建信息系统迁移必须提供。',
    ...file('pdf', 'docx', 'ofd'),
  },
  {
    id: 'migrationPlan',
    title: '系统迁移方案',
    clause: 'kf-cloud-15-2',
    requiredOf: 'everyone',
    when: { field: '/project/projectKind', is: 'existing' },
    help: '由使用单位编制、服务提供方配合，应包含云平台资源的使用需求。',
    ...file('pdf', 'docx', 'ofd'),
  },
  {
    id: 'securityAgreement',
    title: '云安全协议（双方已签署）',
    clause: 'kf-cloud-28-2',
    requiredOf: 'everyone',
    help: '使用单位与政务云服务提供方签署的协议扫描件或电子签章件。',
    ...file('pdf', 'png', 'jpg', 'ofd'),
  },
];

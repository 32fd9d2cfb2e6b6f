import type { MaterialFileType, MaterialRequirement } from '../../profile.ts';

const form = (pointers: readonly string[]) =>
  ({ evidence: 'form', provedBy: { need: 'any', pointers } }) as const;
const file = (...fileTypes: readonly MaterialFileType[]) =>
  ({ evidence: 'file', provedBy: { need: 'any', pointers: [] }, fileTypes }) as const;

/** Article 15 with the annexes: what every application holds, and what city departments add. */
export const yanchengMaterials: readonly MaterialRequirement[] = [
  {
    id: 'report',
    title: '云资源申请报告（附件1-1）',
    clause: 'yc-cloud-15-4',
    requiredOf: 'everyone',
    ...form(['/report/action', '/report/mlpsLevel', '/report/contactName', '/report/contactPhone']),
  },
  {
    id: 'plan',
    title: '云资源申请方案（附件1-2）',
    clause: 'yc-cloud-15-4',
    requiredOf: 'everyone',
    ...form(['/plan/background', '/plan/purpose', '/plan/functions', '/plan/users', '/plan/architecture']),
  },
  {
    id: 'architecturePicture',
    title: '业务系统架构图',
    clause: 'yc-cloud-annex2-2',
    requiredOf: 'everyone',
    help: '上云系统网络架构的图片，与申请方案中的文字说明一致。',
    ...file('png', 'jpg'),
  },
  {
    id: 'sealedReport',
    title: '加盖单位公章的申请报告',
    clause: 'yc-cloud-annex1-4',
    requiredOf: 'everyone',
    orConfirmation: true,
    help: '首席数据官在系统中确认即可；需要留存盖章件的，上传扫描件。',
    ...file('pdf', 'png', 'jpg', 'ofd'),
  },
  {
    id: 'proposal',
    title: '含云服务清单及费用明细的项目建议书或可行性研究报告',
    clause: 'yc-cloud-15-3',
    requiredOf: 'everyone',
    when: { field: '/declarations/projectKind', is: 'newProject' },
    help: '新建项目必须提供，其中应有初步估算的云服务清单和费用明细。',
    ...file('pdf', 'docx', 'ofd'),
  },
  {
    id: 'precondition',
    title: '技术审查意见或项目报备凭证',
    clause: 'yc-cloud-15-2',
    requiredOf: 'cityDepartments',
    help: '技术审查意见，或项目报备通过的凭证；在申请事项声明中填写了文号或编号的，可以不再上传。',
    ...file('pdf', 'png', 'jpg', 'docx', 'ofd'),
    provedBy: {
      need: 'any',
      pointers: ['/declarations/technicalReviewNumber', '/declarations/registrationNumber'],
    },
  },
];

import type { MaterialRequirement } from '../../profile.ts';

const form = (pointers: readonly string[]) =>
  ({ evidence: 'form', provedBy: { need: 'any', pointers } }) as const;
const file = { evidence: 'file', provedBy: { need: 'all', pointers: [] } } as const;

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
    ...file,
  },
  {
    id: 'sealedReport',
    title: '加盖单位公章的申请报告',
    clause: 'yc-cloud-annex1-4',
    requiredOf: 'everyone',
    ...file,
  },
  {
    id: 'proposal',
    title: '含云服务清单及费用明细的项目建议书或可行性研究报告',
    clause: 'yc-cloud-15-3',
    requiredOf: 'everyone',
    when: { field: '/declarations/projectKind', is: 'newProject' },
    ...file,
  },
  {
    id: 'precondition',
    title: '技术审查意见或项目报备凭证',
    clause: 'yc-cloud-15-2',
    requiredOf: 'cityDepartments',
    ...file,
  },
];

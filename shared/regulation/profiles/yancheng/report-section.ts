import type { FormSection } from '../../form-spec.ts';
import { line, oneOf, phone } from '../field.ts';

/** The pledge of 附件1-1, word for word. */
const reportPledge =
  '在系统运行期间，我单位将切实加强对云资源使用管理和上云系统安全管理，确保云资源合理高效使用和上云系统安全稳定运行。我单位承诺 1 个月内完成系统部署上线工作，并在系统上线运行后 3 个月内，按等级保护二/三级要求完成等级保护测评工作，以后按相应等级保护测评要求开展测评和整改工作；按要求配合市数据局对闲置云资源实施优化调整或终止收回工作。';

/** 附件1-1 关于 XX 系统申请政务云资源的报告. */
export const reportSection: FormSection = {
  id: 'report',
  title: '关于 XX 系统申请政务云资源的报告',
  name: '申请报告',
  source: '附件1-1',
  optional: false,
  fields: [
    line('systemName', '信息系统名称', 'yc-cloud-15-5', 100, {
      help: '各项材料中的信息系统名称须逐字一致，空格和全角半角也算。',
    }),
    oneOf('action', '部署或迁移', 'yc-cloud-annex1-1', { deploy: '部署', migrate: '迁移' }),
    oneOf(
      'mlpsLevel',
      '等级保护级别',
      'yc-cloud-annex1-3',
      { level2: '二级', level3: '三级' },
      { help: '系统上线运行后3个月内按此级别完成等级保护测评。' },
    ),
    line('contactName', '联系人', 'yc-cloud-annex1-4', 30),
    phone('contactPhone', '联系电话', 'yc-cloud-annex1-4'),
    {
      id: 'pledgeAccepted',
      label: '单位承诺',
      kind: 'boolean',
      required: true,
      clause: 'yc-cloud-annex1-4',
      pledge: reportPledge,
      mustBe: { value: true, otherwise: '未作出申请报告中的承诺，不能申请。请阅读承诺内容后勾选。' },
    },
  ],
};

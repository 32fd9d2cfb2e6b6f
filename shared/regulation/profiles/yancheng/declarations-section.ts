import type { FormSection } from '../../form-spec.ts';
import { line, oneOf, yesNo } from '../field.ts';
import { purchaseFields } from '../purchase-fields.ts';

const must = (value: boolean, otherwise: string) => ({ mustBe: { value, otherwise } });

/** What the articles need to know beside the annexes. */
export const declarationsSection: FormSection = {
  id: 'declarations',
  title: '申请事项声明',
  name: '申请事项声明',
  source: '第二条、第五条、第十五条、第二十一条、第三十二条',
  optional: false,
  fields: [
    {
      ...yesNo('classified', '是否涉及国家秘密', 'yc-cloud-2-2'),
      ...must(
        false,
        '政务云只承载非涉密信息系统，涉密系统不能申请。请核实定密情况，涉密的按保密规定另行办理。',
      ),
    },
    {
      ...yesNo('workSecret', '是否存储、处理工作秘密信息', 'yc-net-25-1', {
        help: '云管理细则未作规定，按外网细则工作秘密管理要求从严，属本地默认规则。',
      }),
      ...must(false, '存储、处理工作秘密信息的系统暂不能在线申请。请联系本单位保密机构和本级主管部门。'),
    },
    yesNo('fiscallyFunded', '是否由财政预算保障', 'yc-cloud-2-2'),
    {
      id: 'deliberation',
      label: '一事一议审议',
      kind: 'case',
      of: 'nonFiscalDeliberation',
      required: true,
      when: [{ field: '/declarations/fiscallyFunded', is: false }],
      clause: 'yc-cloud-2-2',
      help: '非财政预算保障的项目须先按“一事一议”审议通过（第二十一条）：在“我要申请”中选择“非财政保障项目用云”，通过后在这里选择该办件；只对该项目有效。',
    },
    oneOf('projectKind', '项目类型', 'yc-cloud-15-3', {
      newProject: '新建',
      migration: '迁移',
      extension: '扩建',
    }),
    line('technicalReviewNumber', '技术审查意见文号', 'yc-cloud-15-2', 100, {
      required: false,
      help: '已通过技术审查的填写；与报备编号有一项即可。',
    }),
    line('registrationNumber', '信息化项目报备编号', 'yc-cloud-15-2', 100, {
      required: false,
      help: '在政务信息化项目管理系统报备通过的填写，审核中的不算。',
    }),
    ...purchaseFields('yc-cloud-5-2', '政务云已具备服务能力的不得重复采购，如实填写即可，由审核人员认定。'),
    oneOf('backup', '数据备份', 'yc-cloud-32-1', {
      cloud: '使用政务云备份服务',
      own: '自行备份',
    }),
  ],
};

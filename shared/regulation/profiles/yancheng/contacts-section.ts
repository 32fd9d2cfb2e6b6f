import type { FormSection } from '../../form-spec.ts';
import { line, oneOf, phone } from '../field.ts';

const clause = 'yc-cloud-annex2-9';

/** 附件1-2 fourth part: four people, one for each role. */
export const contactsSection: FormSection = {
  id: 'contacts',
  title: '系统联系人',
  name: '系统联系人',
  source: '附件1-2 四、系统联系人',
  optional: false,
  fields: [
    {
      id: 'people',
      label: '系统联系人',
      kind: 'table',
      required: true,
      clause,
      minRows: 4,
      maxRows: 4,
      oneRowPer: 'role',
      columns: [
        line('name', '姓名', clause, 30),
        oneOf('role', '角色', clause, {
          cdo: '首席数据官',
          business: '业务接口人',
          vendorManager: '业务厂家PM',
          maintenance: '业务维护接口人',
        }),
        line('organisation', '部门或厂家', clause, 100),
        phone('phone', '电话', clause),
        { id: 'email', label: '邮箱', kind: 'email', required: true, clause },
      ],
    },
  ],
};

import type { FormSection } from '../../form-spec.ts';
import { count, line, oneOf, paragraphs, phone, yesNo } from '../field.ts';
import { purchaseFields } from '../purchase-fields.ts';

const must = (value: boolean, otherwise: string) => ({ mustBe: { value, otherwise } });

/** 第十四、十五条: what is asked for, for which system and on which ground. The rules print no form of their own. */
export const projectSection: FormSection = {
  id: 'project',
  title: '信息系统项目情况',
  name: '项目情况',
  source: '第十条、第十四条、第十五条、第二十八条',
  optional: false,
  fields: [
    line('systemName', '信息系统名称', 'kf-cloud-14-1', 100),
    oneOf('projectKind', '项目类型', 'kf-cloud-14-1', {
      newSystem: '新建信息系统',
      existing: '已建信息系统迁移',
    }),
    line('approvalNumber', '项目批复文号', 'kf-cloud-14-1', 100, {
      when: [{ field: '/project/projectKind', is: 'newSystem' }],
      help: '与上传的项目批复文件一致。',
    }),
    paragraphs('summary', '系统概况', 'kf-cloud-8-1', {
      help: '主要功能、使用对象、预计用户数和业务量。',
    }),
    oneOf('mlpsLevel', '网络安全等级保护级别', 'kf-cloud-28-1', {
      level1: '一级',
      level2: '二级',
      level3: '三级',
    }),
    yesNo('fundedAtThisLevel', '是否属于本级财政保障范围', 'kf-cloud-10-6'),
    line('fundingChannel', '经费渠道', 'kf-cloud-10-6', 200, {
      when: [{ field: '/project/fundedAtThisLevel', is: false }],
      help: '不属于本级财政保障范围的，原则上按原经费渠道保障，请写明渠道。',
    }),
  ],
};

/** 第十四条: needs of six kinds, each line with its reason (第八条). */
export const needsSection: FormSection = {
  id: 'resources',
  title: '云平台资源使用需求',
  name: '资源使用需求',
  source: '第十四条',
  optional: false,
  fields: [
    {
      id: 'lines',
      label: '资源使用需求表',
      kind: 'table',
      required: true,
      clause: 'kf-cloud-14-2',
      minRows: 1,
      maxRows: 300,
      uniqueColumn: 'lineNo',
      columns: [
        count('lineNo', '序号', 'kf-cloud-14-2', { max: 1000 }),
        {
          id: 'productId',
          label: '产品规格名称',
          kind: 'product',
          required: true,
          clause: 'kf-cloud-14-2',
          help: '从云服务目录选择，单价和费用自动算出。',
        },
        count('quantity', '数量', 'kf-cloud-14-2', { max: 100_000 }),
        line('purpose', '需求理由', 'kf-cloud-8-1', 500, { help: '用在哪里，数量怎么算出来的。' }),
        line('remark', '备注', 'kf-cloud-14-2', 200, { required: false }),
      ],
    },
  ],
};

export const sharingSection: FormSection = {
  id: 'sharing',
  title: '政务信息资源归集共享说明',
  name: '归集共享说明',
  source: '第八条第四项',
  optional: false,
  fields: [
    paragraphs('statement', '归集共享说明', 'kf-cloud-8-4', {
      help: '系统产生哪些信息资源，如何归集、共享；与其他系统共享的，写明方式。',
    }),
    {
      ...yesNo('compliant', '是否符合政务信息资源归集共享的相关要求', 'kf-cloud-8-4'),
      ...must(true, '上云信息系统必须符合政务信息资源归集共享的相关要求，请先完善后再申请。'),
    },
  ],
};

export const kaifengDeclarations: FormSection = {
  id: 'declarations',
  title: '申请事项声明',
  name: '申请事项声明',
  source: '第十条、第二十八条、第三十一条',
  optional: false,
  fields: [
    {
      ...yesNo('classified', '是否涉及国家秘密', 'kf-cloud-31-1'),
      ...must(false, '涉及国家秘密的不得上政务云，不能申请。请按保密规定另行办理。'),
    },
    {
      ...yesNo('workSecret', '是否存储、处理工作秘密', 'kf-cloud-31-1'),
      ...must(false, '涉及工作秘密的不得上政务云，不能申请。请联系本单位保密机构。'),
    },
    {
      ...yesNo('agreementSigned', '是否已签订云安全协议', 'kf-cloud-28-2', {
        help: '申请资源时同时签订，由使用单位与政务云服务提供方签署；签署件作为附件上传。',
      }),
      ...must(true, '申请云资源须同时签订云安全协议，请签订后上传签署件再提交。'),
    },
  ],
};

/** An application for resources says besides what its unit buys elsewhere. */
export const applicationDeclarations: FormSection = {
  ...kaifengDeclarations,
  fields: [
    ...kaifengDeclarations.fields,
    ...purchaseFields('kf-cloud-10-5', '已入云服务目录的服务内容不得另行采购，如实填写。'),
  ],
};

/** Whom to ask; the rules name no contacts, so this list is the product's. */
export const kaifengContacts: FormSection = {
  id: 'contacts',
  title: '联系人',
  name: '联系人',
  source: '第八条',
  optional: false,
  fields: [
    line('contactName', '联系人', 'kf-cloud-8-1', 30),
    phone('contactPhone', '联系电话', 'kf-cloud-8-1'),
  ],
};

/** 第十三条: a unit's first step is an account on the management platform. */
export const accountSection: FormSection = {
  id: 'account',
  title: '政务云管理平台账号',
  name: '账号信息',
  source: '第十三条',
  optional: false,
  fields: [
    line('creditCode', '统一社会信用代码', 'kf-cloud-13-2', 18, { help: '18 位，与单位法人证书一致。' }),
    paragraphs('purpose', '申请账号的用途', 'kf-cloud-13-2', { help: '拟上云的信息系统和使用人员范围。' }),
  ],
};

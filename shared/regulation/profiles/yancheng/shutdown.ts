import type { CloudApplicationRules } from '../../profile.ts';
import { day, line, oneOf, paragraphs, registeredSystem, yesNo } from '../field.ts';
import { oneReview, peopleFields, peoplePrefill, yanchengCommon } from './other-kinds.ts';
import { reviewTarget } from './route-steps.ts';

const form = 'yc-cloud-annex5-1';
const archive = 'yc-cloud-19-13';

/** The statement of 附件1-5; its garbled tense is read as the article has it: completed (yc-cloud-20-1). */
const statement = '我单位已完成系统下线和系统数据的拷贝工作，将配合云服务提供商完成政务云资源释放相关工作。';

/** 资源关停: article 20 with 附件1-5, addressed to the bureau and reviewed by the operations body. */
export const yanchengShutdown: CloudApplicationRules = {
  ...yanchengCommon,
  title: '政务云资源关停申请',
  wish: '停用和退还资源',
  words: '系统下线、不再使用政务云服务时，完成数据备份后申请关停并退还资源。',
  matter: '政务云资源关停',
  clause: 'yc-cloud-20-1',
  subject: registeredSystem,
  routes: [
    oneReview('shutdown', {
      id: 'localReview',
      title: '运行管理机构审核',
      clause: 'yc-cloud-20-2',
      stages: [
        {
          id: 'operatorReview',
          title: '审核',
          holder: { role: 'city.cloud.operator', of: 'city' },
          verbs: ['approve', 'return', 'reject'],
          assesses: false,
          byLink: true,
          standsIn: [{ role: 'city.cloud.leader', of: 'city' }],
          escalatesTo: { role: 'city.cloud.leader', of: 'city' },
          serviceTarget: reviewTarget(5),
        },
      ],
      next: { Concluded: 'complete', Returned: 'correction', Rejected: 'rejected', Withdrawn: 'withdrawn' },
    }),
  ],
  materials: {
    value: [
      {
        id: 'sealedReport',
        title: '加盖单位公章的关停申请表',
        clause: form,
        evidence: 'file',
        provedBy: { need: 'any', pointers: [] },
        requiredOf: 'everyone',
        fileTypes: ['pdf', 'png', 'jpg', 'ofd'],
        orConfirmation: true,
        help: '首席数据官在系统中或通过办理链接确认，即为签章；需要留存盖章件的，上传扫描件。',
      },
    ],
    clause: form,
    source: 'regulation',
    tighten: 'superset',
  },
  reportSeal: { value: 'confirmationSuffices', clause: form, source: 'localDefault' },
  form: {
    id: 'yancheng-shutdown',
    title: '盐城市政务云资源关停申请表',
    sections: [
      {
        id: 'shutdown',
        title: '盐城市政务云资源关停申请表',
        name: '关停申请表',
        source: '附件1-5',
        optional: false,
        fields: [
          paragraphs('reason', '事由', form, { help: '为什么不再使用，例如系统整合、业务终止。' }),
          {
            ...yesNo('offline', '信息系统是否已经下线', 'yc-cloud-20-1'),
            mustBe: {
              value: true,
              otherwise: '不再使用政务云服务，须先做好信息系统下线，完成后再申请关停。',
            },
          },
          {
            ...yesNo('backedUp', '数据迁移备份是否已经完成', 'yc-cloud-20-1'),
            mustBe: {
              value: true,
              otherwise: '须先完成数据迁移备份，回收后数据不能恢复。请完成后再申请关停。',
            },
          },
          {
            ...yesNo('statement', '单位声明', form),
            pledge: statement,
            mustBe: { value: true, otherwise: '未作出关停申请表中的声明，不能申请。请阅读后勾选。' },
          },
        ],
      },
      {
        id: 'coldData',
        title: '三年以上很少使用、须长期留存的数据',
        name: '冷数据移交',
        source: '第十九条',
        optional: false,
        fields: [
          yesNo('any', '是否有三年以上很少使用但须长期留存的数据', archive),
          {
            id: 'rows',
            label: '移交档案机构的数据',
            required: true,
            when: [{ field: '/coldData/any', is: true }],
            clause: archive,
            help: '存储回收前须先处理并移交同级档案机构或本单位档案部门，一行一批。',
            kind: 'table',
            columns: [
              line('name', '数据名称', archive, 100),
              day('lastUsedOn', '最后使用日期', archive),
              line('receiver', '接收机构', archive, 100),
              oneOf('receiverKind', '接收机构类别', archive, {
                archive: '同级档案机构',
                office: '本单位档案部门',
              }),
              day('handedOn', '移交日期', archive),
              line('receipt', '移交回执编号', archive, 100),
            ],
            minRows: 1,
            maxRows: 50,
          },
        ],
      },
      {
        id: 'contacts',
        title: '首席数据官和联系人',
        name: '首席数据官和联系人',
        source: '附件1-5',
        optional: false,
        fields: peopleFields('yc-cloud-annex5-2'),
      },
    ],
  },
  checks: {
    unused: {
      value: { table: '/coldData/rows', used: 'lastUsedOn', handed: 'handedOn', months: 36 },
      clause: archive,
      source: 'regulation',
    },
  },
  prefill: peoplePrefill,
  systemNames: { clause: form, places: [] },
  resourceKinds: { clause: 'yc-cloud-14-2', kinds: [] },
};

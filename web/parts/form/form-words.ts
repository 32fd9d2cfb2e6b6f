/** Choices of a field: stored value → official label. */
export type Choices = Readonly<Record<string, string>>;
/** A field's official label; with choices `[label, choices]`; a table has columns. */
export type FieldWords =
  | string
  | readonly [label: string, choices: Choices]
  | {
      readonly label: string;
      readonly columns: Readonly<Record<string, string | readonly [string, Choices]>>;
    };

export interface SectionWords {
  readonly title: string;
  readonly fields: Readonly<Record<string, FieldWords>>;
}

const purchaseKinds: Choices = {
  host: '云主机',
  database: '数据库',
  storage: '存储',
  network: '网络',
  security: '安全',
  backup: '备份',
  compute: '算力',
  middleware: '中间件',
  support: '服务支撑',
  other: '其他',
};

/**
 * What the sections and fields of the cloud application are called, in the order of the annexes.
 * The API answers contents only; a unit test holds these labels to the regulation's own form.
 */
export const formWords: Readonly<Record<string, SectionWords>> = {
  report: {
    title: '申请报告',
    fields: {
      systemName: '信息系统名称',
      action: ['部署或迁移', { deploy: '部署', migrate: '迁移' }],
      mlpsLevel: ['等级保护级别', { level2: '二级', level3: '三级' }],
      contactName: '联系人',
      contactPhone: '联系电话',
      pledgeAccepted: '单位承诺',
    },
  },
  plan: {
    title: '申请方案：项目背景与架构',
    fields: {
      systemName: '信息系统名称',
      background: '建设背景',
      purpose: '建设目的',
      functions: '主要功能',
      users: '用户群体',
      architecture: '业务系统架构简介（文字）',
      needsAssessment: '资源需求评估',
      largeOrPeaky: '是否为大型综合性系统或有明显业务波峰波谷',
      elasticPool: '是否依托弹性资源池部署',
      nonElasticReason: '不使用弹性资源池的理由',
    },
  },
  resources: {
    title: '云资源明细及申请依据',
    fields: {
      lines: {
        label: '云资源明细表',
        columns: {
          lineNo: '序号',
          productId: '产品规格名称',
          quantity: '数量',
          pool: ['资源池', { cityPool: '市级资源池', countyPool: '县级资源池', dedicatedDomain: '专有域' }],
          zone: ['部署区域', { extranet: '政务外网区', internet: '互联网区' }],
          purpose: '规格需求和用途',
          basis: '测算依据',
          remark: '备注',
        },
      },
    },
  },
  compute: {
    title: '算力需求（可选）',
    fields: {
      wanted: '是否申请接入算力池',
      businessType: '业务类型',
      expectedUsers: '预期用户数',
      dailyConcurrent: '日常并发在线用户',
      peakConcurrent: '峰值并发在线用户数',
      inputTokensPerSecond: '输入频率',
      outputTokensPerSecond: '输出频率',
      modelClasses: ['使用大模型类别', { general: '通用大模型', vision: '视觉大模型', domain: '垂类模型' }],
      modelNameVersion: '大模型名称及版本',
      cards: '算力需求规模(卡)',
      connectsKnowledgeBase: '是否接入知识库',
      justification: '系统确需使用的依据',
    },
  },
  applications: {
    title: '大模型应用开发需求（可选）',
    fields: {
      wanted: '是否有大模型应用开发需求',
      createAgents: '是否需要创建智能体',
      agentCount: '创建智能体数量',
      createWorkflows: '是否需要创建工作流',
      workflowCount: '工作流数量',
      createKnowledgeBase: '是否需要创建知识库',
      knowledgeBaseTextLength: '文本长度',
      connectDatabase: '是否需要接入数据库',
      databaseSource: '数据来源',
      connectedSystems: '对接系统',
    },
  },
  contacts: {
    title: '系统联系人',
    fields: {
      people: {
        label: '系统联系人',
        columns: {
          name: '姓名',
          role: [
            '角色',
            {
              cdo: '首席数据官',
              business: '业务接口人',
              vendorManager: '业务厂家PM',
              maintenance: '业务维护接口人',
            },
          ],
          organisation: '部门或厂家',
          phone: '电话',
          email: '邮箱',
        },
      },
    },
  },
  declarations: {
    title: '申请事项声明',
    fields: {
      classified: '是否涉及国家秘密',
      workSecret: '是否存储、处理工作秘密信息',
      fiscallyFunded: '是否由财政预算保障',
      projectKind: ['项目类型', { newProject: '新建', migration: '迁移', extension: '扩建' }],
      technicalReviewNumber: '技术审查意见文号',
      registrationNumber: '信息化项目报备编号',
      separatePurchase: '是否另行采购软硬件产品或网络、安全服务',
      purchases: {
        label: '另行采购内容',
        columns: { item: '采购内容', kind: ['类别', purchaseKinds], reason: '另行采购的理由' },
      },
      backup: ['数据备份', { cloud: '使用政务云备份服务', own: '自行备份' }],
    },
  },
};

import type { Condition, FormSection } from '../../form-spec.ts';
import { count, line, yesNo } from '../field.ts';

const clause = 'yc-cloud-annex2-8';
const wanted: Condition = { field: '/applications/wanted', is: true };
const when = [wanted];
const whenAlso = (field: string): readonly Condition[] => [
  wanted,
  { field: `/applications/${field}`, is: true },
];

/** 附件1-2 third part, second half of 表1: a count is given exactly when its thing is to be created. */
export const applicationsSection: FormSection = {
  id: 'applications',
  title: 'XX 系统大模型应用开发需求',
  name: '大模型应用',
  source: '附件1-2 三、算力池及知识库接入及申请依据（可选）',
  optional: true,
  fields: [
    yesNo('wanted', '是否有大模型应用开发需求', clause, { required: false }),
    yesNo('createAgents', '是否需要创建智能体', clause, { when, group: '智能体' }),
    count('agentCount', '创建智能体数量', clause, { when: whenAlso('createAgents'), group: '智能体' }),
    yesNo('createWorkflows', '是否需要创建工作流', clause, { when, group: '工作流' }),
    count('workflowCount', '工作流数量', clause, { when: whenAlso('createWorkflows'), group: '工作流' }),
    yesNo('createKnowledgeBase', '是否需要创建知识库', clause, { when, group: '知识库' }),
    count('knowledgeBaseTextLength', '文本长度', clause, {
      when: whenAlso('createKnowledgeBase'),
      group: '知识库',
      max: 100_000_000_000,
      help: '知识库文本的总字数。',
    }),
    yesNo('connectDatabase', '是否需要接入数据库', clause, { when, group: '数据库' }),
    line('databaseSource', '数据来源', clause, 300, { when: whenAlso('connectDatabase'), group: '数据库' }),
    line('connectedSystems', '对接系统', clause, 300, { when, required: false }),
  ],
};

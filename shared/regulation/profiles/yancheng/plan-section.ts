import type { FormSection } from '../../form-spec.ts';
import { line, paragraphs, yesNo } from '../field.ts';
import { zoneFields } from './zone-fields.ts';

const background = '1.业务系统建设背景';
const architecture = '2.业务系统架构简介';

/** 附件1-2 first part: background and architecture, with the elastic choice of article 19. */
export const planSection: FormSection = {
  id: 'plan',
  title: '盐城市 XX 单位 XX 系统云资源申请方案',
  name: '申请方案',
  source: '附件1-2 一、项目背景',
  optional: false,
  fields: [
    line('systemName', '信息系统名称', 'yc-cloud-15-5', 100, { help: '与申请报告逐字一致。' }),
    paragraphs('background', '建设背景', 'yc-cloud-annex2-1', {
      group: background,
      help: '为什么建这个系统，依据哪些文件。',
    }),
    paragraphs('purpose', '建设目的', 'yc-cloud-annex2-1', { group: background }),
    paragraphs('functions', '主要功能', 'yc-cloud-annex2-1', { group: background }),
    paragraphs('users', '用户群体', 'yc-cloud-annex2-1', {
      group: background,
      help: '谁在用，大约多少人，高峰在什么时候。',
    }),
    paragraphs('architecture', '业务系统架构简介（文字）', 'yc-cloud-annex2-2', {
      group: architecture,
      help: '描述上云系统网络架构：分几层，各部署在哪个区域，与哪些系统对接。',
    }),
    ...zoneFields(architecture),
    paragraphs('needsAssessment', '资源需求评估', 'yc-cloud-19-1', {
      group: '3.资源需求评估与弹性伸缩',
      help: '按用户数、业务量估算的总体需求。计算、内存、网络带宽月平均综合使用率应保持在40%~80%，存储按一年的实际需求申请。',
    }),
    yesNo('largeOrPeaky', '是否为大型综合性系统或有明显业务波峰波谷', 'yc-cloud-19-2', {
      group: '3.资源需求评估与弹性伸缩',
    }),
    yesNo('elasticPool', '是否依托弹性资源池部署', 'yc-cloud-19-1', {
      group: '3.资源需求评估与弹性伸缩',
    }),
    paragraphs('nonElasticReason', '不使用弹性资源池的理由', 'yc-cloud-19-2', {
      group: '3.资源需求评估与弹性伸缩',
      when: [
        { field: '/plan/largeOrPeaky', is: true },
        { field: '/plan/elasticPool', is: false },
      ],
    }),
  ],
};

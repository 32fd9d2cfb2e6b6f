import type { FormSection } from '../../form-spec.ts';
import { count, line, paragraphs, someOf, yesNo } from '../field.ts';

const clause = 'yc-cloud-annex2-7';
const when = [{ field: '/compute/wanted', is: true }] as const;
const scale = '用户规模与并发量';
const rate = '输入/输出频率 (tokens/s)';

/** 附件1-2 third part, first half of 表1: filled only when switched on. */
export const computeSection: FormSection = {
  id: 'compute',
  title: 'XX 系统算力需求',
  name: '算力需求',
  source: '附件1-2 三、算力池及知识库接入及申请依据（可选）',
  optional: true,
  fields: [
    yesNo('wanted', '是否申请接入算力池', clause, { required: false }),
    line('businessType', '业务类型', clause, 100, { when }),
    count('expectedUsers', '预期用户数', clause, { when, group: scale }),
    count('dailyConcurrent', '日常并发在线用户', clause, { when, group: scale }),
    count('peakConcurrent', '峰值并发在线用户数', clause, { when, group: scale }),
    count('inputTokensPerSecond', '输入频率', clause, { when, group: rate }),
    count('outputTokensPerSecond', '输出频率', clause, { when, group: rate }),
    someOf(
      'modelClasses',
      '使用大模型类别',
      clause,
      { general: '通用大模型', vision: '视觉大模型', domain: '垂类模型' },
      { when },
    ),
    line('modelNameVersion', '大模型名称及版本', clause, 200, { when }),
    count('cards', '算力需求规模(卡)', clause, { when, max: 100_000 }),
    yesNo('connectsKnowledgeBase', '是否接入知识库', 'yc-cloud-annex2-8', {
      when,
      help: '指使用已有知识库；新建知识库在大模型应用开发需求中填写。',
    }),
    paragraphs('justification', '系统确需使用的依据', clause, { when }),
  ],
};

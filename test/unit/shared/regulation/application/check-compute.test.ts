import { describe, expect, it } from 'vitest';
import { codesOf, formWith, formWithLines, lineOf, switchedOff } from '#test/support/sample-application.ts';

describe('compute and model applications', () => {
  const compute = (more: Record<string, unknown>) => codesOf(formWith({ compute: more }));

  it.each([
    'businessType',
    'expectedUsers',
    'dailyConcurrent',
    'peakConcurrent',
    'inputTokensPerSecond',
    'outputTokensPerSecond',
    'modelClasses',
    'modelNameVersion',
    'cards',
    'connectsKnowledgeBase',
    'justification',
  ])('[yc-cloud-annex2-7] once switched on, %s is needed', (field) => {
    expect(compute({ [field]: undefined })).toEqual([`required /compute/${field}`]);
  });

  it('[yc-cloud-annex2-7] switched off, nothing is needed; a peak below the daily figure is refused', () => {
    const lines = [lineOf('host-2c4g')];
    expect(codesOf(formWithLines(lines))).toEqual([]);
    const { compute: _compute, ...without } = formWithLines(lines);
    expect(codesOf(without)).toEqual([]);
    expect(compute({ dailyConcurrent: 150, peakConcurrent: 149 })).toEqual([
      'peak-below-daily /compute/peakConcurrent',
    ]);
    expect(compute({ dailyConcurrent: 150, peakConcurrent: 150 })).toEqual([]);
  });

  it('wants compute described when the table asks for it, and nothing written under a switch that is off', () => {
    expect(codesOf(formWith({ compute: switchedOff('compute') }))).toEqual([
      'compute-undescribed /compute/wanted',
    ]);
    expect(codesOf(formWith({ applications: { wanted: false } }))).toContain(
      'not-applicable /applications/agentCount',
    );
  });

  const pairs = [
    ['createAgents', 'agentCount', 2],
    ['createWorkflows', 'workflowCount', 3],
    ['createKnowledgeBase', 'knowledgeBaseTextLength', 5000],
    ['connectDatabase', 'databaseSource', '业务主库'],
  ] as const;

  it.each(pairs)('[yc-cloud-annex2-8] %s yes needs %s, and no refuses it', (question, answer, value) => {
    const check = (more: Record<string, unknown>) => codesOf(formWith({ applications: more }));
    expect(check({ [question]: true, [answer]: undefined })).toEqual([`required /applications/${answer}`]);
    expect(check({ [question]: false, [answer]: value })).toEqual([`not-applicable /applications/${answer}`]);
    expect(check({ [question]: false, [answer]: undefined })).toEqual([]);
    expect(check({ [question]: undefined, [answer]: undefined })).toEqual([
      `required /applications/${question}`,
    ]);
  });

  it('[yc-cloud-annex2-8] connecting a knowledge base and creating one are asked separately', () => {
    const form = formWith({
      compute: { connectsKnowledgeBase: false },
      applications: { createKnowledgeBase: true, knowledgeBaseTextLength: 9 },
    });
    expect(codesOf(form)).toEqual([]);
  });
});

import { accept, refuse } from '#shared/kernel/result.ts';
import type { Decided, DecisionContext, FormFacts } from './case-context.ts';
import type { ActedAs, CaseState } from './case-state.ts';

/**
 * 单位确认: the CDO's confirmation is the submission. It holds only for the very form that was shown (by digest),
 * and pins the rule version in force at the first submission.
 */
export const confirmForm = (
  command: { readonly form: FormFacts; readonly formDigest?: string | undefined },
  state: CaseState,
  by: ActedAs,
  context: DecisionContext,
): Decided => {
  const { form } = command;
  if (command.formDigest === undefined)
    return refuse({
      code: 'decision-invalid',
      detail: '请按下列提示补全后再办。',
      errors: [
        {
          pointer: '/formDigest',
          code: 'required',
          message: '请给出您所查看材料的摘要（办件详情中的 formDigest）。',
        },
      ],
    });
  if (command.formDigest !== form.digest)
    return refuse({
      code: 'form-changed',
      detail: '经办人在您查看之后修改了材料，原确认无效，请刷新后重新核对。',
    });
  if (form.problems.length > 0)
    return refuse({
      code: 'form-incomplete',
      detail: '材料有需要改正之处，请退回经办人修改。',
      errors: form.problems,
    });
  const round = state.round + 1;
  return accept([
    {
      type: 'FormSubmitted',
      round,
      systemName: form.systemName,
      makers: form.makers,
      ...(form.keepsAssessed ? { keepsAssessed: true as const } : {}),
      ruleVersion: state.ruleVersion ?? context.ruleVersion,
      confirmation: { by, at: context.now, digest: form.digest, round },
    },
  ]);
};

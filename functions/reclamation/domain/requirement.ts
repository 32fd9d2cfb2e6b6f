import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import type { RectificationEvent } from './rectification-events.ts';
import { type Rectification, rectificationStatus } from './rectification-state.ts';

interface Situation {
  readonly clause: string;
  readonly mayBeDue?: true;
}

/** What is wrong with a requirement as it is entered: only what the rules let be due, and not before today. */
export const requirementProblems = (
  requirement: { readonly dueOn: LocalDate } | undefined,
  { clause, mayBeDue }: Situation,
  today: LocalDate,
): readonly FieldRefusal[] => {
  if (!requirement) return [];
  if (!mayBeDue)
    return [
      {
        pointer: '/requirement',
        code: 'unknown-field',
        message: '这种情形没有先行的整合要求，请删除来源文件和期限，直接登记问题',
        clause,
      },
    ];
  return requirement.dueOn < today
    ? [
        {
          pointer: '/requirement/dueOn',
          code: 'in-past',
          message: '要求的期限已过，请不填来源文件和期限，直接登记问题',
          clause,
        },
      ]
    : [];
};

/** 逾期未整合: once its day is over, the system is proposed for warning; whether it is warned a person decides (yc-cloud-19-7). */
export const lapse = (state: Rectification, today: LocalDate): readonly RectificationEvent[] =>
  rectificationStatus(state) === 'required' && state.requirement && today > state.requirement.dueOn
    ? [{ type: 'RequirementLapsed' }]
    : [];

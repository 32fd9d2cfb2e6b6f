import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import { type ApplicationForm, textAt } from '#shared/regulation/application/application-form.ts';
import type { KindChecks } from '#shared/regulation/profile.ts';
import type { CaseState } from '../domain/case-state.ts';
import type { CaseRef, CaseStore } from './ports.ts';

/** Why a matter is no ground for another; undefined when it is. */
const objection = (
  found: CaseState | undefined,
  { tenant, organisation }: CaseState,
  systemName: string,
  { kind, title }: NonNullable<KindChecks['foundation']>['value'],
): string | undefined => {
  if (found?.kind !== kind || found.tenant !== tenant || found.organisation.id !== organisation.id)
    return `没有这件“${title}”，请从本单位已通过的办件中选择。`;
  if (found.flow.at !== 'completed') return `所选的“${title}”还没有通过，通过后才能申请。`;
  if (found.systemName !== systemName)
    return `所选的“${title}”审议的是“${found.systemName}”，只对该项目有效，不能用于“${systemName}”。`;
  return undefined;
};

/** A matter that the form rests on: of the same unit, passed, and of this one project only (yc-cloud-21-4). */
export const checkFoundation = async (
  cases: Pick<CaseStore, 'load'>,
  { tenant }: CaseRef,
  state: CaseState,
  form: ApplicationForm,
  systemName: string,
  rule: KindChecks['foundation'],
): Promise<readonly FieldRefusal[]> => {
  const caseId = rule ? textAt(form, rule.value.field) : '';
  if (!rule || caseId === '') return [];
  const found = (await cases.load({ tenant, caseId }))?.state;
  const message = objection(found, state, systemName, rule.value);
  return message === undefined
    ? []
    : [{ pointer: rule.value.field, code: 'no-foundation', message, clause: rule.clause }];
};

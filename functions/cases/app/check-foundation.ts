import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import { type ApplicationForm, textAt } from '#shared/regulation/application/application-form.ts';
import type { CloudApplicationRules, KindChecks } from '#shared/regulation/profile.ts';
import type { CaseState } from '../domain/case-state.ts';
import type { CaseRef, CaseStore } from './ports.ts';

type Cases = Pick<CaseStore, 'load'>;

const isOwn = (
  found: CaseState | undefined,
  { tenant, organisation }: CaseState,
  kind: string,
): found is CaseState =>
  found?.kind === kind && found.tenant === tenant && found.organisation.id === organisation.id;

/** Why a matter is no ground for another; undefined when it is. */
const objection = (
  found: CaseState | undefined,
  state: CaseState,
  systemName: string,
  { kind, title }: NonNullable<KindChecks['foundation']>['value'],
): string | undefined => {
  if (!isOwn(found, state, kind)) return `没有这件“${title}”，请从本单位已通过的办件中选择。`;
  if (found.flow.at !== 'completed') return `所选的“${title}”还没有通过，通过后才能申请。`;
  if (found.systemName !== systemName)
    return `所选的“${title}”审议的是“${found.systemName}”，只对该项目有效，不能用于“${systemName}”。`;
  return undefined;
};

/** A matter that the form rests on: of the same unit, passed, and of this one project only (yc-cloud-21-4). */
export const checkFoundation = async (
  cases: Cases,
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

/** 专有域 in which lines lie: by its unit's plan, which may still be under review; opening waits for it (yc-cloud-11-2). */
export const checkDomain = async (
  cases: Cases,
  { tenant }: CaseRef,
  state: CaseState,
  form: ApplicationForm,
  rule: CloudApplicationRules['limits']['domain'],
): Promise<readonly FieldRefusal[]> => {
  const caseId = rule ? textAt(form, rule.value) : '';
  if (!rule || caseId === '') return [];
  const found = (await cases.load({ tenant, caseId }))?.state;
  const ended = found?.flow.at === 'rejected' || found?.flow.at === 'withdrawn';
  return isOwn(found, state, 'dedicatedDomain') && !ended
    ? []
    : [
        {
          pointer: rule.value,
          code: 'no-domain',
          message: '没有这件专有域建设管理方案，或者它没有通过，请从本单位的方案中选择。',
          clause: rule.clause,
        },
      ];
};

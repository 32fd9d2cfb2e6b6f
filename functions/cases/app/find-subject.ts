import type { Actor } from '#shared/kernel/actor.ts';
import type { FieldRefusal, Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import type { CloudApplicationRules } from '#shared/regulation/profile.ts';
import type { CaseServices } from './services.ts';

export interface NamedSubject {
  readonly systemName?: string | undefined;
  readonly systemId?: string | undefined;
}

/** What a new case is called, and the system of the registry that it is about, if it is about one. */
export interface Subject {
  readonly systemName: string;
  readonly systemId?: string;
  /** Cases that have made the system what it is, the newest first. */
  readonly before: readonly string[];
}

const wrong = (pointer: FieldRefusal['pointer'], code: string, message: string) =>
  refuse<Refusal>({
    code: 'request-invalid',
    detail: '请按下列提示修改后重新提交。',
    errors: [{ pointer, code, message }],
  });

const registered = async (
  { registered: find }: Pick<CaseServices, 'registered'>,
  { tenant, organisation }: Actor,
  { label }: { readonly label: string },
  { systemName, systemId }: NamedSubject,
): Promise<Result<Subject, Refusal>> => {
  if (systemName !== undefined)
    return wrong('/systemName', 'unknown-field', '此事项的系统从台账选择，不另写名称，请删除。');
  if (systemId === undefined) return wrong('/systemId', 'required', `请选择“${label}”。`);
  const system = await find(tenant, systemId);
  if (system?.organisation.id !== organisation.id)
    return wrong('/systemId', 'unknown-system', '本单位没有这个信息系统，请从台账中选择。');
  return system.resources.length === 0
    ? wrong(
        '/systemId',
        'not-in-use',
        `“${system.name}”没有在用的云资源，不能办理；需要资源的，请申请政务云资源。`,
      )
    : accept({ systemName: system.name, systemId, before: system.caseIds });
};

/** As the applicant names it, as the registry knows it, or after its kind where it is of the unit itself. */
export const findSubject = async (
  services: Pick<CaseServices, 'registered'>,
  actor: Actor,
  { subject, title }: Pick<CloudApplicationRules, 'subject' | 'title'>,
  named: NamedSubject,
): Promise<Result<Subject, Refusal>> => {
  if (subject.of === 'registered') return registered(services, actor, subject, named);
  const { systemName, systemId } = named;
  if (systemId !== undefined)
    return wrong('/systemId', 'unknown-field', `“${title}”不选择台账中的系统，请删除。`);
  if (subject.of === 'unit')
    return systemName === undefined
      ? accept({ systemName: title, before: [] })
      : wrong('/systemName', 'unknown-field', `“${title}”不填写名称，请删除。`);
  return systemName === undefined
    ? wrong('/systemName', 'required', `请填写“${subject.label}”。`)
    : accept({ systemName, before: [] });
};

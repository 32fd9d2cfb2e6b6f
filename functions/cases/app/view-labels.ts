import type { CaseSummary } from '#shared/contracts/cases.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { nodeNames } from '#shared/kernel/sight.ts';
import { cityOf, type TenantId } from '#shared/kernel/tenant.ts';
import { isRoleId, labelOfRole } from '#shared/tenancy/roles.ts';
import type { ActedAs, CaseState, Reseating } from '../domain/case-state.ts';
import { profileRules } from './application-rules.ts';
import type { CaseServices } from './services.ts';
import { statusLabelOf, statusOf } from './status-of.ts';

export const roleLabel = (role: string): string => (isRoleId(role) ? labelOfRole(role) : role);

/** Why a task stands before another post than it was meant for. */
export const reseatedWords = ({ role, why }: Reseating, to: string): string =>
  why === 'makers'
    ? `${roleLabel(role)}岗位人员均参与了本件的编制，依回避要求转由${roleLabel(to)}办理`
    : `原定人员已不在岗，转由${roleLabel(to)}岗位办理`;

export const actorView = (by: Pick<ActedAs, 'name' | 'organisation' | 'role' | 'onBehalfOf'>) => ({
  name: by.onBehalfOf ? `${by.name}（代${by.onBehalfOf.name}）` : by.name,
  organisation: by.organisation,
  roleLabel: roleLabel(by.role),
});

/** Names of the tenants of the actor's city. */
export type TenantNames = ReadonlyMap<TenantId, string>;

export const tenantNames = async (
  { references }: Pick<CaseServices, 'references'>,
  actor: Pick<Actor, 'tenant'>,
): Promise<TenantNames> => nodeNames(await references.nodesOf(cityOf(actor.tenant)));

/** What its kind is called, and whether it has a cost. */
export const kindWords = (
  state: Pick<CaseState, 'tenant' | 'kind' | 'ruleVersion'>,
): Pick<CaseSummary, 'kindTitle' | 'matter' | 'priced'> => {
  const applicable = profileRules(state);
  if (!applicable.ok) return { kindTitle: state.kind, matter: state.kind, priced: false };
  const { title, matter, form } = applicable.value.rules;
  return { kindTitle: title, matter, priced: form.sections.some(({ id }) => id === 'resources') };
};

/** What lists show of a case. */
export const summaryOf = (state: CaseState, names: TenantNames): CaseSummary => ({
  caseId: state.caseId,
  number: state.number,
  tenant: state.tenant,
  tenantName: names.get(state.tenant) ?? state.tenant,
  organisation: state.organisation,
  kind: state.kind,
  ...kindWords(state),
  systemName: state.systemName,
  ...(state.systemId === undefined ? {} : { systemId: state.systemId }),
  ...(state.linked ? { linked: state.linked } : {}),
  status: statusOf(state),
  statusLabel: statusLabelOf(state),
  round: state.round,
  version: state.version,
  createdAt: state.createdAt,
  updatedAt: state.updatedAt,
});

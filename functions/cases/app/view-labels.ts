import type { CaseSummary } from '#shared/contracts/cases.ts';
import { tenants } from '#shared/tenancy/cities.ts';
import { isRoleId, labelOfRole } from '#shared/tenancy/roles.ts';
import type { ActedAs, CaseState } from '../domain/case-state.ts';
import { statusLabelOf, statusOf } from './status-of.ts';

export const roleLabel = (role: string): string => (isRoleId(role) ? labelOfRole(role) : role);

export const actorView = (by: Pick<ActedAs, 'name' | 'organisation' | 'role'>) => ({
  name: by.name,
  organisation: by.organisation,
  roleLabel: roleLabel(by.role),
});

/** What lists show of a case. */
export const summaryOf = (state: CaseState): CaseSummary => ({
  caseId: state.caseId,
  tenant: state.tenant,
  tenantName: tenants.find(({ id }) => id === state.tenant)?.name ?? state.tenant,
  organisation: state.organisation,
  kind: state.kind,
  systemName: state.systemName,
  status: statusOf(state),
  statusLabel: statusLabelOf(state),
  round: state.round,
  version: state.version,
  createdAt: state.createdAt,
  updatedAt: state.updatedAt,
});

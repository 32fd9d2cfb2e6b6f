import type { Actor } from '#shared/kernel/actor.ts';
import { looksInto } from '#shared/kernel/actor-reach.ts';
import { cityOf, isCityTenant, type TenantId } from '#shared/kernel/tenant.ts';
import type { ReclamationRules } from '#shared/regulation/reclamation-spec.ts';
import { type Rectification, type RectificationActKind, rectificationStatus } from './rectification-state.ts';
import { isAuthority, isDepartment } from './who-may.ts';

/** Who records findings, proposes disposals and judges what was mended: roles of the city, in its own node. */
export const runs = (actor: Actor, { runs: roles }: Pick<ReclamationRules, 'runs'>): boolean =>
  isCityTenant(actor.tenant) && roles.value.some((role) => actor.roles.includes(role));

/** The department sees nothing of it before the authority's review, and nothing at all of what was dismissed (yc-cloud-19-9). */
export const maySeeRectification = (actor: Actor, state: Rectification): boolean => {
  if (isDepartment(actor, state)) return !['proposed', 'dismissed'].includes(rectificationStatus(state));
  return looksIntoRectifications(actor, state.tenant);
};

/** Who looks at a tenant's rectifications: whoever looks at its reclamations, and the experts who review disposals' plans. */
export const looksIntoRectifications = (actor: Actor, tenant: TenantId): boolean =>
  looksInto(actor, tenant) || isExpert(actor, tenant);

const isExpert = (actor: Actor, tenant: TenantId): boolean =>
  cityOf(actor.tenant) === cityOf(tenant) && isCityTenant(actor.tenant) && actor.roles.includes('expert');

export const mayAct = (
  actor: Actor,
  state: Rectification,
  act: RectificationActKind,
  rules: ReclamationRules,
): boolean => {
  switch (act) {
    case 'warn':
    case 'dismiss':
    case 'decide':
      return isAuthority(actor, state.tenant, state.authority, rules);
    case 'state':
      return isDepartment(actor, state);
    case 'judge':
    case 'propose':
      return runs(actor, rules) && cityOf(actor.tenant) === cityOf(state.tenant);
    case 'review':
      return isDepartment(actor, state) || isExpert(actor, state.tenant);
  }
};

import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { administratorRoles, labelOfRole } from '#shared/tenancy/roles.ts';

type AdministratorRole = (typeof administratorRoles)[number];

export const holdsRole = (actor: Actor, role: AdministratorRole): boolean => actor.roles.includes(role);

/** Refusal for everybody but those who hold one of the given administrative roles; without any given, of the three. */
export const administratorsOnly = (
  actor: Actor,
  ...allowed: readonly AdministratorRole[]
): Refusal | undefined => {
  const roles = allowed.length === 0 ? administratorRoles : allowed;
  return roles.some((role) => holdsRole(actor, role))
    ? undefined
    : { code: 'not-allowed', detail: `此项仅对${roles.map(labelOfRole).join('、')}开放。` };
};

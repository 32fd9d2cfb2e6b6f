import { cityOf, type TenantId } from '#shared/kernel/tenant.ts';
import { offeredRules, profileOf } from '#shared/regulation/find-profile.ts';
import type { Heads } from '../domain/posts.ts';

/** Whom the rules of a city name as head of each post: who is told when it is late. */
export const headsOf = (tenant: TenantId): Heads => {
  const profile = profileOf(cityOf(tenant));
  const routes = (profile && offeredRules(profile)?.routes) ?? [];
  const heads = new Map<string, Set<string>>();
  for (const { holder, escalatesTo } of routes.flatMap(({ steps }) => steps.flatMap(({ stages }) => stages)))
    if (escalatesTo) heads.set(holder.role, new Set([...(heads.get(holder.role) ?? []), escalatesTo.role]));
  return heads;
};

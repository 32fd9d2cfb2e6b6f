import type * as z from 'zod/mini';
import type { standardsView } from '#shared/contracts/catalogue-versions.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { catalogueVerbs } from '../domain/who-may.ts';
import { noRules, rulesFor } from './pass-door.ts';
import type { CatalogueServices } from './ports.ts';
import { whoOf } from './view-versions.ts';

/** 支出预算标准 as it stands; empty where the city's rules know none. */
export const viewStandards = async (
  { store, namesOf }: CatalogueServices,
  actor: Actor,
): Promise<Result<z.output<typeof standardsView>, Refusal>> => {
  const rules = rulesFor(actor);
  if (!rules) return refuse(noRules);
  const city = cityOf(actor.tenant);
  const [{ state }, standards] = await Promise.all([store.load(city), store.standards(city)]);
  const names = await namesOf(city, standards ? [standards.setBy] : []);
  const setBy = whoOf(names, standards?.setBy);
  return accept({
    version: state.version,
    may: catalogueVerbs(rules, actor),
    ...(standards ? { document: standards.document, setAt: standards.setAt } : {}),
    ...(setBy ? { setBy } : {}),
    items: [...(standards?.items ?? [])],
  });
};

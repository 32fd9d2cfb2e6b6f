import type { ObligationList, ObligationSummary } from '#shared/contracts/obligations.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { decodeCursor, encodeCursor } from '#shared/kernel/page-cursor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { nodeNames, type Sight, sightOf } from '#shared/kernel/sight.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { recordCrossTenant } from '#shared/log/record-cross-tenant.ts';
import { maySee } from '../domain/who-may.ts';
import type { ListedObligation, ObligationServices } from './ports.ts';
import { reckonings, rulesInForce } from './reckoning-for.ts';
import { summaryOf } from './summarise-obligation.ts';

export interface ObligationQuery {
  readonly tenant?: string | undefined;
  readonly show?: 'open' | 'overdue' | 'soon' | 'explained' | 'done' | undefined;
  readonly kind?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

const defaultLimit = 20;

const isShown = ({ show, kind }: ObligationQuery, item: ObligationSummary): boolean => {
  if (kind !== undefined && item.kind !== kind) return false;
  switch (show) {
    case 'overdue':
      return item.light === 'overdue';
    case 'soon':
      return item.light === 'soon';
    case 'explained':
      return item.waitsFor === 'judge';
    default:
      return true;
  }
};

/** The next in order of all tenants; only these are read. */
const pageOf = async (
  { pages }: ObligationServices,
  { tenants, organisation }: Sight,
  state: 'open' | 'closed',
  after: string | undefined,
  limit: number,
): Promise<{ readonly rows: readonly ListedObligation[]; readonly next?: string }> => {
  const places = await Promise.all(
    tenants.map((tenant) => pages.placesOf(tenant, organisation, state, after, limit)),
  );
  const before = (a: string, b: string): boolean => (state === 'open' ? a < b : a > b);
  const page = places
    .flat()
    .sort((a, b) => (before(a.position, b.position) ? -1 : 1))
    .slice(0, limit);
  const next = page.length === limit ? page.at(-1)?.position : undefined;
  return { rows: await pages.read(page, state), ...(next === undefined ? {} : { next }) };
};

/** 履约事项 by due day: a department's own, a county's, or for the city's cloud roles those of its counties. */
export const listObligations = async (
  services: ObligationServices,
  actor: Actor,
  query: ObligationQuery,
): Promise<Result<ObligationList, Refusal>> => {
  const from = decodeCursor(query.cursor);
  if (!from.ok) return from;
  const city = cityOf(actor.tenant);
  const nodes = await services.references.nodesOf(city);
  const sight = sightOf(actor, nodeNames(nodes), query.tenant);
  if (!sight.ok) return sight;
  const { tenants, names } = sight.value;
  const state = query.show === 'done' ? 'closed' : 'open';
  const limit = query.limit ?? defaultLimit;
  const page = await pageOf(services, sight.value, state, from.value['after'], limit);
  for (const tenant of tenants) recordCrossTenant(actor, { tenant }, 'listObligations');
  const reckon = await reckonings(services, city);
  const items = page.rows
    .map(({ obligation }) => obligation)
    .filter((obligation) => maySee(actor, obligation))
    .map((obligation) => {
      const name = names.get(obligation.tenant) ?? obligation.tenant;
      return summaryOf(obligation, name, reckon(obligation));
    });
  const kinds = Object.entries(rulesInForce(city)?.kinds ?? {});
  return accept({
    items: items.filter((item) => isShown(query, item)),
    kinds: kinds.map(([kind, { title }]) => ({ kind, title })),
    ...(page.next === undefined ? {} : { nextCursor: encodeCursor({ after: page.next }) }),
  });
};

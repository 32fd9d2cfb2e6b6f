import type { Actor } from '#shared/kernel/actor.ts';
import { newestOf, orderOf } from '#shared/kernel/newest-of.ts';
import { decodeCursor, encodeCursor } from '#shared/kernel/page-cursor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { type Looks, nodeNames, sightOf } from '#shared/kernel/sight.ts';
import { cityOf, type TenantId } from '#shared/kernel/tenant.ts';
import { recordCrossTenant } from '#shared/log/record-cross-tenant.ts';
import type { ProcessLists, References } from './ports.ts';

export interface ProcessQuery {
  readonly tenant?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

const defaultLimit = 20;

interface Listing<State> {
  readonly references: Pick<References, 'nodesOf'>;
  readonly lists: ProcessLists<State>;
  readonly idOf: (state: State) => string;
  readonly looksInto: Looks;
  readonly maySee: (actor: Actor, state: State) => boolean;
  readonly operation: string;
}

export interface Listed<State> {
  readonly rows: readonly { readonly state: State; readonly tenantName: string }[];
  readonly nextCursor?: string;
}

/** Processes the newest first: those of every tenant that the actor looks into, or else their department's own. */
export const listProcesses = async <State extends { readonly tenant: TenantId }>(
  { references, lists, idOf, looksInto, maySee, operation }: Listing<State>,
  actor: Actor,
  query: ProcessQuery,
): Promise<Result<Listed<State>, Refusal>> => {
  const from = decodeCursor(query.cursor);
  if (!from.ok) return from;
  const nodes = await references.nodesOf(cityOf(actor.tenant));
  const sight = sightOf(actor, nodeNames(nodes), query.tenant, looksInto);
  if (!sight.ok) return sight;
  const { tenants, organisation, names } = sight.value;
  const limit = query.limit ?? defaultLimit;
  // By what the index gave: rows that are not for this actor's eyes still move the page on.
  const page = await newestOf(
    tenants,
    (tenant, after, most) => lists.idsOf(tenant, organisation, after, most),
    from.value['after'],
    limit,
  );
  const rows = (await lists.read(page)).filter((state) => maySee(actor, state));
  for (const state of rows)
    recordCrossTenant(actor, { tenant: state.tenant, caseId: idOf(state) }, operation);
  const last = page.length === limit ? page.at(-1) : undefined;
  return accept({
    rows: rows.map((state) => ({
      state,
      tenantName: names.get(state.tenant) ?? state.tenant,
    })),
    ...(last ? { nextCursor: encodeCursor({ after: orderOf(last.id) }) } : {}),
  });
};

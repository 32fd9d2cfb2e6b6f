import type { ListedCase } from '#shared/contracts/case-lists.ts';
import type { CaseStatus } from '#shared/contracts/cases.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { orderOf } from '#shared/kernel/newest-of.ts';
import { decodeCursor, encodeCursor } from '#shared/kernel/page-cursor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { recordCrossTenant } from '#shared/log/record-cross-tenant.ts';
import type { CaseKind } from '#shared/regulation/profile.ts';
import type { CaseState } from '../domain/case-state.ts';
import { maySee } from '../domain/who-may.ts';
import { type CaseSource, caseSourceFor } from './case-source.ts';
import { contextsOf } from './decision-context.ts';
import { listedCase } from './list-line.ts';
import type { CaseLists } from './list-ports.ts';
import type { CaseServices } from './services.ts';
import { statusOf } from './status-of.ts';
import { tenantNames } from './view-labels.ts';

interface CaseFilter {
  readonly status?: CaseStatus | undefined;
  readonly kind?: CaseKind | undefined;
  readonly text?: string | undefined;
  readonly mine?: 'true' | undefined;
}

export interface CaseQuery extends CaseFilter {
  readonly tenant?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

const defaultLimit = 20;
/** Most cases that one request reads in search of those that pass the filter. */
const mostRead = 300;
const filteredChunk = 100;

const passes = (filter: CaseFilter, actor: Actor, state: CaseState): boolean => {
  if (!maySee(actor, state)) return false;
  if (filter.status !== undefined && statusOf(state) !== filter.status) return false;
  if (filter.kind !== undefined && state.kind !== filter.kind) return false;
  if (filter.mine !== undefined && !state.makers.includes(actor.personId)) return false;
  const text = filter.text?.trim().toLowerCase() ?? '';
  return [state.systemName, state.organisation.name, state.number].some((name) =>
    name.toLowerCase().includes(text),
  );
};

interface Found {
  readonly states: readonly CaseState[];
  /** Where the next page begins; absent at the end. */
  readonly next?: string;
}

/** Reads on until the page is full, the list is at its end, or as much has been read as one request may. */
const fillPage = async (
  lists: CaseLists,
  source: CaseSource,
  keep: (state: CaseState) => boolean,
  from: string | undefined,
  { limit, chunk }: { readonly limit: number; readonly chunk: number },
): Promise<Found> => {
  const states: CaseState[] = [];
  let after = from;
  for (let read = 0; read < mostRead; read += chunk) {
    const refs = await source(after, chunk);
    states.push(...(await lists.readCases(refs)).filter(keep));
    const full = states[limit - 1];
    if (full) return { states: states.slice(0, limit), next: orderOf(full.caseId) };
    after = refs.length < chunk ? undefined : orderOf(refs.at(-1)?.caseId ?? '');
    if (after === undefined) return { states };
  }
  return { states, ...(after === undefined ? {} : { next: after }) };
};

const isFiltered = ({ status, kind, text, mine }: CaseFilter): boolean =>
  [status, kind, text, mine].some((one) => one !== undefined);

/**
 * 办件列表, newest first, as far as the actor may see them: a department's own, a county's, or for city roles those of
 * a named county or of all. A page behind a filter may be short while its cursor leads on.
 */
export const listCases = async (
  services: CaseServices,
  actor: Actor,
  query: CaseQuery,
): Promise<Result<{ items: ListedCase[]; nextCursor?: string }, Refusal>> => {
  const names = await tenantNames(services, actor);
  const source = caseSourceFor(services.lists, actor, names, query.tenant);
  if (!source.ok) return source;
  const from = decodeCursor(query.cursor);
  if (!from.ok) return from;
  const limit = query.limit ?? defaultLimit;
  const chunk = isFiltered(query) ? filteredChunk : limit;
  const keep = (state: CaseState) => passes(query, actor, state);
  const page = await fillPage(services.lists, source.value, keep, from.value['after'], { limit, chunk });
  const tasks = await services.lists.readCurrentTasks(page.states);
  const contextFor = contextsOf(services, cityOf(actor.tenant));
  const items: ListedCase[] = [];
  for (const state of page.states) {
    const context = await contextFor(state);
    if (!context.ok) return context;
    recordCrossTenant(actor, state, 'listCases');
    items.push(listedCase(state, tasks.get(state.caseId), context.value, names));
  }
  return accept({
    items,
    ...(page.next === undefined ? {} : { nextCursor: encodeCursor({ after: page.next }) }),
  });
};

import type { WorkItem } from '#shared/contracts/case-desk.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { heldInOrganisation } from '#shared/kernel/held-in-organisation.ts';
import { decodeCursor, encodeCursor, type Positions } from '#shared/kernel/page-cursor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { recordCrossTenant } from '#shared/log/record-cross-tenant.ts';
import { type CaseState, type Holder, openTasks, type Task } from '../domain/case-state.ts';
import { holds } from '../domain/who-may.ts';
import { contextsOf } from './decision-context.ts';
import { refOf } from './find-case.ts';
import type { CaseLists, WorkRow } from './list-ports.ts';
import type { CaseServices } from './services.ts';
import { summaryOf, tenantNames } from './view-labels.ts';
import { viewTask } from './view-task.ts';

export interface TaskQuery {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
}

const defaultLimit = 20;
/** Rows of others' named tasks are passed over so many at a time. */
const leastPage = 100;

interface Found {
  readonly state: CaseState;
  readonly task: Task;
  readonly row: WorkRow;
}

const holdersOf = (actor: Actor): readonly Holder[] =>
  actor.roles.map((role) => ({
    tenant: actor.tenant,
    role,
    ...(heldInOrganisation(role) ? { organisation: actor.organisation.id } : {}),
  }));

/** Rows of a post's list that are the actor's to see: those of others by name are passed over until a page is full. */
const rowsFor = async (
  lists: CaseLists,
  actor: Actor,
  holder: Holder,
  after: string | undefined,
  limit: number,
): Promise<readonly WorkRow[]> => {
  const kept: WorkRow[] = [];
  let size = limit;
  let position = after;
  for (;;) {
    const rows = await lists.listWork(holder, position, size);
    kept.push(...rows.filter(({ membership }) => holds(actor, { ...holder, ...named(membership) })));
    if (rows.length < size || kept.length >= limit) return kept.slice(0, limit);
    position = rows.at(-1)?.position;
    size = Math.max(limit, leastPage);
  }
};

const named = (membership: string | undefined) => (membership === undefined ? {} : { membership });

/** What the caller's last command left for the caller, read from the table because the index may lag. */
const ownEffect = async (
  services: CaseServices,
  actor: Actor,
  after: string | undefined,
): Promise<readonly Found[]> => {
  if (after === undefined) return [];
  const ref = refOf(actor, after.slice(0, after.indexOf('@')));
  const loaded = ref.ok ? await services.cases.load(ref.value) : undefined;
  if (!ref.ok || !loaded) return [];
  return openTasks(loaded.state)
    .filter((task) => holds(actor, task.holder))
    .map((task) => ({
      state: loaded.state,
      task,
      row: {
        ref: ref.value,
        taskId: task.taskId,
        openedAt: task.openedAt,
        position: services.lists.positionOf(ref.value, task),
      },
    }));
};

/** One page of index rows over all of the actor's worklists, and where each list continues. */
const nextRows = async (services: CaseServices, actor: Actor, from: Positions, limit: number) => {
  const lists = await Promise.all(
    holdersOf(actor).map(async (holder) => ({
      role: holder.role,
      rows: await rowsFor(services.lists, actor, holder, from[holder.role], limit),
    })),
  );
  const merged = lists
    .flatMap(({ role, rows }) => rows.map((row) => ({ role, row })))
    .sort((a, b) => (a.row.position < b.row.position ? -1 : 1));
  const page = merged.slice(0, limit);
  const more = merged.length > limit || lists.some(({ rows }) => rows.length === limit);
  const positions: Positions = {
    ...from,
    ...Object.fromEntries(page.map(({ role, row }) => [role, row.position])),
  };
  return { rows: page.map(({ row }) => row), next: more && page.length > 0 ? positions : undefined };
};

/**
 * 待办 of the actor by target day. Rows come from the index, what they are now from the table: what has been decided
 * or handed on is dropped, and the effect of the caller's own last command (`after`) is always there. A city's look into its
 * counties' queues is recorded (yc-cloud-4-2).
 */
export const listTasks = async (
  services: CaseServices,
  actor: Actor,
  query: TaskQuery,
): Promise<Result<{ items: WorkItem[]; nextCursor?: string }, Refusal>> => {
  const from = decodeCursor(query.cursor);
  if (!from.ok) return from;
  const [names, { rows, next }, own] = await Promise.all([
    tenantNames(services, actor),
    nextRows(services, actor, from.value, query.limit ?? defaultLimit),
    query.cursor === undefined ? ownEffect(services, actor, query.after) : [],
  ]);
  const read = (await services.lists.readWork(rows)).filter(
    ({ task }) => !task.decision && holds(actor, task.holder),
  );
  const found = new Map([...read, ...own].map((item) => [item.row.position, item]));
  const contextFor = contextsOf(services, cityOf(actor.tenant));
  const items: WorkItem[] = [];
  for (const { state, task, row } of [...found.values()].sort((a, b) =>
    a.row.position < b.row.position ? -1 : 1,
  )) {
    const context = await contextFor(state);
    if (!context.ok) return context;
    recordCrossTenant(actor, row.ref, 'listTasks');
    items.push({ task: viewTask(task, state, context.value, actor), case: summaryOf(state, names) });
  }
  return accept({ items, ...(next ? { nextCursor: encodeCursor(next) } : {}) });
};

import type { WorkSummary, WorkView } from '#shared/contracts/work-orders.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { decodeCursor, encodeCursor } from '#shared/kernel/page-cursor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { isOpenWork, type WorkOrder } from '../domain/work-order.ts';
import type { WorkTask } from '../domain/work-task.ts';
import { unknownWork } from './answer-work.ts';
import { dueView } from './due-view.ts';
import { isProvider } from './find-order.ts';
import type { WorkServices } from './ports.ts';
import { rulesInForce } from './rules-of.ts';
import { workLabel } from './work-label.ts';

/** Undone a task counts none of its resources, done all of them. */
const countedOf = ({ units, task }: WorkOrder): Pick<WorkSummary, 'opened' | 'total'> => {
  if (task) return { opened: task.done ? task.resources.length : 0, total: task.resources.length };
  const counted = units.filter(({ state }) => state !== 'released');
  return { opened: counted.filter(({ state }) => state === 'opened').length, total: counted.length };
};

/** What a view is worded by: names of the city's nodes, and today on its calendar. */
const wordsFor = async ({ references, clock }: WorkServices, actor: Actor) => {
  const city = cityOf(actor.tenant);
  const [nodes, overlay] = await Promise.all([references.nodesOf(city), references.calendarOverlay(city)]);
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  return { names, today: { calendar: createWorkingCalendar(overlay, actor.tenant), now: clock.now() } };
};

const summaryOf = (work: WorkOrder, { names, today }: Awaited<ReturnType<typeof wordsFor>>): WorkSummary => {
  const open = isOpenWork(work);
  const due = dueView(work.due, open ? undefined : work.answeredAt, today);
  return {
    workId: work.workId,
    kind: work.kind,
    kindLabel: workLabel(work),
    ...(work.batch === undefined ? {} : { batch: work.batch }),
    systemName: work.systemName,
    applicant: work.applicant,
    tenantName: names.get(work.tenant) ?? work.tenant,
    issuedAt: work.issuedAt,
    state: open ? 'open' : 'done',
    ...(due ? { due } : {}),
    ...(work.window ? { window: work.window } : {}),
    ...countedOf(work),
  };
};

const mayDo = (work: WorkOrder): WorkView['may'] => {
  if (work.task) return isOpenWork(work) ? [work.task.done ? 'certify' : 'carryOut'] : [];
  if (work.kind === 'confirmation') return isOpenWork(work) ? ['confirm'] : [];
  if (isOpenWork(work)) return ['report'];
  return work.kind === 'opening' && work.units.some(({ state }) => state === 'opened')
    ? ['leaveCredentials']
    : [];
};

const taskView = ({
  resources,
  done,
  answers: _answers,
  ...task
}: WorkTask): NonNullable<WorkView['task']> => ({
  ...task,
  ...(done
    ? { done: { evidence: done.evidence, ...(done.erasure === undefined ? {} : { erasure: done.erasure }) } }
    : {}),
  resources: resources.map(({ addresses, ...rest }) => ({ ...rest, addresses: [...addresses] })),
});

/** 工单, of the actor's own organisation only. */
export const viewWork = async (
  services: WorkServices,
  actor: Actor,
  workId: string,
): Promise<Result<WorkView, Refusal>> => {
  if (!isProvider(actor)) return refuse(unknownWork);
  const loaded = await services.work.load({ provider: actor.organisation.id, workId });
  if (!loaded) return refuse(unknownWork);
  const { state: work, version } = loaded;
  const clause = rulesInForce(cityOf(work.tenant))?.credentialsOnce.clause;
  return accept({
    ...summaryOf(work, await wordsFor(services, actor)),
    version,
    lines: work.lines.map((line) => ({ ...line })),
    units: work.units.map(({ addresses, ...unit }) => ({
      ...unit,
      ...(addresses ? { addresses: [...addresses] } : {}),
    })),
    ...(work.credentials ? { credentials: { at: work.credentials.at } } : {}),
    ...(clause === undefined ? {} : { credentialsClause: clause }),
    ...(work.task ? { task: taskView(work.task) } : {}),
    may: mayDo(work),
  });
};

export interface WorkQuery {
  readonly state?: 'open' | 'done' | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

const defaultLimit = 20;

/** 工单 by their clock. */
export const listWork = async (
  services: WorkServices,
  actor: Actor,
  { state = 'open', cursor, limit = defaultLimit }: WorkQuery,
): Promise<Result<{ items: WorkSummary[]; nextCursor?: string }, Refusal>> => {
  const from = decodeCursor(cursor);
  if (!from.ok) return from;
  if (!isProvider(actor)) return accept({ items: [] });
  const [page, words] = await Promise.all([
    services.workLists.listWork(actor.organisation.id, state, from.value['after'], limit),
    wordsFor(services, actor),
  ]);
  return accept({
    items: page.rows
      .filter((work) => (isOpenWork(work) ? 'open' : 'done') === state)
      .map((work) => summaryOf(work, words)),
    ...(page.next === undefined ? {} : { nextCursor: encodeCursor({ after: page.next }) }),
  });
};

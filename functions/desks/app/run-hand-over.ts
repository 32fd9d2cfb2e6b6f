import type { NamedTask, NamedTasks } from '#functions/cases/ports/named-tasks.ts';
import { heldInOrganisation } from '#shared/kernel/held-in-organisation.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { log } from '#shared/log/log.ts';
import { type HandOver, type HandOverRow, withRows } from '../domain/hand-over.ts';
import { endDelegations } from './end-delegations.ts';
import type { DeskServices } from './ports.ts';

export type RunHandOverServices = Pick<
  DeskServices,
  'delegations' | 'handOvers' | 'posts' | 'clock' | 'wallClock' | 'ids'
> & { readonly tasks: NamedTasks };

/** `more`: the next page is due at once. `later`: the sweep comes back to it. `over`: nothing is left for this run. */
export type PageOutcome = 'more' | 'later' | 'over';

/** Rows of a list for one message: few enough for one run of the consumer. */
const pageSize = 50;

/** Of one case in one run: a short spell of trouble is not told as a failure. */
const tries = 5;

const failedRow = ({ ref, taskId }: NamedTask): HandOverRow => ({
  caseId: ref.caseId,
  taskId,
  stageTitle: '',
  done: false,
  problem: {
    code: 'case-moved',
    title: '这一件暂时没有交接成',
    detail: '办件正在频繁办理或出错，请稍候再办一次交接；其余各件不受影响。',
  },
});

const handOverOne = async (
  { tasks }: RunHandOverServices,
  { tenant, from, to, reason, cause, requestedBy }: HandOver,
  task: NamedTask,
): Promise<readonly HandOverRow[]> => {
  const wanted = {
    tenant,
    taskId: task.taskId,
    from: from.membershipId,
    roles: from.roles,
    to: to?.membershipId,
    reason,
    cause,
    actor: requestedBy,
  };
  for (let attempt = 1; ; attempt += 1)
    try {
      const handed = await tasks.handOver(task.ref, wanted);
      return handed.map((row) => ({ caseId: task.ref.caseId, ...row, done: row.problem === undefined }));
    } catch (error) {
      if (attempt < tries) continue;
      log.error('hand-over.failed', error, { caseId: task.ref.caseId });
      return [failedRow(task)];
    }
};

const postAt = ({ tenant, from, cursor }: HandOver) => {
  const role = from.roles[cursor.role];
  if (role === undefined) return undefined;
  const organisation = heldInOrganisation(role) ? { organisation: from.organisationId } : {};
  return { tenant, role, ...organisation };
};

/** The job with what the next page holds, noted where anything is to be done; undefined when another run was quicker. */
const takeInHand = async (
  { tasks, handOvers }: RunHandOverServices,
  job: HandOver,
  post: NonNullable<ReturnType<typeof postAt>>,
) => {
  if (job.inHand) return { ...job, inHand: job.inHand };
  const { next, ...page } = await tasks.page(post, job.cursor.after, pageSize);
  const held = page.tasks.filter(({ membership }) => membership === job.from.membershipId);
  const inHand = { tasks: held, ...(next === undefined ? {} : { next }) };
  if (held.length === 0) return { ...job, inHand };
  const noted = { ...job, inHand, revision: job.revision + 1 };
  return (await handOvers.save(noted)) ? noted : undefined;
};

/** The lists are through: whoever left by an ended post is looked at once more when the index has caught up. */
const finish = async (services: RunHandOverServices, job: HandOver): Promise<PageOutcome> => {
  const { handOvers, wallClock, clock } = services;
  const settles = job.cause === 'postEnded' && job.state === 'running';
  if (settles && wallClock.now().toISOString() < job.settleAfter) {
    await handOvers.save({ ...job, state: 'settling', cursor: { role: 0 }, revision: job.revision + 1 });
    return 'later';
  }
  const delegationsEnded = job.delegationsEnded + (await endDelegations(services, job));
  const done: HandOver = {
    ...job,
    state: 'done',
    delegationsEnded,
    revision: job.revision + 1,
    finishedAt: clock.now().toISOString(),
  };
  if (!(await handOvers.save(done))) return 'over';
  await handOvers.clearMarker(job.tenant, job.id);
  log.info('hand-over.done', { id: job.id, rows: job.rows.length });
  return 'over';
};

/**
 * One page of a hand-over: what it holds is noted, then one command a case, then where it stands. Killed in between, what was
 * noted is done again, which changes nothing and tells the same; of two runs over one page the slower stops.
 */
export const runHandOver = async (
  services: RunHandOverServices,
  tenant: TenantId,
  id: string,
): Promise<PageOutcome> => {
  const job = await services.handOvers.find(tenant, id);
  if (!job || job.state === 'done') {
    await services.handOvers.clearMarker(tenant, id);
    return 'over';
  }
  if (job.state === 'settling' && services.wallClock.now().toISOString() < job.settleAfter) return 'later';
  const post = postAt(job);
  if (!post) return finish(services, job);
  const taken = await takeInHand(services, job, post);
  if (!taken) return 'over';
  const { inHand, ...left } = taken;
  const rows: HandOverRow[] = [];
  for (const task of inHand.tasks) rows.push(...(await handOverOne(services, job, task)));
  const { role } = job.cursor;
  const cursor = inHand.next === undefined ? { role: role + 1 } : { role, after: inHand.next };
  const saved = await services.handOvers.save({
    ...withRows(left, rows),
    cursor,
    revision: left.revision + 1,
  });
  return saved ? 'more' : 'over';
};

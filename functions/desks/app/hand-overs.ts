import type { Membership } from '#functions/tenancy/app/membership.ts';
import type { HandOverAnswer, HandOverBody, HandOverList, HandOverView } from '#shared/contracts/desks.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { actorRefusal } from '#shared/kernel/actor-refusal.ts';
import { type Asked, replayed, scopeOf } from '#shared/kernel/asked.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { type HandOver, openHandOver } from '../domain/hand-over.ts';
import { sharedPosts } from '../domain/posts.ts';
import { handsOverAtAll, handsOverNothing, leaverFor } from './list-desks.ts';
import type { DeskServices } from './ports.ts';
import { memberView } from './view-people.ts';

type Services = Pick<DeskServices, 'delegations' | 'handOvers' | 'clock' | 'wallClock' | 'ids'> & {
  readonly member: (tenant: Actor['tenant'], membershipId: string) => Promise<Membership | undefined>;
};

const partyOf = ({ id, personId, name, organisation }: Membership) => ({
  membershipId: id,
  personId,
  name,
  organisation: organisation.name,
});

/** Whose open items, by which posts. */
const fromOf = (leaver: Membership): HandOver['from'] => ({
  ...partyOf(leaver),
  roles: leaver.roles,
  organisationId: leaver.organisation.id,
});

const wrong = (pointer: string, code: string, message: string): Refusal => ({
  code: 'hand-over-invalid',
  detail: '请按下列提示修改后再交接。',
  errors: [{ pointer, code, message }],
});

const objectionTo = (from: Membership | undefined, to: Membership | undefined): Refusal | undefined => {
  if (!from) return wrong('/from', 'unknown', '没有这个人，或不由您办理交接，请从列出的人员中选择。');
  if (to?.state !== 'active') return wrong('/to', 'unknown', '接手人不在任，请从列出的接手人中选择。');
  if (to.id === from.id) return wrong('/to', 'self', '接手人不能是本人，请选择其他人员。');
  return sharedPosts(from, to).length === 0
    ? wrong('/to', 'other-post', `${to.name}与${from.name}不在同一岗位，请选择同岗位人员。`)
    : undefined;
};

/** 离岗交接: written with a marker; the items themselves are handed over one by one by the queue's consumer. */
export const startHandOver = async (
  services: Services,
  asked: Asked,
  { from, to, reason }: HandOverBody,
): Promise<Result<HandOverAnswer, Refusal>> => {
  const { actor } = asked;
  if (!handsOverAtAll(actor)) return refuse(handsOverNothing);
  const scope = scopeOf(asked);
  const repeated = async () => {
    const record = await services.delegations.findIdempotency(scope);
    return record && replayed<HandOverAnswer>(record, scope.digest);
  };
  const known = await repeated();
  if (known) return known;
  const [member, successor] = await Promise.all([
    services.member(actor.tenant, from),
    services.member(actor.tenant, to),
  ]);
  const leaver = member && leaverFor(actor, member);
  const objection = objectionTo(leaver, successor);
  if (objection || !leaver || !successor) return refuse(objection ?? handsOverNothing);
  const now = services.clock.now();
  const job = openHandOver(
    {
      id: services.ids.next(now.getTime()),
      tenant: actor.tenant,
      from: fromOf(leaver),
      to: partyOf(successor),
      cause: 'left',
      reason,
      requestedBy: actor,
    },
    now.toISOString(),
    services.wallClock.now(),
  );
  const answer = { handOverId: job.id };
  const outcome = await services.handOvers.open(job, actor, { ...scope, answer: JSON.stringify(answer) });
  if (outcome.written) return accept(answer);
  const refusal = actorRefusal(outcome.failed);
  return refusal ? refuse(refusal) : ((await repeated()) ?? refuse(handsOverNothing));
};

const headOf = (job: HandOver): HandOverList['items'][number] => ({
  handOverId: job.id,
  from: memberView(job.from),
  ...(job.to ? { to: memberView(job.to) } : {}),
  cause: job.cause,
  reason: job.reason,
  ...(job.requestedBy ? { requestedBy: job.requestedBy.name } : {}),
  requestedAt: job.requestedAt,
  state: job.state === 'done' ? 'done' : 'running',
  done: job.rows.filter(({ done }) => done).length,
  failed: job.rows.filter(({ done }) => !done).length,
  delegationsEnded: job.delegationsEnded,
  ...(job.finishedAt === undefined ? {} : { finishedAt: job.finishedAt }),
});

/** The administrator sees every hand-over of the tenant, a head those that they asked for. */
const maySee = (actor: Actor, job: HandOver): boolean =>
  actor.roles.includes('tenant.admin') || job.requestedBy?.membershipId === actor.membershipId;

const mostListed = 50;

export const listHandOvers = async (
  { handOvers }: Pick<DeskServices, 'handOvers'>,
  actor: Actor,
): Promise<Result<HandOverList, Refusal>> => {
  if (!handsOverAtAll(actor)) return refuse(handsOverNothing);
  const jobs = await handOvers.list(actor.tenant, mostListed);
  return accept({ items: jobs.filter((job) => maySee(actor, job)).map(headOf) });
};

export const viewHandOver = async (
  { handOvers }: Pick<DeskServices, 'handOvers'>,
  actor: Actor,
  id: string,
): Promise<Result<HandOverView, Refusal>> => {
  if (!handsOverAtAll(actor)) return refuse(handsOverNothing);
  const job = await handOvers.find(actor.tenant, id);
  if (!job || !maySee(actor, job))
    return refuse({ code: 'not-found', detail: '没有这次交接，或您无权查看。' });
  return accept({ ...headOf(job), rows: job.rows.map((row) => ({ ...row })) });
};

import type { Actor } from '#shared/kernel/actor.ts';
import { actorRefusal } from '#shared/kernel/actor-refusal.ts';
import type { IdempotencyRecord, IdempotencyScope } from '#shared/kernel/asked.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { log } from '#shared/log/log.ts';
import { administratorsAfter } from '../domain/apply-change.ts';
import { type AdministrationEvent, nextAdministrationEntry } from './administration-entry.ts';
import type { AdministrationServices, AdministrationWrites, Roster } from './administration-ports.ts';
import { administratorsOnly } from './who-administers.ts';

/** What a command comes to. */
export interface AdministrationDecision<Answer> {
  readonly event: AdministrationEvent;
  readonly writes: AdministrationWrites;
  readonly answer: Answer;
}

type Decide<Answer> = (
  roster: Roster,
  at: string,
) => Promise<Result<AdministrationDecision<Answer>, Refusal>>;
type Keep = (answer: string) => IdempotencyScope & IdempotencyRecord;

/** Commands of one tenant's administration that meet are decided again, one after the other, so often. */
const attempts = 8;

const busy: Refusal = { code: 'administration-busy', detail: '同一时间办理的授权过多，请稍候重试。' };

type Services = Pick<AdministrationServices, 'administration' | 'clock'>;

/** One pass through the door; undefined when another command was faster. */
const passOnce = async <Answer>(
  { administration, clock }: Services,
  actor: Actor,
  decide: Decide<Answer>,
  keep: Keep | undefined,
): Promise<Result<Answer, Refusal> | undefined> => {
  const roster = await administration.loadRoster(actor.tenant);
  const at = clock.now().toISOString();
  const decided = await decide(roster, at);
  if (!decided.ok) return decided;
  const { event, writes, answer } = decided.value;
  const outcome = await administration.commit({
    ...writes,
    before: roster,
    administrators: writes.membership
      ? administratorsAfter(roster.administrators, writes.membership)
      : roster.administrators,
    entry: nextAdministrationEntry(roster, event, actor, at),
    actor,
    ...(keep ? { idempotency: keep(JSON.stringify(answer)) } : {}),
  });
  if (outcome.written) return accept(answer);
  log.info('administration.conflict', { tenant: actor.tenant, failed: outcome.failed.join(' ') });
  const notTheirs = actorRefusal(outcome.failed);
  if (notTheirs) return refuse(notTheirs);
  return outcome.failed.includes('idempotency') ? refuse(busy) : undefined;
};

/**
 * The door of a tenant's administration. Loads the roster, lets the rules decide on what stands under it, and writes
 * everything in one transaction conditioned on the roster's version and on the actor's standing membership. Whoever
 * meets another command decides again on what that one left.
 * @param keep where the answer is kept for a repeated request; who has been answered there is refused here
 */
export const passAdministration = async <Answer>(
  services: Services,
  actor: Actor,
  decide: Decide<Answer>,
  keep?: Keep,
): Promise<Result<Answer, Refusal>> => {
  const refusal = administratorsOnly(actor);
  if (refusal) return refuse(refusal);
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const result = await passOnce(services, actor, decide, keep);
    if (result) return result;
  }
  return refuse(busy);
};

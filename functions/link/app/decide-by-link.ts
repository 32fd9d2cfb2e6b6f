import type { DecisionBody } from '#shared/contracts/case-commands.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import type { Result } from '#shared/kernel/result.ts';
import { isLive, type Link } from '../domain/link.ts';
import { actorOfLink, findLink } from './find-link.ts';
import { type LinkedMatter, linkedMatter, shownTo } from './linked-matter.ts';
import type { Outcome, Typed } from './matter-page.ts';
import type { LinkServices } from './ports.ts';
import { openView, type View } from './secrets.ts';

/** What came of a decision, for somebody who was shown the matter. `mend`: what was sent can't be taken as it is. */
export interface LinkDecision {
  readonly as: Outcome | 'mend';
  readonly page: string;
}

export type SentDecision = Pick<DecisionBody, 'verb' | 'opinion'>;

const reasons = ({ detail, errors }: Refusal): readonly string[] =>
  errors?.length ? errors.map(({ message }) => message) : [detail];

/** What can be mended in what was sent; undefined when something else stands against it. */
const mendable = (
  refusal: Refusal | undefined,
  sent: Result<SentDecision, readonly string[]>,
): readonly string[] | undefined => {
  if (!sent.ok) return sent.refusal;
  return refusal?.code === 'decision-invalid' ? reasons(refusal) : undefined;
};

const decide = (
  services: LinkServices,
  actor: Actor,
  { id, about, caseId, taskId }: Link,
  view: View,
  sent: SentDecision,
): Promise<Result<unknown, Refusal>> => {
  if (about !== undefined) return services.orders[about].decide(actor, id, caseId, view);
  const { version: expectedVersion, formDigest } = view;
  return services.cases.decide(actor, id, { ...sent, caseId, taskId, expectedVersion, formDigest });
};

interface Shown {
  readonly link: Link;
  readonly view: View;
  readonly actor: Actor;
}

/** Who holds a valid view of a link's matter; everybody else is told nothing. */
const findShown = async (
  services: LinkServices,
  token: string,
  field: string,
  now: Date,
): Promise<Shown | undefined> => {
  const link = await findLink(services, token);
  if (!link || link.state === 'dead') return undefined;
  const view = openView(link, field, now);
  const actor = view && (await actorOfLink(services, link));
  return actor && { link, view, actor };
};

/** Why nothing was decided, to the one who had been shown the matter. */
const explain = (
  services: LinkServices,
  { link, view }: Shown,
  matter: LinkedMatter,
  typed: Typed | undefined,
): LinkDecision => {
  if (link.state === 'used') return { as: 'already', page: matter.outcome('already') };
  const stands = matter.stands && matter.version === view.version;
  if (!stands || typed === undefined) return { as: 'moved', page: matter.outcome('moved') };
  return { as: 'mend', page: matter.page(shownTo(link, matter, services.clock), typed) };
};

/**
 * 凭链接办理: through the same door as everybody, by the version that the person was shown; the link is consumed with it.
 * Undefined for whoever holds no valid view: they are told nothing.
 */
export const decideByLink = async (
  services: LinkServices,
  token: string,
  field: string,
  sent: Result<SentDecision, readonly string[]>,
  opinion: string,
): Promise<LinkDecision | undefined> => {
  const now = services.clock.now();
  const shown = await findShown(services, token, field, now);
  if (!shown) return undefined;
  const { link, view, actor } = shown;
  const live = isLive(link, now);
  const outcome = sent.ok && live ? await decide(services, actor, link, view, sent.value) : undefined;
  const matter = await linkedMatter(services, actor, link);
  if (!matter) return undefined;
  if (outcome?.ok) return { as: 'decided', page: matter.outcome('decided') };
  const why = live ? mendable(outcome?.refusal, sent) : undefined;
  return explain(services, shown, matter, why && { opinion, why });
};

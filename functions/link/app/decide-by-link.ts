import type { Matter } from '#functions/cases/app/view-matter.ts';
import type { DecisionBody } from '#shared/contracts/case-commands.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import type { Result } from '#shared/kernel/result.ts';
import { isLive, type Link } from '../domain/link.ts';
import { actorOfLink, findLink } from './find-link.ts';
import { shownTo } from './open-link.ts';
import type { LinkServices } from './ports.ts';
import { openView, type View } from './secrets.ts';

/** What came of a decision, for somebody who was shown the matter. */
export type LinkDecision =
  | { readonly as: 'decided' | 'already' | 'moved'; readonly matter: Matter }
  /** What was sent cannot be taken; the matter is as it was and may be decided again. */
  | {
      readonly as: 'mend';
      readonly actor: Actor;
      readonly matter: Matter;
      readonly view: string;
      readonly why: readonly string[];
    };

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
  { id, caseId, taskId }: Link,
  view: View,
  sent: SentDecision,
) =>
  services.cases.decide(actor, id, {
    ...sent,
    caseId,
    taskId,
    expectedVersion: view.version,
    formDigest: view.formDigest,
  });

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
  { link, view, actor }: Shown,
  matter: Matter,
  why: readonly string[] | undefined,
): LinkDecision => {
  if (link.state === 'used') return { as: 'already', matter };
  const stands = matter.task.verbs.length > 0 && matter.view.version === view.version;
  if (!stands || why === undefined) return { as: 'moved', matter };
  return { as: 'mend', actor, matter, view: shownTo(link, matter, services.clock), why };
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
): Promise<LinkDecision | undefined> => {
  const now = services.clock.now();
  const shown = await findShown(services, token, field, now);
  if (!shown) return undefined;
  const { link, view, actor } = shown;
  const live = isLive(link, now);
  const outcome = sent.ok && live ? await decide(services, actor, link, view, sent.value) : undefined;
  const matter = await services.cases.view(actor, link.caseId, link.taskId);
  if (!matter.ok) return undefined;
  if (outcome?.ok) return { as: 'decided', matter: matter.value };
  return explain(services, shown, matter.value, live ? mendable(outcome?.refusal, sent) : undefined);
};

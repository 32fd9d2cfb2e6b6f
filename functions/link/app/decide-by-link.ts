import type { Matter } from '#functions/cases/app/view-matter.ts';
import type { DecisionBody } from '#shared/contracts/cases.ts';
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
  const link = await findLink(services, token);
  const view = link && openView(link, field, now);
  const actor = view && (await actorOfLink(services, link));
  if (!actor || link.state === 'dead') return undefined;
  const read = async () => {
    const matter = await services.cases.view(actor, link.caseId, link.taskId);
    return matter.ok ? matter.value : undefined;
  };
  const outcome =
    sent.ok && isLive(link, now) ? await decide(services, actor, link, view, sent.value) : undefined;
  const matter = await read();
  if (!matter) return undefined;
  if (outcome?.ok) return { as: 'decided', matter };
  if (link.state === 'used') return { as: 'already', matter };
  const open = matter.task.verbs.length > 0 && isLive(link, now);
  const mendable = outcome === undefined || outcome.refusal.code === 'decision-invalid';
  if (!open || !mendable || matter.view.version !== view.version) return { as: 'moved', matter };
  const why = outcome ? reasons(outcome.refusal) : sent.ok ? [] : sent.refusal;
  return { as: 'mend', actor, matter, view: shownTo(link, matter, services.clock), why };
};

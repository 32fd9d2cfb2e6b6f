import type { Actor } from '#shared/kernel/actor.ts';
import type { WallClock } from '#shared/kernel/clock.ts';
import { type Link, viewMinutes } from '../domain/link.ts';
import { matterPage, type Outcome, outcomePage, type Typed } from './matter-page.ts';
import type { LinkServices } from './ports.ts';
import { processOutcomePage, processPage } from './process-page.ts';
import { sealView } from './secrets.ts';

/** What a link is about, as its person may see it: a task of a case, or what an order asks for. */
export interface LinkedMatter {
  /** It still waits for this person. */
  readonly stands: boolean;
  readonly version: number;
  readonly formDigest: string;
  page(view: string, typed?: Typed): string;
  outcome(as: Outcome): string;
}

/** Undefined where there is nothing to see. */
export const linkedMatter = async (
  services: Pick<LinkServices, 'cases' | 'orders'>,
  actor: Actor,
  { about, caseId, taskId }: Pick<Link, 'about' | 'caseId' | 'taskId'>,
): Promise<LinkedMatter | undefined> => {
  if (about !== undefined) {
    const matter = await services.orders[about].view(actor, caseId);
    return (
      matter && {
        stands: matter.stands,
        version: matter.version,
        formDigest: matter.digest,
        page: (view, typed) => processPage(actor, matter, view, typed),
        outcome: (as) => processOutcomePage(as, matter),
      }
    );
  }
  const found = await services.cases.view(actor, caseId, taskId);
  if (!found.ok) return undefined;
  const matter = found.value;
  return {
    stands: matter.task.verbs.length > 0,
    version: matter.view.version,
    formDigest: matter.view.formDigest,
    page: (view, typed) => matterPage(actor, matter, view, typed),
    outcome: (as) => outcomePage(as, matter),
  };
};

/** The hidden field by which what is shown may be decided. */
export const shownTo = (link: Link, { version, formDigest }: LinkedMatter, clock: WallClock): string =>
  sealView(link, {
    version,
    formDigest,
    expires: Math.floor(clock.now().getTime() / 1000) + viewMinutes * 60,
  });

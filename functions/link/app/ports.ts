import type { CasesForLinks } from '#functions/cases/ports/cases-for-links.ts';
import type { MatterByLink } from '#functions/provisioning/ports/orders-for-links.ts';
import type { PostHolders } from '#functions/tenancy/ports/post-holders.ts';
import type { WallClock } from '#shared/kernel/clock.ts';
import type { Link, LinkedProcess, OneTimeCode } from '../domain/link.ts';

export type { Link };

/** When a person was last sent codes, and the version of that record. */
export interface CodesSent {
  readonly times: readonly string[];
  readonly version: number;
}

/** Links by the digest of their token. Every write answers false when somebody else was first. */
export interface LinkStore {
  create(link: Link): Promise<void>;
  load(id: string): Promise<Link | undefined>;
  codesSent(personId: string): Promise<CodesSent>;
  /** Counts one more code for link and person, and leaves the notice that has it made and sent. */
  askForCode(link: Link, sent: CodesSent, now: Date): Promise<boolean>;
  /** Puts the newest code in place. */
  keepCode(id: string, code: OneTimeCode): Promise<boolean>;
  /** Counts a try; answers how many there have been, undefined when the link is not live or has none left. */
  countTry(id: string): Promise<number | undefined>;
  /** Uses a right code up; the try that brought it no longer counts. */
  spendCode(id: string, code: OneTimeCode): Promise<boolean>;
  /** Ends the link and leaves the notice that tells its person. */
  kill(link: Link, now: Date): Promise<boolean>;
}

export interface LinkServices {
  readonly links: LinkStore;
  readonly cases: CasesForLinks;
  readonly orders: Readonly<Record<LinkedProcess, MatterByLink>>;
  readonly posts: Pick<PostHolders, 'holdersOf' | 'standing'>;
  readonly clock: WallClock;
}

import type { FindOpened } from '#functions/provisioning/ports/opened-orders.ts';
import type { FindLeftBehind } from '#functions/registry/ports/left-behind.ts';
import type { FindRegistered } from '#functions/registry/ports/registered-systems.ts';
import type { PostHolders } from '#functions/tenancy/ports/post-holders.ts';
import type { ContactOfPost } from '#functions/tenancy/ports/registered-contacts.ts';
import type { BusinessClock } from '#shared/kernel/clock.ts';
import type { Ids } from '#shared/kernel/ids.ts';
import type { CaseLists } from './list-ports.ts';
import type { CaseStore } from './ports.ts';
import type { References } from './reference-ports.ts';

/** What the use cases of one person's request are given; the stores are already fenced to that person's tenant. */
export interface CaseServices {
  readonly cases: CaseStore;
  readonly lists: CaseLists;
  readonly references: References;
  /** Who stands in which post now. */
  readonly posts: PostHolders;
  /** Names and phones as registered. */
  readonly contactOf: ContactOfPost;
  /** Systems of the registry. */
  readonly registered: FindRegistered;
  /** What orders have opened. */
  readonly openedBy: FindOpened;
  readonly clock: BusinessClock;
  readonly ids: Ids;
  /** A fresh secret for a new case's digests. */
  readonly newSalt: () => string;
}

/** What recording an act may look at besides. */
export interface ActServices extends CaseServices {
  /** What keeps a provider from leaving. */
  readonly leftBehind: FindLeftBehind;
}

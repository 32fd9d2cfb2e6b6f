import type { Actor } from '#shared/kernel/actor.ts';
import type { Json } from '#shared/kernel/canonical-json.ts';
import {
  type ChainedEntry,
  chainHash,
  genesisHash,
  type JournalContent,
} from '#shared/kernel/journal-chain.ts';
import type { CatalogueEvent } from '../domain/catalogue-events.ts';

/** What the journal keeps of an event: labels, dates, counts and digests; free text stays with the version. */
const kept = (event: CatalogueEvent): { readonly [key: string]: Json } => {
  switch (event.type) {
    case 'DraftSaved': {
      const { effectiveFrom, count } = event.draft;
      return { type: event.type, effectiveFrom, count, digest: event.digest };
    }
    case 'VersionReleased': {
      const { version, effectiveFrom } = event.released;
      const { type, count, digest, changes } = event;
      return { type, version, effectiveFrom, count, digest, changes: { ...changes } };
    }
    default:
      return { ...event };
  }
};

/** The next entry of a city's chain, for one command. */
export const nextEntry = (
  head: { readonly seq: number; readonly hash: string } | undefined,
  facts: { readonly at: string; readonly event: CatalogueEvent; readonly actor: Actor },
): ChainedEntry => {
  const { personId, membershipId, tenant } = facts.actor;
  const content: JournalContent = {
    seq: (head?.seq ?? 0) + 1,
    at: facts.at,
    actor: { person: personId, membership: membershipId, tenant },
    event: kept(facts.event),
  };
  return { content, hash: chainHash(head?.hash ?? genesisHash, content) };
};

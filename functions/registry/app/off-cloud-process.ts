import type { ProcessRules } from '#shared/aggregate/commit-of.ts';
import type { Json } from '#shared/kernel/canonical-json.ts';
import { sm3Hex } from '#shared/kernel/sm3.ts';
import type { Basis, OffCloudEntry } from '../domain/off-cloud-entry.ts';
import { evolveOffCloud, type OffCloudEvent } from '../domain/off-cloud-events.ts';

/** What the journal keeps: kinds, days and digests; names, documents and words stay out. */
const kept = (event: OffCloudEvent, salt: string): { readonly [key: string]: Json } => {
  const digest = (text: string): string => sm3Hex(`${salt}\n${text}`);
  const ground = (basis: Basis | undefined) =>
    basis ? { basisDigest: digest(`${basis.document}\n${basis.number}`) } : {};
  switch (event.type) {
    case 'OffCloudRegistered': {
      const { entry } = event;
      const { kind, entryId, name } = entry;
      return {
        entryId,
        kind,
        nameDigest: digest(name),
        ...(entry.kind === 'system'
          ? { stage: entry.stage, plannedOn: entry.plannedOn ?? null, ...ground(entry.basis) }
          : { held: entry.held, endsOn: entry.endsOn }),
      };
    }
    case 'MigrationPlanned':
      return { plannedOn: event.plannedOn };
    case 'SystemExempted':
      return ground(event.basis);
    case 'CloudExpanded':
      return { textDigest: digest(event.text) };
    case 'LeaseRenewed':
      return { endsOn: event.endsOn, ...ground(event.basis) };
    case 'MigrationStarted':
    case 'SystemMigrated':
    case 'CloudRetired':
      return {};
  }
};

/** 云外登记: nothing follows elsewhere, and nobody has to be told. */
export const offCloudProcess: ProcessRules<OffCloudEntry, OffCloudEvent> = {
  evolve: evolveOffCloud,
  effectsOf: () => [],
  kept,
};

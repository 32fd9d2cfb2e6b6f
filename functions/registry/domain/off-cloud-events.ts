import type { Basis, Doer, OffCloudEntry, OffCloudSystem, OwnCloud } from './off-cloud-entry.ts';

export type OffCloudEvent =
  | { readonly type: 'OffCloudRegistered'; readonly entry: OffCloudEntry }
  | { readonly type: 'MigrationPlanned'; readonly plannedOn: string }
  | { readonly type: 'MigrationStarted' }
  | { readonly type: 'SystemMigrated' }
  | { readonly type: 'SystemExempted'; readonly basis: Basis }
  | { readonly type: 'CloudExpanded'; readonly text: string }
  | { readonly type: 'LeaseRenewed'; readonly endsOn: string; readonly by: Doer; readonly basis?: Basis }
  | { readonly type: 'CloudRetired' };

type Registered = Extract<OffCloudEvent, { readonly type: 'OffCloudRegistered' }>;
type OfSystem = Extract<
  OffCloudEvent,
  { readonly type: 'MigrationPlanned' | 'MigrationStarted' | 'SystemMigrated' | 'SystemExempted' }
>;
type OfCloud = Exclude<OffCloudEvent, Registered | OfSystem>;

const systemAfter = (system: OffCloudSystem, event: OfSystem): OffCloudSystem => {
  switch (event.type) {
    case 'MigrationPlanned':
      return { ...system, plannedOn: event.plannedOn };
    case 'MigrationStarted':
      return { ...system, progress: 'inProgress' };
    case 'SystemMigrated':
      return { ...system, progress: 'migrated' };
    case 'SystemExempted': {
      const { plannedOn: _plan, progress: _progress, ...rest } = system;
      return { ...rest, basis: event.basis };
    }
  }
};

const cloudAfter = (cloud: OwnCloud, event: OfCloud, at: string): OwnCloud => {
  switch (event.type) {
    case 'CloudExpanded':
      return { ...cloud, expanded: { at, text: event.text } };
    case 'LeaseRenewed': {
      const { endsOn, by, basis } = event;
      return { ...cloud, endsOn, renewed: { at, by, ...(basis ? { basis } : {}) } };
    }
    case 'CloudRetired':
      return { ...cloud, retiredAt: at };
  }
};

const isOfSystem = (event: OfSystem | OfCloud): event is OfSystem =>
  ['MigrationPlanned', 'MigrationStarted', 'SystemMigrated', 'SystemExempted'].includes(event.type);

/** @throws for an event that cannot follow what stands */
export const evolveOffCloud = (
  entry: OffCloudEntry | undefined,
  event: OffCloudEvent,
  at: string,
): OffCloudEntry => {
  if (event.type === 'OffCloudRegistered') return event.entry;
  if (isOfSystem(event)) {
    if (entry?.kind !== 'system') throw new Error(`${event.type} is of a system`);
    return systemAfter(entry, event);
  }
  if (entry?.kind !== 'cloud') throw new Error(`${event.type} is of a cloud`);
  return cloudAfter(entry, event, at);
};

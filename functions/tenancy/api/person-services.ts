import type { personTable } from '#shared/http/person-clients.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import { systemIds } from '#shared/kernel/ids.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import type { AdministrationServices } from '../app/administration-ports.ts';
import { createAdministrationStore } from '../store/administration-store.ts';

/** What an administrator's use cases are given, fenced to the administrator's tenant. */
export const administrationServices = (
  table: ReturnType<typeof personTable>,
  actor: Actor,
): AdministrationServices => {
  const client = table.clientOf(actor);
  /** A new reader each time: a command that is decided again must not see what it saw before. */
  const directory = () => createReferenceReader(client, table.name);
  return {
    administration: createAdministrationStore(client, table.name),
    namesOf: (members) => directory().namesOf(members),
    nodesOf: (city) => directory().nodesOf(city),
    organisationsOf: (tenant) => directory().organisationsOf(tenant),
    settingsOf: (tenant) => directory().settingsOf(tenant),
    clock: systemBusinessClock,
    ids: systemIds,
  };
};

import * as z from 'zod/mini';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { tenantId } from '#shared/kernel/tenant-id.ts';
import { buildStage } from '#shared/regulation/off-cloud-spec.ts';
import type { AggregateShape } from '#shared/table/aggregate-shape.ts';
import type { OffCloudRef } from '../app/off-cloud-services.ts';
import type { OffCloudEntry } from '../domain/off-cloud-entry.ts';

const doer = z.object({ tenant: tenantId, membership: z.string() });
const basis = z.exactOptional(z.object({ document: z.string(), number: z.string() }));
const registered = {
  tenant: tenantId,
  entryId: z.string(),
  organisation: z.object({ id: z.string(), name: z.string() }),
  name: z.string(),
  ruleVersion: z.string(),
  registered: z.object({ at: z.string(), by: doer }),
};
const entryItem = z.discriminatedUnion('kind', [
  z.object({
    ...registered,
    kind: z.literal('system'),
    stage: buildStage,
    fiscal: z.boolean(),
    classified: z.boolean(),
    plannedOn: z.exactOptional(z.string()),
    basis,
    progress: z.exactOptional(z.enum(['inProgress', 'migrated'])),
  }),
  z.object({
    ...registered,
    kind: z.literal('cloud'),
    held: z.enum(['own', 'leased']),
    endsOn: z.string(),
    renewed: z.exactOptional(z.object({ at: z.string(), by: doer, basis })),
    expanded: z.exactOptional(z.object({ at: z.string(), text: z.string() })),
    retiredAt: z.exactOptional(z.string()),
  }),
]);

export const offCloudOf = (of: TenantId, kind: OffCloudEntry['kind']): string => `T#${of}#OFFCLOUD#${kind}`;
export const offCloudOfUnit = (of: TenantId, kind: OffCloudEntry['kind'], organisation: string): string =>
  `T#${of}#OFFCLOUD#${kind}@${organisation}`;

/** An entry is one item; its unit and its tenant list it by its id. */
export const offCloudShape: AggregateShape<OffCloudRef, OffCloudEntry> = {
  partitionOf: ({ tenant: of, entryId }) => `T#${of}#OC#${entryId}`,
  idOf: ({ entryId }) => entryId,
  split: (header) => ({ header, parts: {} }),
  join: (header) => entryItem.parse(header),
  rowsOf: ({ tenant: of, entryId }, { kind, organisation }) => ({
    g1pk: offCloudOfUnit(of, kind, organisation.id),
    g1sk: entryId,
    g3pk: offCloudOf(of, kind),
    g3sk: entryId,
  }),
};

import * as z from 'zod/mini';
import { isTenantId, type TenantId } from '#shared/kernel/tenant.ts';
import { tenantId } from '#shared/kernel/tenant-id.ts';
import { type Key, keys } from '#shared/table/keys.ts';
import { markerRow } from '#shared/table/marker-row.ts';
import { markerPrefix } from '#shared/table/markers.ts';
import type { HandOver } from '../domain/hand-over.ts';

const party = {
  membershipId: z.string(),
  personId: z.string(),
  name: z.string(),
  organisation: z.string(),
};
const actor = z.object({
  personId: z.string(),
  name: z.string(),
  membershipId: z.string(),
  tenant: tenantId,
  organisation: z.object({ id: z.string(), name: z.string() }),
  roles: z.array(z.string()),
  grantsVersion: z.int(),
});
const handOverItem = z.object({
  id: z.string(),
  tenant: tenantId,
  from: z.object({ ...party, roles: z.array(z.string()), organisationId: z.string() }),
  to: z.exactOptional(z.object(party)),
  cause: z.enum(['left', 'postEnded']),
  reason: z.string(),
  requestedBy: z.exactOptional(actor),
  requestedAt: z.string(),
  state: z.enum(['running', 'settling', 'done']),
  settleAfter: z.string(),
  revision: z.int(),
  cursor: z.object({ role: z.int(), after: z.exactOptional(z.string()) }),
  inHand: z.exactOptional(
    z.object({
      tasks: z.array(
        z.object({
          ref: z.object({ tenant: tenantId, caseId: z.string() }),
          taskId: z.string(),
          membership: z.string(),
        }),
      ),
      next: z.exactOptional(z.string()),
    }),
  ),
  rows: z.array(
    z.object({
      caseId: z.string(),
      taskId: z.string(),
      stageTitle: z.string(),
      done: z.boolean(),
      problem: z.exactOptional(z.object({ code: z.string(), title: z.string(), detail: z.string() })),
    }),
  ),
  rowsLeftOut: z.int(),
  delegationsEnded: z.int(),
  finishedAt: z.exactOptional(z.string()),
});

export const parseHandOver = (item: unknown): HandOver => handOverItem.parse(item);

/** A new hand-over and the marker by which the stream, or the sweep, has it carried on. */
export const handOverItems = (job: HandOver, wallMs: number): readonly (Record<string, unknown> & Key)[] => {
  return [
    { ...keys.handOver(job.tenant, job.id), ...job },
    { ...keys.handOverMarker(job.tenant, job.id), ...markerRow(job.id, 'H', wallMs) },
  ];
};

/** The hand-over that a marker's key stands for. @throws when it stands for none */
export const parseHandOverMarker = ({ pk, sk }: Key): { readonly tenant: TenantId; readonly id: string } => {
  const [, of = ''] = pk.split('#');
  const id = sk.slice(markerPrefix('handOver').length);
  if (!isTenantId(of) || !sk.startsWith(markerPrefix('handOver')))
    throw new Error(`not a hand-over's marker: ${pk} ${sk}`);
  return { tenant: of, id };
};

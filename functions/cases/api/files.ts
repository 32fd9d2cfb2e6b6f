import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { standIns } from '#functions/desks/ports/stand-ins.ts';
import { fileClients } from '#shared/aws/file-clients.ts';
import { filesContracts } from '#shared/contracts/files-contracts.ts';
import { answered } from '#shared/http/answered.ts';
import { askedBy } from '#shared/http/asked-by.ts';
import { countedFunction } from '#shared/http/http-function.ts';
import { keepQuota } from '#shared/http/keep-quota.ts';
import { personTable } from '#shared/http/person-clients.ts';
import { readActor } from '#shared/http/read-actor.ts';
import { readEnvironment } from '#shared/http/read-environment.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import { systemIds } from '#shared/kernel/ids.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { completeAttachment } from '../app/files/complete-attachment.ts';
import type { AttachmentServices } from '../app/files/file-ports.ts';
import { linkAttachment } from '../app/files/link-attachment.ts';
import { listAttachments } from '../app/files/list-attachments.ts';
import { removeAttachment } from '../app/files/remove-attachment.ts';
import { reserveAttachment } from '../app/files/reserve-attachment.ts';
import { createAttachmentStore } from '../store/attachment-store.ts';
import { createCaseStore } from '../store/case-store.ts';
import { createFileStore } from '../store/file-store.ts';

const environment = readEnvironment({
  FILES_BUCKET: z.string(),
  COUNTY_FILES_ROLE_ARN: z.string(),
  CITY_FILES_ROLE_ARN: z.string(),
});
const table = personTable();
const filesOf = fileClients({
  county: environment.COUNTY_FILES_ROLE_ARN,
  city: environment.CITY_FILES_ROLE_ARN,
});

const servicesFor = (actor: Actor): AttachmentServices => {
  const client = table.clientOf(actor);
  return {
    cases: createCaseStore(client, table.name),
    attachments: createAttachmentStore(client, table.name),
    files: createFileStore(filesOf(actor.tenant), environment.FILES_BUCKET),
    references: createReferenceReader(client, table.name),
    clock: systemBusinessClock,
    ids: systemIds,
    newSalt: randomUUID,
  };
};

/** Who asks, with those for whom they stand in at the moment. */
const actorOf = (authorizer: unknown): Promise<Actor> => {
  const actor = readActor(authorizer);
  return standIns(table.clientOf(actor), table.name).of(actor);
};

/** What is attached to cases; the other operations on cases are in `http.ts`. */
export const handler = countedFunction(keepQuota(table))(filesContracts, {
  listAttachments: async ({ params }, authorizer) => {
    const actor = await actorOf(authorizer);
    return answered(await listAttachments(servicesFor(actor), actor, params.caseId));
  },

  reserveAttachment: async (request, authorizer) => {
    const actor = await actorOf(authorizer);
    const { params, body } = request;
    const asked = askedBy(actor, 'reserveAttachment', request);
    return answered(
      await reserveAttachment(servicesFor(actor), actor, asked, params.caseId, body),
      ({ attachmentId }) => ({ location: `/v1/cases/${params.caseId}/attachments/${attachmentId}` }),
    );
  },

  completeAttachment: async ({ params }, authorizer) => {
    const actor = await actorOf(authorizer);
    return answered(await completeAttachment(servicesFor(actor), actor, params.caseId, params.attachmentId));
  },

  linkAttachment: async ({ params }, authorizer) => {
    const actor = await actorOf(authorizer);
    return answered(await linkAttachment(servicesFor(actor), actor, params.caseId, params.attachmentId));
  },

  removeAttachment: async ({ params }, authorizer) => {
    const actor = await actorOf(authorizer);
    return answered(await removeAttachment(servicesFor(actor), actor, params.caseId, params.attachmentId));
  },
});

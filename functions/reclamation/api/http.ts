import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { readRegistry } from '#functions/registry/ports/read-registry.ts';
import { reclamationContracts } from '#shared/contracts/reclamation-contracts.ts';
import { answered, withVersion } from '#shared/http/answered.ts';
import { askedBy } from '#shared/http/asked-by.ts';
import { countedFunction } from '#shared/http/http-function.ts';
import { keepQuota } from '#shared/http/keep-quota.ts';
import { personTable } from '#shared/http/person-clients.ts';
import { readActor } from '#shared/http/read-actor.ts';
import { readEnvironment } from '#shared/http/read-environment.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import { systemIds } from '#shared/kernel/ids.ts';
import { nodeOf } from '#shared/kernel/tenant.ts';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { actOnReclamation } from '../app/command-reclamation.ts';
import { actOnRectification } from '../app/command-rectification.ts';
import { openForSecurity } from '../app/open-for-security.ts';
import type { ReclamationServices, RectificationServices } from '../app/ports.ts';
import { recordFinding } from '../app/record-finding.ts';
import { viewCertificate } from '../app/view-certificate.ts';
import { viewEvidence } from '../app/view-evidence.ts';
import { listReclamations, viewReclamation } from '../app/view-reclamation.ts';
import { listRectifications, viewRectification } from '../app/view-rectification.ts';
import { createFileReader } from '../store/certificate-store.ts';
import { createClaimStore } from '../store/claim-store.ts';
import { createProcessLists } from '../store/process-lists.ts';
import { reclamationShape, reclamationsOf, reclamationsOfDepartment } from '../store/reclamation-shape.ts';
import {
  readFindingEvidence,
  rectificationShape,
  rectificationShapeWith,
  rectificationsOf,
  rectificationsOfDepartment,
} from '../store/rectification-shape.ts';

const environment = readEnvironment({ PUBLIC_BASE_URL: z.string() });
const table = personTable();

const servicesFor = (actor: Actor): ReclamationServices & RectificationServices => {
  const client = table.clientOf(actor);
  const shape = reclamationShape();
  return {
    reclamations: createAggregateStore(client, table.name, shape),
    claims: createClaimStore(client, table.name),
    opening: (seen) => createAggregateStore(client, table.name, reclamationShape({ seen })),
    reclamationLists: createProcessLists(client, table.name, {
      shape,
      ofTenant: reclamationsOf,
      ofDepartment: reclamationsOfDepartment,
      refOf: (tenant, reclamationId) => ({ tenant, reclamationId }),
    }),
    rectifications: createAggregateStore(client, table.name, rectificationShape),
    rectificationsWith: (content) =>
      createAggregateStore(client, table.name, rectificationShapeWith(content)),
    evidenceOf: readFindingEvidence(client, table.name),
    rectificationLists: createProcessLists(client, table.name, {
      shape: rectificationShape,
      ofTenant: rectificationsOf,
      ofDepartment: rectificationsOfDepartment,
      refOf: (tenant, rectificationId) => ({ tenant, rectificationId }),
    }),
    registry: readRegistry(client, table.name),
    fileOf: createFileReader(client, table.name),
    references: createReferenceReader(client, table.name),
    publicBaseUrl: environment.PUBLIC_BASE_URL,
    newId: (tenant, at) => `${nodeOf(tenant)}.${systemIds.next(at.getTime())}`,
    clock: systemBusinessClock,
    newSalt: randomUUID,
  };
};

export const handler = countedFunction(keepQuota(table))(reclamationContracts, {
  listReclamations: async ({ query }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await listReclamations(servicesFor(actor), actor, query));
  },

  openReclamation: async (request, authorizer) => {
    const actor = readActor(authorizer);
    const asked = askedBy(actor, 'openReclamation', request);
    return answered(await openForSecurity(servicesFor(actor), asked, request.body), (body) => ({
      ...withVersion(body),
      location: `/v1/reclamations/${body.reclamationId}`,
    }));
  },

  getReclamation: async ({ params }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await viewReclamation(servicesFor(actor), actor, params.reclamationId), withVersion);
  },

  actOnReclamation: async (request, authorizer) => {
    const actor = readActor(authorizer);
    const { params, body, expectedVersion } = request;
    const asked = askedBy(actor, 'actOnReclamation', request);
    return answered(
      await actOnReclamation(servicesFor(actor), asked, params.reclamationId, expectedVersion, body),
      withVersion,
    );
  },

  getCertificate: async ({ params }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await viewCertificate(servicesFor(actor), actor, params.reclamationId));
  },

  listRectifications: async ({ query }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await listRectifications(servicesFor(actor), actor, query));
  },

  recordFinding: async (request, authorizer) => {
    const actor = readActor(authorizer);
    const asked = askedBy(actor, 'recordFinding', request);
    return answered(await recordFinding(servicesFor(actor), asked, request.body), (body) => ({
      ...withVersion(body),
      location: `/v1/rectifications/${body.rectificationId}`,
    }));
  },

  getRectification: async ({ params }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await viewRectification(servicesFor(actor), actor, params.rectificationId), withVersion);
  },

  getRectificationEvidence: async ({ params: { rectificationId, place } }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await viewEvidence(servicesFor(actor), actor, rectificationId, place));
  },

  actOnRectification: async (request, authorizer) => {
    const actor = readActor(authorizer);
    const { params, body, expectedVersion } = request;
    const asked = askedBy(actor, 'actOnRectification', request);
    return answered(
      await actOnRectification(servicesFor(actor), asked, params.rectificationId, expectedVersion, body),
      withVersion,
    );
  },
});

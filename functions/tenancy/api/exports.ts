import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod/mini';
import { clientSettings } from '#shared/aws/client-settings.ts';
import { fileClients } from '#shared/aws/file-clients.ts';
import { tenantsContracts } from '#shared/contracts/tenants-contracts.ts';
import { answered } from '#shared/http/answered.ts';
import { askedBy } from '#shared/http/asked-by.ts';
import { countedFunction } from '#shared/http/http-function.ts';
import { keepQuota } from '#shared/http/keep-quota.ts';
import { personTable } from '#shared/http/person-clients.ts';
import { readActor } from '#shared/http/read-actor.ts';
import { readEnvironment } from '#shared/http/read-environment.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { type ExportServices, linkExport, listExports, startExport } from '../app/exports/request-export.ts';
import { createExportFiles } from '../store/export-files.ts';
import { createExportQueue } from '../store/export-queue.ts';
import { createExportStore } from '../store/export-store.ts';
import { administrationServices } from './person-services.ts';

const environment = readEnvironment({
  FILES_BUCKET: z.string(),
  COUNTY_FILES_ROLE_ARN: z.string(),
  CITY_FILES_ROLE_ARN: z.string(),
  EXPORT_QUEUE_URL: z.string(),
});
const table = personTable();
const clientOf = fileClients({
  county: environment.COUNTY_FILES_ROLE_ARN,
  city: environment.CITY_FILES_ROLE_ARN,
});
const queue = createExportQueue(new SQSClient(clientSettings), environment.EXPORT_QUEUE_URL);

const servicesFor = (actor: Actor): ExportServices => ({
  ...administrationServices(table, actor),
  exports: createExportStore(table.clientOf(actor), table.name),
  files: createExportFiles(() => clientOf(actor.tenant), environment.FILES_BUCKET),
  queue,
});

/** 整体导出; the volumes themselves are built by the queue's consumer. */
export const handler = countedFunction(keepQuota(table))(tenantsContracts, {
  startExport: async (request, authorizer) => {
    const actor = readActor(authorizer);
    const asked = askedBy(actor, 'startExport', request);
    return answered(await startExport(servicesFor(actor), asked, request.body));
  },

  listExports: async ({ query }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await listExports(servicesFor(actor), actor, query.node));
  },

  linkExport: async ({ params }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await linkExport(servicesFor(actor), actor, params));
  },
});

import { SQSClient } from '@aws-sdk/client-sqs';
import { zipSync } from 'fflate';
import * as z from 'zod/mini';
import { clientSettings } from '#shared/aws/client-settings.ts';
import { fileClients } from '#shared/aws/file-clients.ts';
import { queueConsumer } from '#shared/aws/queue-consumer.ts';
import { readEnvironment } from '#shared/http/read-environment.ts';
import { systemWallClock } from '#shared/kernel/clock.ts';
import { tenantId } from '#shared/kernel/tenant-id.ts';
import { dataRoleClients } from '#shared/table/data-roles.ts';
import { buildVolume } from '../app/exports/build-volume.ts';
import { createExportFiles } from '../store/export-files.ts';
import { createExportQueue } from '../store/export-queue.ts';
import { createExportStore, createTenantContents } from '../store/export-store.ts';

const environment = readEnvironment({
  TABLE_NAME: z.string(),
  COUNTY_ROLE_ARN: z.string(),
  CITY_ROLE_ARN: z.string(),
  WORK_READER_ROLE_ARN: z.string(),
  FILES_BUCKET: z.string(),
  COUNTY_FILES_ROLE_ARN: z.string(),
  CITY_FILES_ROLE_ARN: z.string(),
  EXPORT_QUEUE_URL: z.string(),
});
const table = environment.TABLE_NAME;
const clientFor = dataRoleClients({
  county: environment.COUNTY_ROLE_ARN,
  city: environment.CITY_ROLE_ARN,
  'work-reader': environment.WORK_READER_ROLE_ARN,
});
/** Milliseconds: the timer of a request runs while its body is sent, and a volume has some 70 MB. */
const volumeTimeout = 60_000;
const files = createExportFiles(
  fileClients(
    { county: environment.COUNTY_FILES_ROLE_ARN, city: environment.CITY_FILES_ROLE_ARN },
    undefined,
    volumeTimeout,
  ),
  environment.FILES_BUCKET,
);
const queue = createExportQueue(new SQSClient(clientSettings), environment.EXPORT_QUEUE_URL);
const message = z.object({
  tenant: tenantId,
  id: z.string(),
});

/** Text shrinks; attachments are compressed already and take memory enough as they are. */
const pack = (contents: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      [...contents].map(([path, bytes]) => [
        path,
        [bytes, { level: path.startsWith('files/') ? 0 : 6 }] as const,
      ]),
    ) as Parameters<typeof zipSync>[0],
  );

/** Builds one volume of each export that the queue names, as the tenant itself, and asks for the next. */
export const handler = queueConsumer('export.failed', message, async (job) => {
  const client = clientFor({ kind: 'tenant', tenant: job.tenant });
  const workReader = clientFor({ kind: 'work-reader', tenant: job.tenant });
  const services = {
    exports: createExportStore(client, table),
    contents: createTenantContents(client, workReader, table),
    files,
    pack,
    clock: systemWallClock,
  };
  if (await buildVolume(services, job)) await queue.enqueue(job);
});

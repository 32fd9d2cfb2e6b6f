import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import { clientSettings } from '#shared/aws/client-settings.ts';
import { readEnvironment } from '#shared/http/read-environment.ts';
import { systemWallClock } from '#shared/kernel/clock.ts';
import { dataRoleClients } from '#shared/table/data-roles.ts';
import { type AnchoringResult, anchorJournals } from '../app/anchor-journals.ts';
import { createAnchorMarks } from '../store/anchor-marks.ts';
import { createLockedAnchors } from '../store/locked-anchors.ts';
import { createWrittenEntries } from '../store/written-entries.ts';

const environment = readEnvironment({
  TABLE_NAME: z.string(),
  SYSTEM_ROLE_ARN: z.string(),
  ANCHORS_BUCKET: z.string(),
});
const table = environment.TABLE_NAME;
const client = dataRoleClients({ system: environment.SYSTEM_ROLE_ARN })({ kind: 'system' });
const services = {
  entries: createWrittenEntries(client, table),
  marks: createAnchorMarks(client, table),
  anchors: createLockedAnchors(new S3Client(clientSettings), environment.ANCHORS_BUCKET),
  clock: systemWallClock,
};

/** Every hour: what the journals have come to goes under object lock. */
export const handler = (): Promise<AnchoringResult> => anchorJournals(services);

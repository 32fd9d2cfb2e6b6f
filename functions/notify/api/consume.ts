import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { announcedMatters } from '#functions/cases/ports/announced-matters.ts';
import { standIns } from '#functions/desks/ports/stand-ins.ts';
import { linksForNotices } from '#functions/link/ports/links-for-notices.ts';
import { owedObligations } from '#functions/obligations/ports/owed-obligations.ts';
import { openWork } from '#functions/provisioning/ports/open-work.ts';
import { openRectifications } from '#functions/reclamation/ports/open-rectifications.ts';
import { postHolders } from '#functions/tenancy/ports/post-holders.ts';
import { readEnvironment } from '#shared/http/read-environment.ts';
import { systemBusinessClock, systemWallClock } from '#shared/kernel/clock.ts';
import { log } from '#shared/log/log.ts';
import { dataRoleClients } from '#shared/table/data-roles.ts';
import { carryNotice } from '../app/carry-notice.ts';
import type { NotifyServices } from '../app/ports.ts';
import { createMessageStore } from '../store/message-store.ts';
import { createNoticeStore } from '../store/notice-store.ts';
import { createProviderWebhooks, createWebhookChannels } from '../store/webhook-channels.ts';
import { createWorkingTimes } from '../store/working-times.ts';

const environment = readEnvironment({
  TABLE_NAME: z.string(),
  SYSTEM_ROLE_ARN: z.string(),
  PUBLIC_BASE_URL: z.string(),
});
const table = environment.TABLE_NAME;
const client = dataRoleClients({ system: environment.SYSTEM_ROLE_ARN })({ kind: 'system' });
const services: NotifyServices = {
  notices: createNoticeStore(client, table),
  messages: createMessageStore(client, table),
  channels: createWebhookChannels(client, table),
  webhooks: createProviderWebhooks(client, table),
  posts: postHolders(client, table),
  standIns: standIns(client, table),
  links: linksForNotices(client, table),
  describe: announcedMatters(client, table),
  stillSo: {
    ...openWork(client, table),
    ...owedObligations(client, table),
    ...openRectifications(client, table),
  },
  workingTimes: createWorkingTimes(client, table),
  clock: systemWallClock,
  businessClock: systemBusinessClock,
  publicBaseUrl: environment.PUBLIC_BASE_URL,
};
const message = z.object({ pk: z.string(), sk: z.string() });

/** Tells people what the queue's notices say; what fails goes back to the queue alone. */
export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const failed: string[] = [];
  for (const record of event.Records) {
    try {
      await carryNotice(services, message.parse(JSON.parse(record.body)));
    } catch (error) {
      log.error('notice.failed', error, { messageId: record.messageId });
      failed.push(record.messageId);
    }
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
};

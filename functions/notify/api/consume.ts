import * as z from 'zod/mini';
import { announcedMatters } from '#functions/cases/ports/announced-matters.ts';
import { standIns } from '#functions/desks/ports/stand-ins.ts';
import { linksForNotices } from '#functions/link/ports/links-for-notices.ts';
import { owedObligations } from '#functions/obligations/ports/owed-obligations.ts';
import { openWork } from '#functions/provisioning/ports/open-work.ts';
import { openRectifications } from '#functions/reclamation/ports/open-rectifications.ts';
import { postHolders } from '#functions/tenancy/ports/post-holders.ts';
import { markerMessage, queueConsumer } from '#shared/aws/queue-consumer.ts';
import { readEnvironment } from '#shared/http/read-environment.ts';
import { systemBusinessClock, systemWallClock } from '#shared/kernel/clock.ts';
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

/** Tells people what the queue's notices say. */
export const handler = queueConsumer('notice.failed', markerMessage, (key) => carryNotice(services, key));

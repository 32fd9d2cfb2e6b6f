import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type NoticeBody, noticeBody } from '#shared/contracts/holiday-notices.ts';
import { systemBusinessClock, systemWallClock } from '#shared/kernel/clock.ts';
import { cityOf, isTenantId, type TenantId } from '#shared/kernel/tenant.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import type { NodesOf } from '../app/concerned-tenants.ts';
import { publishAsTenant } from '../app/publish-notice.ts';
import { createCalendarStore } from '../store/calendar-store.ts';

const tenantOf = async (nodesOf: NodesOf, whose: string): Promise<TenantId> => {
  const id = whose.includes('/') ? whose : `${whose}/_city`;
  if (!isTenantId(id) || !(await nodesOf(cityOf(id))).some((tenant) => tenant.id === id))
    throw new Error(`没有城市或县 ${whose}`);
  return id;
};

/**
 * Publishes a notice for a city (`yancheng`) or a county's closure (`yancheng/dafeng`) with the rights of whoever runs
 * the command; answers the version. Throws when the notice is refused, with the reason in Chinese.
 */
export const publishAtCommandLine = async (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  whose: string,
  content: unknown,
): Promise<number> => {
  const tenant = await tenantOf(createReferenceReader(client, table).nodesOf, whose);
  const notice: NoticeBody = noticeBody.parse(content);
  const calendars = createCalendarStore(client, table);
  const known = await calendars.list(tenant.slice(0, tenant.indexOf('/')));
  const services = { calendars, clock: systemBusinessClock, wallClock: systemWallClock };
  const published = await publishAsTenant(services, { tenant, notice, expected: known.length });
  if (published.ok) return published.value.version;
  const { detail, errors = [] } = published.refusal;
  throw new Error([detail, ...errors.map(({ pointer, message }) => `${pointer}：${message}`)].join('\n'));
};

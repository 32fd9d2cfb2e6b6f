import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { cityOf } from '#shared/kernel/tenant.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { profileOf } from '#shared/regulation/find-profile.ts';
import type { MessageHours } from '#shared/regulation/profile.ts';
import { keys } from '#shared/table/keys.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import type { WorkingTimes } from '../app/ports.ts';
import { nextWorkingTime } from '../domain/next-working-time.ts';

/** A city's own setting: `anyTime` sends at any hour. */
const hoursItem = z.discriminatedUnion('when', [
  z.object({ when: z.literal('anyTime') }),
  z.object({
    when: z.literal('workingHours'),
    hours: z.array(z.object({ from: z.string(), to: z.string() })),
  }),
]);

/** Working times by a city's own hours, else its profile's, and by the calendar of the tenant. */
export const createWorkingTimes = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
): WorkingTimes => {
  const references = createReferenceReader(client, table);
  /** Undefined: at any time. */
  const hoursOf = async (city: string): Promise<MessageHours | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: keys.messageHours(city) }));
    const own = Item && hoursItem.parse(Item);
    if (own?.when === 'anyTime') return undefined;
    return own?.hours ?? profileOf(city)?.messageHours.value;
  };
  return {
    next: async (tenant, now) => {
      const city = cityOf(tenant);
      const hours = await hoursOf(city);
      if (!hours) return now;
      const calendar = createWorkingCalendar(await references.calendarOverlay(city), tenant);
      return nextWorkingTime(now, hours, calendar);
    },
  };
};

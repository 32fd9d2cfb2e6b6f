import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { type PublishedChange, writeJournaled } from '#functions/tenancy/ports/journaled-change.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { sm3Hex } from '#shared/kernel/sm3.ts';
import { type Key, keys } from '#shared/table/keys.ts';
import { markerRow } from '#shared/table/marker-row.ts';
import { markerPrefix } from '#shared/table/markers.ts';
import { queryPrefix } from '#shared/table/read-all.ts';
import type { NamedWrite } from '#shared/table/transact.ts';
import type { CalendarStore, Publication } from '../app/ports.ts';
import { markerKey, parseJob, parseJobMarker, parseNotice } from './calendar-items.ts';

type Write = NamedWrite<'version'>;

const putAnew = (table: string, key: Key, content: object): Write => ({
  name: 'version',
  item: {
    Put: {
      TableName: table,
      Item: { ...key, ...content },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
});

/** The overlay moves from one version to the very next; the first one finds none. */
const overlayWrite = (table: string, { city, overlay, notice }: Publication): Write => ({
  name: 'version',
  item: {
    Put: {
      TableName: table,
      Item: { ...keys.calendarOverlay(city), ...overlay },
      ...(notice.version === 1
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#version = :before',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':before': String(notice.version - 1) },
          }),
    },
  },
});

const markerWrite = (table: string, { city, notice: { version } }: Publication, wallMs: number): Write =>
  putAnew(table, keys.recomputationMarker(city, version), markerRow(city, `${version}#J`, wallMs));

/** A city's calendar in its reference partition. */
export const createCalendarStore = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  wallNow: () => number = Date.now,
): CalendarStore => ({
  list: async (city) =>
    (await queryPrefix(client, table, keys.calendarOverlay(city).pk, 'VERSION#')).map(parseNotice),

  publish: async (publication) => {
    const { city, tenant, notice, job, actor } = publication;
    const { version, title, number, publishedAt: at } = notice;
    const change: PublishedChange = {
      type: 'CalendarPublished',
      title: `《${title}》${number ?? ''}`,
      version,
      digest: sm3Hex(canonicalJson(JSON.parse(JSON.stringify(notice)))),
    };
    const outcome = await writeJournaled(client, table, { tenant, at, change, ...(actor ? { actor } : {}) }, [
      overlayWrite(table, publication),
      putAnew(table, keys.calendarNotice(city, notice.version), notice),
      putAnew(table, keys.recomputation(city, notice.version), job),
      markerWrite(table, publication, wallNow()),
    ]);
    if (outcome.written) return 'written';
    const { failed } = outcome;
    return failed.find((fact) => fact !== 'version') ?? 'moved';
  },

  loadJob: async (city, version) => {
    const Key = keys.recomputation(city, version);
    const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item && parseJob(Item);
  },

  unfinished: async (city) =>
    (await queryPrefix(client, table, keys.calendarOverlay(city).pk, markerPrefix('job'))).map(
      (marker) => parseJobMarker(markerKey.parse(marker)).version,
    ),
});

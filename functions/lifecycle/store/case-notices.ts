import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { TellOfCase } from '#shared/aggregate/notice.ts';
import { keys } from '#shared/table/keys.ts';
import { markerRow } from '#shared/table/marker-row.ts';
import { markerPrefix } from '#shared/table/markers.ts';

/** 消息 about what became of a case, beside the case; told again it has the same id, by which each person knows it. */
export const caseNotices =
  (client: Pick<DynamoDBDocumentClient, 'send'>, table: string): TellOfCase =>
  async ({ tenant, caseId }, what, notice) => {
    const sk = `${markerPrefix('notice')}${what}`;
    const Item = {
      ...notice,
      kind: 'process',
      ...markerRow(caseId, sk, Date.now()),
      pk: keys.casePartition(tenant, caseId),
      sk,
    };
    await client.send(new PutCommand({ TableName: table, Item }));
  };

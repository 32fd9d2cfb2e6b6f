import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { writeJournaled } from '#functions/tenancy/ports/journaled-change.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { letterTextKeys } from '#shared/table/keys/letter-text-keys.ts';
import { readLetterInForce } from '#shared/table/read-letter.ts';
import type { LetterTextStore } from '../app/letter-text.ts';

/** 责任书文本 beside the city's templates, under the role that writes those. */
export const createLetterTextStore = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
): LetterTextStore => ({
  inForce: (city) => readLetterInForce(client, table, city),
  put: async (actor, text) => {
    const key = letterTextKeys.version(cityOf(actor.tenant), text.version);
    const { at, title, version, digest } = text;
    const change = { type: 'LetterTextReplaced', title, version, digest } as const;
    const outcome = await writeJournaled(client, table, { tenant: actor.tenant, actor, at, change }, [
      {
        name: 'version',
        item: {
          Put: {
            TableName: table,
            Item: { ...key, ...text, by: actor.membershipId },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
      },
    ]);
    if (outcome.written) return 'written';
    return outcome.failed.find((fact) => fact !== 'version') ?? 'moved';
  },
});

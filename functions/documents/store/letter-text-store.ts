import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { cityOf } from '#shared/kernel/tenant.ts';
import { membershipCheck } from '#shared/table/command-guards.ts';
import { letterTextKeys } from '#shared/table/keys/letter-text-keys.ts';
import { readLetterInForce } from '#shared/table/read-letter.ts';
import { transact } from '#shared/table/transact.ts';
import type { LetterTextStore } from '../app/letter-text.ts';

/** 责任书文本 beside the city's templates, under the role that writes those. */
export const createLetterTextStore = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
): LetterTextStore => ({
  inForce: (city) => readLetterInForce(client, table, city),
  put: async (actor, text) => {
    const key = letterTextKeys.version(cityOf(actor.tenant), text.version);
    const outcome = await transact<'version' | 'membership'>(client, [
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
      membershipCheck(table, actor),
    ]);
    if (outcome.written) return 'written';
    return outcome.failed.includes('membership') ? 'membership' : 'moved';
  },
});

import {
  DynamoDBClient,
  type DynamoDBClientConfig,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { clientSettings } from '#shared/aws/client-settings.ts';
import { pause } from './pause.ts';

const attempts = 6;

/**
 * A write of one item that meets somebody's transaction is written nowhere and may succeed in a moment, but the SDK's
 * own attempts pass over it. Here it is tried again with jitter, up to six times in all. (Of a whole transaction the
 * service says the same in other words: see `transact`.)
 */
const pastConflicts = async <Answer>(ask: () => Promise<Answer>, random: () => number): Promise<Answer> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof TransactionConflictException) || attempt === attempts) throw error;
      await pause(attempt, random);
    }
  }
};

/** How every function speaks to the table: with limits in time, and again when a transaction stood in the way. */
export const documentClient = (
  settings: DynamoDBClientConfig = {},
  random: () => number = Math.random,
): DynamoDBDocumentClient => {
  const client = new DynamoDBClient({ ...clientSettings, ...settings });
  client.middlewareStack.add((next) => (args) => pastConflicts(() => next(args), random), {
    step: 'finalizeRequest',
    priority: 'high',
    name: 'pastConflicts',
  });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
};

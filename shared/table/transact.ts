import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { pause } from './pause.ts';

export type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** A write of a transaction, named so that a failed condition says which fact did not hold. */
export interface NamedWrite<Name extends string> {
  readonly name: Name;
  readonly item: TransactItem;
}

/** Whether everything was written, or which named condition did not hold. */
export type TransactOutcome<Name extends string> =
  | { readonly written: true }
  | { readonly written: false; readonly failed: readonly Name[] };

const attempts = 6;
/** Why a transaction was given up that may succeed in a moment; the SDK's own attempts pass over these. */
const passing: readonly string[] = [
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
];
type Attempt<Name extends string> = TransactOutcome<Name> | 'passing';

const explain = <Name extends string>(error: unknown, writes: readonly NamedWrite<Name>[]): Attempt<Name> => {
  if (!(error instanceof TransactionCanceledException)) throw error;
  const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code ?? 'None');
  const failed = writes.filter((_, i) => codes[i] === 'ConditionalCheckFailed').map((write) => write.name);
  if (failed.length > 0) return { written: false, failed };
  if (codes.some((code) => passing.includes(code))) return 'passing';
  throw error;
};

/**
 * Writes all items or none. A conflict with another transaction, or too many of them, is tried again with jitter (up
 * to six times); a failed condition is an answer. Everything else is a fault and is thrown.
 */
export const transact = async <Name extends string>(
  client: Pick<DynamoDBDocumentClient, 'send'>,
  writes: readonly NamedWrite<Name>[],
  random: () => number = Math.random,
): Promise<TransactOutcome<Name>> => {
  const input = { TransactItems: writes.map((write) => write.item) };
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const outcome = await client.send(new TransactWriteCommand(input)).then(
      (): Attempt<Name> => ({ written: true }),
      (error: unknown) => explain(error, writes),
    );
    if (outcome !== 'passing') return outcome;
    await pause(attempt, random);
  }
  throw new Error(`the transaction met others, or too many, ${attempts} times`);
};

/**
 * Writes one item if its condition holds, and says whether it did. As a transaction it carries a token: an attempt
 * that was written and whose answer was lost is known again, where a plain write would meet its own effect and be
 * taken for somebody else's.
 */
export const writeIf = async (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  item: TransactItem,
): Promise<boolean> => (await transact(client, [{ name: 'condition', item }])).written;

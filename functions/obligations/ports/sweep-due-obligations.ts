import { randomUUID } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { systemBusinessClock, systemWallClock } from '#shared/kernel/clock.ts';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { type ObligationSweepResult, sweepObligations } from '../app/sweep-obligations.ts';
import { createDueObligations } from '../store/due-obligations.ts';
import { obligationShape } from '../store/obligation-shape.ts';

/** Half of what the sweep's function may take. */
const longestRunMs = 30_000;

/** One run over the obligations whose reminder has come, under the system role. */
export const sweepDueObligations = (
  client: DynamoDBDocumentClient,
  table: string,
): Promise<ObligationSweepResult> => {
  const stopAt = systemWallClock.now().getTime() + longestRunMs;
  return sweepObligations({
    obligations: createAggregateStore(client, table, obligationShape()),
    due: createDueObligations(client, table),
    references: createReferenceReader(client, table),
    clock: systemBusinessClock,
    newSalt: randomUUID,
    mustStop: () => systemWallClock.now().getTime() > stopAt,
  });
};

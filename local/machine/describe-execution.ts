import { z } from 'zod';
import { type JsonOperation, jsonOperation, ServiceRefusal } from '../services/json-service.ts';
import type { Execution, ExecutionStore } from './execution-store.ts';

const seconds = (epochMs: number) => epochMs / 1000;

function summary(row: Execution) {
  return {
    executionArn: row.arn,
    stateMachineArn: row.machineArn,
    name: row.name,
    status: row.status,
    startDate: seconds(row.startedAt),
    ...(row.stoppedAt !== null && { stopDate: seconds(row.stoppedAt) }),
  };
}

function describe(row: Execution) {
  const included = { included: true };
  return {
    ...summary(row),
    input: row.input,
    inputDetails: included,
    ...(row.output !== null && { output: row.output, outputDetails: included }),
    ...(row.error !== null && { error: row.error }),
    ...(row.cause !== null && { cause: row.cause }),
  };
}

/** Page token = how many rows to skip; both lists are ordered and only grow at the far end or by whole executions. */
function page<Row>(read: (limit: number, offset: number) => Row[], maxResults: number, nextToken?: string) {
  const offset = Number(nextToken ?? 0);
  if (!Number.isSafeInteger(offset) || offset < 0)
    throw new ServiceRefusal('InvalidToken', `Invalid Token: '${nextToken}'`);
  const rows = read(maxResults + 1, offset);
  const more = rows.length > maxResults && { nextToken: String(offset + maxResults) };
  return { rows: rows.slice(0, maxResults), more };
}

const byArn = z.strictObject({ executionArn: z.string() });
const paging = { maxResults: z.int().min(0).max(1000).optional(), nextToken: z.string().optional() };

/** DescribeExecution, ListExecutions and GetExecutionHistory. */
export function createDescribingOperations(
  store: ExecutionStore,
  requireMachine: (arn: string) => unknown,
): Record<string, JsonOperation> {
  function require(arn: string): Execution {
    const row = store.find(arn);
    if (row) return row;
    throw new ServiceRefusal('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  }
  return {
    DescribeExecution: jsonOperation(byArn, {
      resource: ({ executionArn }) => executionArn,
      run: ({ executionArn }) => describe(require(executionArn)),
    }),
    ListExecutions: jsonOperation(
      z.strictObject({
        stateMachineArn: z.string(),
        statusFilter: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']).optional(),
        ...paging,
      }),
      {
        resource: ({ stateMachineArn }) => stateMachineArn,
        run({ stateMachineArn, statusFilter, maxResults, nextToken }) {
          requireMachine(stateMachineArn);
          const read = (limit: number, offset: number) =>
            store.list(stateMachineArn, statusFilter, limit, offset);
          const { rows, more } = page(read, maxResults || 100, nextToken);
          return { executions: rows.map(summary), ...more };
        },
      },
    ),
    GetExecutionHistory: jsonOperation(
      z.strictObject({
        executionArn: z.string(),
        reverseOrder: z.boolean().optional(),
        includeExecutionData: z.literal(true).optional(),
        ...paging,
      }),
      {
        resource: ({ executionArn }) => executionArn,
        run({ executionArn, reverseOrder, maxResults, nextToken }) {
          require(executionArn);
          const read = (limit: number, offset: number) =>
            store.history(executionArn, reverseOrder === true, limit, offset);
          const { rows, more } = page(read, maxResults || 100, nextToken);
          const events = rows.map(({ id, type, at, details }) => ({
            id,
            previousEventId: id - 1,
            type,
            timestamp: seconds(at),
            ...JSON.parse(details),
          }));
          return { events, ...more };
        },
      },
    ),
  };
}

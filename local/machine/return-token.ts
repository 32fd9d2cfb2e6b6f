import { z } from 'zod';
import { type JsonOperation, jsonOperation, ServiceRefusal } from '../services/json-service.ts';
import type { Execution, ExecutionStore } from './execution-store.ts';
import type { Runner } from './run-executions.ts';
import { machineOfToken } from './task-token.ts';
import type { Transitions } from './write-transitions.ts';

const taskToken = z.string().min(1).max(2048);
const resource = (request: { taskToken: string }) => machineOfToken(request.taskToken) ?? '*';

function parseOutput(output: string): unknown {
  try {
    return JSON.parse(output);
  } catch {
    throw new ServiceRefusal('InvalidOutput', `Invalid Output: '${output}' is not JSON`);
  }
}

/** SendTaskSuccess, SendTaskFailure and SendTaskHeartbeat: the answer is in the row before the caller hears of it. */
export function createTokenOperations(
  store: ExecutionStore,
  transitions: Transitions,
  runner: Runner,
): Record<string, JsonOperation> {
  /** The execution that waits for exactly this token (also while the function that was given it still runs). */
  function waitingFor(token: string): Execution {
    if (machineOfToken(token) === undefined) throw new ServiceRefusal('InvalidToken', 'Invalid Token');
    const execution = store.findByToken(token);
    if (!execution) throw new ServiceRefusal('TaskDoesNotExist', 'Task does not exist');
    if (execution.token === token && transitions.isCallback(execution)) return execution;
    throw new ServiceRefusal('TaskTimedOut', 'Task Timed Out: the task has already been closed or retried');
  }
  return {
    SendTaskSuccess: jsonOperation(z.strictObject({ taskToken, output: z.string() }), {
      resource,
      run(request) {
        const output = parseOutput(request.output);
        const execution = waitingFor(request.taskToken);
        transitions.succeed(execution, output);
        runner.drive(execution.arn);
      },
    }),
    SendTaskFailure: jsonOperation(
      z.strictObject({
        taskToken,
        error: z.string().max(256).optional(),
        cause: z.string().max(32_768).optional(),
      }),
      {
        resource,
        run(request) {
          const execution = waitingFor(request.taskToken);
          const { error = '', cause } = request;
          transitions.fail(execution, { error, ...(cause !== undefined && { cause }) });
          runner.drive(execution.arn);
        },
      },
    ),
    SendTaskHeartbeat: jsonOperation(z.strictObject({ taskToken }), {
      resource,
      run(request) {
        waitingFor(request.taskToken);
      },
    }),
  };
}

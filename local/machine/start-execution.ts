import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type JsonOperation, jsonOperation, ServiceRefusal } from '../services/json-service.ts';
import type { ExecutionStore } from './execution-store.ts';
import { executionStarted } from './history-event.ts';
import type { Machine } from './machine.ts';
import type { Runner } from './run-executions.ts';
import type { Transitions } from './write-transitions.ts';

const request = z.strictObject({
  stateMachineArn: z.string(),
  name: z.string().optional(),
  input: z.string().default('{}'),
});
const validName = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]{1,80}$/u;

function checkInput(input: string): void {
  try {
    JSON.parse(input);
  } catch {
    throw new ServiceRefusal('InvalidExecutionInput', `Invalid State Machine Execution Input: '${input}'`);
  }
}

/** StartExecution (idempotent by name while it runs with the same input) and StopExecution. */
export function createStartingOperations(
  store: ExecutionStore,
  requireMachine: (arn: string) => Machine,
  transitions: Transitions,
  runner: Runner,
): Record<string, JsonOperation> {
  function start({ stateMachineArn, name = randomUUID(), input }: z.infer<typeof request>) {
    const machine = requireMachine(stateMachineArn);
    if (!validName.test(name)) throw new ServiceRefusal('InvalidName', `Invalid Name: '${name}'`);
    checkInput(input);
    const arn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
    const existing = store.find(arn);
    if (existing?.status === 'RUNNING' && existing.input === input) {
      return { executionArn: arn, startDate: existing.startedAt / 1000 };
    }
    if (existing) throw new ServiceRefusal('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
    const startedAt = Date.now();
    const position = { state: machine.definition.StartAt, stateInput: input, phase: 'entering' } as const;
    const open = { stoppedAt: null, output: null, error: null, cause: null, token: null, resumeAt: null };
    const row = { arn, machineArn: machine.arn, name, definition: machine.digest, input, startedAt };
    store.insert({ ...row, ...position, ...open, status: 'RUNNING', counts: '[]' }, [
      executionStarted(input),
    ]);
    runner.drive(arn);
    return { executionArn: arn, startDate: startedAt / 1000 };
  }

  return {
    StartExecution: jsonOperation(request, {
      resource: ({ stateMachineArn }) => stateMachineArn,
      run: start,
    }),
    StopExecution: jsonOperation(
      z.strictObject({
        executionArn: z.string(),
        error: z.string().optional(),
        cause: z.string().optional(),
      }),
      {
        resource: ({ executionArn }) => executionArn,
        run({ executionArn, error, cause }) {
          const row = store.find(executionArn);
          if (!row)
            throw new ServiceRefusal('ExecutionDoesNotExist', `Execution Does Not Exist: '${executionArn}'`);
          const told = { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) };
          if (row.status === 'RUNNING') transitions.abort(row, told);
          return { stopDate: (store.find(executionArn)?.stoppedAt ?? 0) / 1000 };
        },
      },
    ),
  };
}

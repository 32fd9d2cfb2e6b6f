import { DatabaseSync } from 'node:sqlite';
import type { InvocationResult } from '#local/contract.ts';
import { createMachines } from '#local/machine/create-machines.ts';
import { fakeRuntime } from '#test/support/fake-runtime.ts';

export const machineArn = 'arn:aws-cn:states:cn-north-1:000000000000:stateMachine:m';

export const executionArnOf = (name: string) =>
  `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`;

export interface StepEvent {
  execution: string;
  token: string;
  step: string;
}

interface HistoryPage {
  events: { id: number; type: string; stateEnteredEventDetails?: { name: string; input: string } }[];
}

export const ok = (payload: unknown = null): InvocationResult => ({ ok: true, payload });
export const thrown = (errorType: string): InvocationResult => ({
  ok: false,
  errorType,
  errorMessage: 'because',
  handled: true,
});

/** A started machine with the given definition; `answer` stands for the functions, `events` is what they were sent. */
export async function setupMachine(
  definition: object,
  answer: (event: StepEvent, nth: number) => InvocationResult | Promise<InvocationResult> = () => ok(),
  db: DatabaseSync = new DatabaseSync(':memory:'),
) {
  const events: StepEvent[] = [];
  const names: string[] = [];
  const context = fakeRuntime(async (name, event) => {
    names.push(name);
    return answer(event as StepEvent, events.push(event as StepEvent));
  }, db);
  const machines = createMachines(context, [{ name: 'm', arn: machineArn, definition }]);
  await machines.start();
  const call = async <Body>(operation: string, body: Record<string, unknown>) => {
    const reply = await machines.service.handle(operation, body);
    return { status: reply.status, body: reply.body as Body & { __type?: string; message?: string } };
  };
  const history = async (executionArn: string) =>
    (await call<HistoryPage>('GetExecutionHistory', { executionArn, maxResults: 1000 })).body.events;
  return {
    machines,
    events,
    names,
    lines: context.lines,
    call,
    history,
    start: async (input: unknown = { tenant: 't', caseId: 'c' }, name = 'e') =>
      (
        await call<{ executionArn: string }>('StartExecution', {
          stateMachineArn: machineArn,
          name,
          input: JSON.stringify(input),
        })
      ).body.executionArn,
    describe: async (executionArn: string) =>
      (
        await call<{ status: string; output?: string; error?: string; cause?: string }>('DescribeExecution', {
          executionArn,
        })
      ).body,
    approve: (token: string) =>
      call('SendTaskSuccess', { taskToken: token, output: '{"outcome":"Approved"}' }),
    refuse: (token: string, error: string) => call('SendTaskFailure', { taskToken: token, error }),
    entered: async (executionArn: string) =>
      (await history(executionArn)).flatMap((event) => event.stateEnteredEventDetails?.name ?? []),
  };
}

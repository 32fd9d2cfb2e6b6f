import { describe, expect, it } from 'vitest';
import { newTaskToken } from '#local/machine/task-token.ts';
import { approvalDefinition } from '#test/support/approval-definition.ts';
import { settled } from '#test/support/fake-runtime.ts';
import { machineArn, setupMachine } from './setup-machine.ts';

const endless = {
  StartAt: 'Again',
  States: { Again: { Type: 'Pass', Next: 'Again' } },
};

describe('the Step Functions API', () => {
  it('starts by name once: the same while it runs with the same input, refused otherwise', async () => {
    const { call, events, approve, refuse } = await setupMachine(approvalDefinition);
    const request = { stateMachineArn: machineArn, name: 'case-1', input: '{"tenant":"t","caseId":"c"}' };
    const [first, second] = [await call('StartExecution', request), await call('StartExecution', request)];
    expect(second).toEqual(first);
    expect(first.body).toMatchObject({
      executionArn: `${machineArn.replace('stateMachine', 'execution')}:case-1`,
    });
    const other = await call('StartExecution', { ...request, input: '{}' });
    expect(other).toMatchObject({ status: 400, body: { __type: 'ExecutionAlreadyExists' } });
    await settled();
    expect(events).toHaveLength(1);
    await approve(events[0]?.token ?? '');
    await settled();
    await refuse(events[1]?.token ?? '', 'Rejected');
    await settled();
    expect((await call('StartExecution', request)).body.__type).toBe('ExecutionAlreadyExists');
  });

  it.each([
    ['StartExecution', { stateMachineArn: 'arn:x', input: '{}' }, 'StateMachineDoesNotExist'],
    ['StartExecution', { stateMachineArn: machineArn, name: 'a b' }, 'InvalidName'],
    ['StartExecution', { stateMachineArn: machineArn, input: '{' }, 'InvalidExecutionInput'],
    ['StartExecution', { stateMachineArn: machineArn, traceHeader: 'x' }, 'ValidationException'],
    ['DescribeExecution', { executionArn: 'arn:x' }, 'ExecutionDoesNotExist'],
    ['SendTaskSuccess', { taskToken: 'x', output: '{}' }, 'InvalidToken'],
    ['SendTaskSuccess', { taskToken: newTaskToken(machineArn), output: '{}' }, 'TaskDoesNotExist'],
    ['SendTaskSuccess', { taskToken: newTaskToken(machineArn), output: '{' }, 'InvalidOutput'],
    ['RedriveExecution', { executionArn: 'arn:x' }, 'UnknownOperationException'],
  ])('%s %j is refused as %s', async (operation, body, type) => {
    const { call } = await setupMachine(approvalDefinition);
    expect(await call(operation, body)).toMatchObject({ status: 400, body: { __type: type } });
  });

  it('accepts a heartbeat while it waits; a second answer finds the task closed', async () => {
    const { start, call, events, approve, refuse } = await setupMachine(approvalDefinition);
    await start();
    await settled();
    const taskToken = events[0]?.token ?? '';
    expect((await call('SendTaskHeartbeat', { taskToken })).status).toBe(200);
    expect((await approve(taskToken)).status).toBe(200);
    for (const again of [await approve(taskToken), await refuse(taskToken, 'Withdrawn')]) {
      expect(again.body.__type).toBe('TaskTimedOut');
    }
    expect((await call('SendTaskHeartbeat', { taskToken })).body.__type).toBe('TaskTimedOut');
  });

  it('stops an execution; its token is closed', async () => {
    const { start, call, describe: look, events, approve, history } = await setupMachine(approvalDefinition);
    const executionArn = await start();
    await settled();
    expect((await call('StopExecution', { executionArn, error: 'Stopped', cause: '演练' })).status).toBe(200);
    expect(await look(executionArn)).toMatchObject({ status: 'ABORTED', error: 'Stopped', cause: '演练' });
    expect((await approve(events[0]?.token ?? '')).body.__type).toBe('TaskTimedOut');
    expect((await history(executionArn)).at(-1)?.type).toBe('ExecutionAborted');
  });

  it('lists by status and pages', async () => {
    const { start, call } = await setupMachine(approvalDefinition);
    for (const name of ['a', 'b', 'c']) await start({}, name);
    await settled();
    type List = { executions: { name: string }[]; nextToken?: string };
    const first = await call<List>('ListExecutions', { stateMachineArn: machineArn, maxResults: 2 });
    const { nextToken } = first.body;
    const second = await call<List>('ListExecutions', {
      stateMachineArn: machineArn,
      maxResults: 2,
      nextToken,
    });
    const names = [...first.body.executions, ...second.body.executions].map(({ name }) => name);
    expect(names.toSorted()).toEqual(['a', 'b', 'c']);
    expect(second.body.nextToken).toBeUndefined();
    const failed = { stateMachineArn: machineArn, statusFilter: 'FAILED' };
    // `$.tenant` is missing in their input: States.Runtime, which nothing catches.
    expect((await call<List>('ListExecutions', failed)).body.executions).toHaveLength(3);
  });

  it('tells the definition', async () => {
    const { call } = await setupMachine(approvalDefinition);
    const { body } = await call<{ definition: string }>('DescribeStateMachine', {
      stateMachineArn: machineArn,
    });
    expect(JSON.parse(body.definition)).toEqual(approvalDefinition);
  });

  it('ends an execution that runs in a circle, at the number of events AWS allows', async () => {
    const { start, describe: look } = await setupMachine(endless);
    const arn = await start({});
    await settled();
    expect(await look(arn)).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  }, 30_000);

  it('asks for the right on the machine, whose ARN the token carries', async () => {
    const { machines } = await setupMachine(approvalDefinition);
    const { service } = machines;
    expect(service.iamAction('SendTaskSuccess')).toBe('states:SendTaskSuccess');
    expect(service.iamResource('SendTaskSuccess', { taskToken: newTaskToken(machineArn), output: '1' })).toBe(
      machineArn,
    );
    expect(service.iamResource('StartExecution', { stateMachineArn: machineArn })).toBe(machineArn);
    expect(service.iamResource('Whatever', {})).toBe('*');
  });
});

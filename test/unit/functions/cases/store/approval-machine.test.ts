import {
  ExecutionAlreadyExists,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { createApprovalMachine } from '#functions/cases/store/approval-machine.ts';

const client = new SFNClient({ region: 'cn-north-1' });
const service = mockClient(client);
const machine = createApprovalMachine(client, 'arn:machine');
const ref = { tenant: 'yancheng/dafeng', caseId: 'dafeng.01' } as const;
const details = { $metadata: {}, message: 'said before' };

beforeEach(() => service.reset());

describe('the approval machine as the cases see it', () => {
  it('starts one execution a case, by its name, with ids only', async () => {
    service.on(StartExecutionCommand).resolves({});
    await machine.start(ref);
    expect(service.commandCalls(StartExecutionCommand)[0]?.args[0].input).toEqual({
      stateMachineArn: 'arn:machine',
      name: 'yancheng.dafeng.01',
      input: JSON.stringify(ref),
    });
  });

  it('is not troubled by an execution that has long been started', async () => {
    service.on(StartExecutionCommand).rejects(new ExecutionAlreadyExists(details));
    await expect(machine.start(ref)).resolves.toBeUndefined();
  });

  it('hears an approval as success and every other outcome as a failure of that name', async () => {
    service.on(SendTaskSuccessCommand).resolves({}).on(SendTaskFailureCommand).resolves({});
    await machine.tell('token', 'Approved');
    await machine.tell('token', 'Returned');
    expect(service.commandCalls(SendTaskSuccessCommand)).toHaveLength(1);
    expect(service.commandCalls(SendTaskFailureCommand)[0]?.args[0].input).toEqual({
      taskToken: 'token',
      error: 'Returned',
    });
  });

  it.each([new TaskTimedOut(details), new TaskDoesNotExist(details)])(
    'takes $name as told by somebody else',
    async (error) => {
      service.on(SendTaskSuccessCommand).rejects(error);
      await expect(machine.tell('token', 'Approved')).resolves.toBeUndefined();
    },
  );

  it('passes on that the service cannot be reached', async () => {
    service.on(SendTaskSuccessCommand).rejects(new Error('network'));
    await expect(machine.tell('token', 'Approved')).rejects.toThrow('network');
  });
});

import {
  ExecutionAlreadyExists,
  InvalidToken,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { cityOf } from '#shared/kernel/tenant.ts';
import type { ApprovalMachine } from '../app/delivery-ports.ts';

/** Somebody else told the machine first, or it has moved on by itself: nothing is left to do. */
const isOldNews = (error: unknown): boolean =>
  error instanceof TaskTimedOut || error instanceof TaskDoesNotExist || error instanceof InvalidToken;

/** The approval state machine. One execution a case, by name; payloads carry ids and outcomes only. */
export const createApprovalMachine = (
  client: Pick<SFNClient, 'send'>,
  machineArn: string,
): ApprovalMachine => ({
  start: async ({ tenant, caseId }) => {
    try {
      await client.send(
        new StartExecutionCommand({
          stateMachineArn: machineArn,
          name: `${cityOf(tenant)}.${caseId}`,
          input: JSON.stringify({ tenant, caseId }),
        }),
      );
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  },

  tell: async (taskToken, outcome) => {
    try {
      if (outcome === 'Approved')
        await client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify({ outcome }) }));
      else await client.send(new SendTaskFailureCommand({ taskToken, error: outcome }));
    } catch (error) {
      if (!isOldNews(error)) throw error;
    }
  },
});

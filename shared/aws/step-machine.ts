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

type Client = Pick<SFNClient, 'send'>;

/** Starts an execution once by its name; payloads carry ids only. */
export const startOnce = async (
  client: Client,
  stateMachineArn: string,
  name: string,
  input: object,
): Promise<void> => {
  try {
    await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
  } catch (error) {
    if (!(error instanceof ExecutionAlreadyExists)) throw error;
  }
};

/** Somebody else told the machine first, or it has moved on by itself: nothing is left to do. */
const isOldNews = (error: unknown): boolean =>
  error instanceof TaskTimedOut || error instanceof TaskDoesNotExist || error instanceof InvalidToken;

/** Tells a waiting state how it ended: `Approved` with what the next one is given, all else as a failure of its name. */
export const tellToken = async (
  client: Client,
  taskToken: string,
  outcome: string,
  output: object,
): Promise<void> => {
  try {
    if (outcome === 'Approved')
      await client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }));
    else await client.send(new SendTaskFailureCommand({ taskToken, error: outcome }));
  } catch (error) {
    if (!isOldNews(error)) throw error;
  }
};

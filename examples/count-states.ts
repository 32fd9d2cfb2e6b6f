import { GetExecutionHistoryCommand, type HistoryEvent, SFNClient } from '@aws-sdk/client-sfn';
import type { EmbeddedSystem } from './embedded-system.ts';

/** The approval's execution of a case. */
export const executionOf = (
  { approvalMachineArn }: Pick<EmbeddedSystem, 'approvalMachineArn'>,
  tenant: string,
  caseId: string,
): string =>
  `${approvalMachineArn.replace(':stateMachine:', ':execution:')}:${tenant.split('/')[0]}.${caseId}`;

/** All events of an execution, in their order. */
export const historyOf = async (
  { awsEndpoint: endpoint, region, administrator: credentials }: EmbeddedSystem,
  executionArn: string,
): Promise<readonly HistoryEvent[]> => {
  const client = new SFNClient({ endpoint, region, credentials });
  const events: HistoryEvent[] = [];
  let nextToken: string | undefined;
  do {
    const page = await client.send(
      new GetExecutionHistoryCommand({ executionArn, maxResults: 1000, ...(nextToken ? { nextToken } : {}) }),
    );
    events.push(...(page.events ?? []));
    nextToken = page.nextToken;
  } while (nextToken);
  client.destroy();
  return events;
};

/** States that an execution entered: what Step Functions charges for. */
export const countStates = (history: readonly HistoryEvent[]): number =>
  history.filter(({ type }) => type?.endsWith('StateEntered')).length;

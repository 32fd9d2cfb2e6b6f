import { GetExecutionHistoryCommand, SFNClient } from '@aws-sdk/client-sfn';
import type { EmbeddedSystem } from './embedded-system.ts';

/** States entered by a case's approval execution, from its history: what Step Functions charges for. */
export const countStates = async (
  system: EmbeddedSystem,
  tenant: string,
  caseId: string,
): Promise<number> => {
  const client = new SFNClient({
    endpoint: system.awsEndpoint,
    region: system.region,
    credentials: system.administrator,
  });
  const executionArn = `${system.approvalMachineArn.replace(':stateMachine:', ':execution:')}:${tenant.split('/')[0]}.${caseId}`;
  let entered = 0;
  let nextToken: string | undefined;
  do {
    const page = await client.send(
      new GetExecutionHistoryCommand({ executionArn, maxResults: 1000, ...(nextToken ? { nextToken } : {}) }),
    );
    entered += (page.events ?? []).filter(({ type }) => type?.endsWith('StateEntered')).length;
    nextToken = page.nextToken;
  } while (nextToken);
  client.destroy();
  return entered;
};

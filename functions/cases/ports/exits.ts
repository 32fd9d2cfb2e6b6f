import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { CaseRef } from '../app/ports.ts';
import { type ExitStanding, viewExit } from '../app/view-exit.ts';
import { createCaseStore } from '../store/case-store.ts';

export type { ExitStanding } from '../app/view-exit.ts';

/** 旧资源退出 of a major change, as those who bill what it gives up need to know of it. */
export type FindExit = (ref: CaseRef) => Promise<ExitStanding>;

export const exits = (client: Pick<DynamoDBDocumentClient, 'send'>, table: string): FindExit => {
  const cases = createCaseStore(client, table);
  return (ref) => viewExit({ cases }, ref);
};

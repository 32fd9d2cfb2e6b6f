import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createReferenceReader } from '#shared/table/read-references.ts';
import type { CaseRef } from '../app/ports.ts';
import { type CompletedCase, viewCompleted } from '../app/view-completed.ts';
import { createCaseStore } from '../store/case-store.ts';

export type { CompletedCase, Milestone } from '../app/view-completed.ts';

/** 办结的办件 as what follows needs it; undefined for one that is not completed. */
export type ReadCompletedCase = (ref: CaseRef) => Promise<CompletedCase | undefined>;

export const completedCases = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
): ReadCompletedCase => {
  const services = {
    cases: createCaseStore(client, table),
    references: createReferenceReader(client, table),
  };
  return (ref) => viewCompleted(services, ref);
};

import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { readRegistry } from '#functions/registry/ports/read-registry.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import type { Result } from '#shared/kernel/result.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { type FiledCase, viewFiledCase } from '../app/view-filed-case.ts';
import { createCaseStore } from '../store/case-store.ts';

export type { FiledCase } from '../app/view-filed-case.ts';

/** Cases as documents are made of them: as the actor may see them, contacts masked by the same rule. */
export type ViewFiledCase = (actor: Actor, caseId: string) => Promise<Result<FiledCase, Refusal>>;

export const casesForDocuments = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
): ViewFiledCase => {
  const services = {
    cases: createCaseStore(client, table),
    references: createReferenceReader(client, table),
    clock: systemBusinessClock,
    resourcesOf: readRegistry(client, table).resourcesOf,
  };
  return (actor, caseId) => viewFiledCase(services, actor, caseId);
};

import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { standIns } from '#functions/desks/ports/stand-ins.ts';
import { openedOrders } from '#functions/provisioning/ports/opened-orders.ts';
import { registeredSystems } from '#functions/registry/ports/registered-systems.ts';
import { postHolders } from '#functions/tenancy/ports/post-holders.ts';
import { contactOfPost } from '#functions/tenancy/ports/registered-contacts.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import { systemIds } from '#shared/kernel/ids.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import type { Result } from '#shared/kernel/result.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { type DecideTaskCommand, decideTask } from '../app/decide-task.ts';
import type { CommandAnswer } from '../app/pass-door.ts';
import type { CaseServices } from '../app/services.ts';
import { type Matter, viewMatter } from '../app/view-matter.ts';
import { createCaseLists } from '../store/case-lists.ts';
import { createCaseStore } from '../store/case-store.ts';

/** Cases as the approval link reaches them: one matter to read, one decision through the same door. */
export interface CasesForLinks {
  view(actor: Actor, caseId: string, taskId: string): Promise<Result<Matter, Refusal>>;
  /** Consumes the link in the decision's own transaction; asked again it answers the same. */
  decide(actor: Actor, linkId: string, command: DecideTaskCommand): Promise<Result<CommandAnswer, Refusal>>;
}

export const casesForLinks = (client: Pick<DynamoDBDocumentClient, 'send'>, table: string): CasesForLinks => {
  const services: CaseServices = {
    cases: createCaseStore(client, table),
    lists: createCaseLists(client, table),
    references: createReferenceReader(client, table),
    posts: postHolders(client, table),
    contactOf: contactOfPost(client, table),
    registered: registeredSystems(client, table),
    openedBy: openedOrders(client, table),
    clock: systemBusinessClock,
    ids: systemIds,
    newSalt: () => {
      throw new Error('a link makes no case');
    },
  };
  const deputies = standIns(client, table);
  return {
    view: async (actor, caseId, taskId) => viewMatter(services, await deputies.of(actor), caseId, taskId),
    decide: async (person, linkId, command) => {
      const actor = await deputies.of(person);
      return decideTask(
        services,
        actor,
        { actor, operation: 'decideByLink', idempotencyKey: linkId, request: command, linkId },
        command,
      );
    },
  };
};

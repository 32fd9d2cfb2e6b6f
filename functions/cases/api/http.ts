import { randomUUID } from 'node:crypto';
import { draftedCatalogue } from '#functions/catalogue/ports/drafted-catalogue.ts';
import { standIns } from '#functions/desks/ports/stand-ins.ts';
import { openedOrders } from '#functions/provisioning/ports/opened-orders.ts';
import { leftBehind } from '#functions/registry/ports/left-behind.ts';
import { registeredSystems } from '#functions/registry/ports/registered-systems.ts';
import { postHolders } from '#functions/tenancy/ports/post-holders.ts';
import { contactOfPost } from '#functions/tenancy/ports/registered-contacts.ts';
import { caseVerbsContracts } from '#shared/contracts/case-verbs-contracts.ts';
import { casesContracts } from '#shared/contracts/cases-contracts.ts';
import { answered, withVersion } from '#shared/http/answered.ts';
import { askedBy } from '#shared/http/asked-by.ts';
import { countedFunction } from '#shared/http/http-function.ts';
import { keepQuota } from '#shared/http/keep-quota.ts';
import { personTable } from '#shared/http/person-clients.ts';
import { readActor } from '#shared/http/read-actor.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import { systemIds } from '#shared/kernel/ids.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { listColleagues } from '../app/colleagues.ts';
import { createCase } from '../app/create-case.ts';
import { decideBatch } from '../app/decide-batch.ts';
import { decideTask } from '../app/decide-task.ts';
import { listCases } from '../app/list-cases.ts';
import { listJournal, verifyJournal } from '../app/list-journal.ts';
import { listKinds } from '../app/list-kinds.ts';
import { listTasks } from '../app/list-tasks.ts';
import { askSigners, transferTask, urgeTasks } from '../app/move-task.ts';
import type { CommandAnswer } from '../app/pass-door.ts';
import { recordAct } from '../app/record-act.ts';
import { requestConfirmation } from '../app/request-confirmation.ts';
import { saveSection } from '../app/save-section.ts';
import type { ActServices, CaseServices } from '../app/services.ts';
import { addComment, copyCase } from '../app/share-case.ts';
import { viewCase } from '../app/view-case.ts';
import { viewRepricing } from '../app/view-repricing.ts';
import { viewReview } from '../app/view-review.ts';
import { viewWorkload } from '../app/view-workload.ts';
import { withdrawCase } from '../app/withdraw-case.ts';
import { createCaseLists } from '../store/case-lists.ts';
import { createCaseStore } from '../store/case-store.ts';

const table = personTable();

const servicesFor = (actor: Actor): ActServices => {
  const client = table.clientOf(actor);
  return {
    cases: createCaseStore(client, table.name),
    lists: createCaseLists(client, table.name),
    references: createReferenceReader(client, table.name),
    posts: postHolders(client, table.name),
    contactOf: contactOfPost(client, table.name),
    registered: registeredSystems(client, table.name),
    openedBy: openedOrders(client, table.name),
    leftBehind: leftBehind(client, table.name),
    clock: systemBusinessClock,
    ids: systemIds,
    newSalt: randomUUID,
  };
};

/** Who asks, with those for whom they stand in at the moment. */
const actorOf = (authorizer: unknown): Promise<Actor> => {
  const actor = readActor(authorizer);
  return standIns(table.clientOf(actor), table.name).of(actor);
};

/** A command on one case: what is in path and body, at the version that If-Match names. */
const onCase =
  <Params extends object, Body extends object>(
    operation: string,
    command: (
      services: CaseServices,
      actor: Actor,
      asked: Asked,
      given: Params & Body & { readonly expectedVersion: number },
    ) => Promise<Result<CommandAnswer, Refusal>>,
  ) =>
  async (
    request: {
      readonly params: Params;
      readonly body: Body;
      readonly idempotencyKey: string;
      readonly expectedVersion: number;
    },
    authorizer: Parameters<typeof readActor>[0],
  ) => {
    const actor = await actorOf(authorizer);
    const { params, body, expectedVersion } = request;
    const given = { ...params, ...body, expectedVersion };
    return answered(
      await command(servicesFor(actor), actor, askedBy(actor, operation, request), given),
      withVersion,
    );
  };

const contracts = { ...casesContracts, ...caseVerbsContracts };

export const handler = countedFunction(keepQuota(table))(contracts, {
  getCatalogueRepricing: async (_request, authorizer) => {
    const actor = readActor(authorizer);
    const drafted = draftedCatalogue(table.clientOf(actor), table.name);
    return answered(await viewRepricing({ ...servicesFor(actor), draftedCatalogue: drafted }, actor));
  },

  listKinds: async (_request, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await listKinds(servicesFor(actor), actor));
  },

  createCase: async (request, authorizer) => {
    const actor = await actorOf(authorizer);
    const asked = askedBy(actor, 'createCase', request);
    return answered(await createCase(servicesFor(actor), asked, request.body), (body) => ({
      version: body.version,
      location: `/v1/cases/${body.caseId}`,
    }));
  },

  listCases: async ({ query }, authorizer) => {
    const actor = await actorOf(authorizer);
    return answered(await listCases(servicesFor(actor), actor, query));
  },

  getCase: async ({ params }, authorizer) => {
    const actor = await actorOf(authorizer);
    return answered(await viewCase(servicesFor(actor), actor, params.caseId), withVersion);
  },

  getReview: async ({ params }, authorizer) => {
    const actor = await actorOf(authorizer);
    return answered(await viewReview(servicesFor(actor), actor, params.caseId));
  },

  saveSection: async ({ params, body, expectedVersion }, authorizer) => {
    const actor = await actorOf(authorizer);
    const command = { ...params, content: body, expected: expectedVersion };
    return answered(await saveSection(servicesFor(actor), actor, command), withVersion);
  },

  requestConfirmation: async (request, authorizer) => {
    const actor = await actorOf(authorizer);
    const { params, expectedVersion } = request;
    const asked = askedBy(actor, 'requestConfirmation', request);
    return answered(
      await requestConfirmation(servicesFor(actor), actor, asked, params.caseId, expectedVersion),
      withVersion,
    );
  },

  withdrawCase: async (request, authorizer) => {
    const actor = await actorOf(authorizer);
    const { params, body, expectedVersion } = request;
    const command = { ...params, ...body, expectedVersion };
    return answered(
      await withdrawCase(servicesFor(actor), actor, askedBy(actor, 'withdrawCase', request), command),
      withVersion,
    );
  },

  listTasks: async ({ query }, authorizer) => {
    const actor = await actorOf(authorizer);
    return answered(await listTasks(servicesFor(actor), actor, query));
  },

  getWorkload: async (_request, authorizer) => {
    const actor = await actorOf(authorizer);
    return answered(await viewWorkload(servicesFor(actor), actor));
  },

  decideTask: async (request, authorizer) => {
    const actor = await actorOf(authorizer);
    const { params, body, expectedVersion } = request;
    const command = { ...params, ...body, expectedVersion };
    return answered(
      await decideTask(servicesFor(actor), actor, askedBy(actor, 'decideTask', request), command),
      withVersion,
    );
  },

  listColleagues: async ({ params }, authorizer) => {
    const actor = await actorOf(authorizer);
    return answered(await listColleagues(servicesFor(actor), actor, params.caseId, params.taskId));
  },

  transferTask: onCase('transferTask', transferTask),
  askSigners: onCase('askSigners', askSigners),
  urgeTasks: onCase('urgeTasks', urgeTasks),
  addComment: onCase('addComment', addComment),
  copyCase: onCase('copyCase', copyCase),

  recordAct: async (request, authorizer) => {
    const actor = readActor(authorizer);
    const { params, body, expectedVersion } = request;
    const command = { ...params, content: body, expectedVersion };
    return answered(
      await recordAct(servicesFor(actor), actor, askedBy(actor, 'recordAct', request), command),
      withVersion,
    );
  },

  decideBatch: async (request, authorizer) => {
    const actor = await actorOf(authorizer);
    const asked = askedBy(actor, 'decideBatch', request);
    return answered(accept(await decideBatch(servicesFor(actor), actor, asked, request.body)));
  },

  listJournal: async ({ params, query }, authorizer) => {
    const actor = await actorOf(authorizer);
    return answered(await listJournal(servicesFor(actor), actor, params.caseId, query));
  },

  verifyJournal: async ({ params }, authorizer) => {
    const actor = await actorOf(authorizer);
    return answered(await verifyJournal(servicesFor(actor), actor, params.caseId));
  },
});

import type { CompletedCase } from '#functions/cases/ports/completed-cases.ts';
import { effectHandlers } from '#functions/lifecycle/app/effect-handlers.ts';
import { endWithResources } from '#functions/obligations/app/end-with-resources.ts';
import { obligationEffects } from '#functions/obligations/app/obligation-effects.ts';
import { obligationShape } from '#functions/obligations/store/obligation-shape.ts';
import { openFromCase } from '#functions/provisioning/app/open-from-case.ts';
import { orderEffects } from '#functions/provisioning/app/order-effects.ts';
import { moveTask, orderTask, withdrawTask } from '#functions/provisioning/app/order-task.ts';
import { viewOpenedBatch } from '#functions/provisioning/app/view-opened-batch.ts';
import { waitInStep } from '#functions/provisioning/app/wait-in-step.ts';
import { letterShape } from '#functions/provisioning/store/letter-shape.ts';
import { orderShape } from '#functions/provisioning/store/order-shape.ts';
import { workShape } from '#functions/provisioning/store/work-shape.ts';
import { openFromShutdown } from '#functions/reclamation/app/open-from-shutdown.ts';
import { openFor } from '#functions/reclamation/app/open-reclamation.ts';
import { reclamationEffects } from '#functions/reclamation/app/reclamation-effects.ts';
import { rectificationEffects } from '#functions/reclamation/app/rectification-effects.ts';
import { takeAlong } from '#functions/reclamation/app/take-along.ts';
import { waitInStep as waitInReclamation } from '#functions/reclamation/app/wait-in-step.ts';
import { reclamationShape } from '#functions/reclamation/store/reclamation-shape.ts';
import { rectificationShape } from '#functions/reclamation/store/rectification-shape.ts';
import type { Effect } from '#shared/aggregate/aggregate.ts';
import type { ProcessNotice } from '#shared/aggregate/notice.ts';
import { nodeOf, type TenantId } from '#shared/kernel/tenant.ts';
import type { CalendarOverlay } from '#shared/kernel/working-calendar.ts';
import { memoryAggregates } from '#test/support/memory-aggregates.ts';
import { memoryClaims } from '#test/support/memory-claims.ts';
import { obligationLists } from './lists-of-story.ts';
import { machinesOfStory } from './machines-of-story.ts';
import { memoryRegistry } from './memory-registry.ts';
import { mortalConsumer } from './mortal-consumer.ts';
import { cloudProvider, department, peopleOf, type StoryCity, storyCities } from './people-of-city.ts';
import { timeOfStory } from './time-of-story.ts';
import { toldOfCases } from './told-of-cases.ts';

/**
 * All lifecycle contexts of one county with their real use cases, wired as the consumer of effects wires them; only
 * tables and machine are in memory, and time passes when the story says so.
 */
export const worldOfLifecycles = (city: StoryCity) => {
  const { tenant, ruleVersion } = storyCities[city];
  const time = timeOfStory();
  const effects: Effect[] = [];
  const notices: ProcessNotice[] = [];
  const completed = new Map<string, CompletedCase>();
  let overlay: CalendarOverlay = { version: '0', days: [] };
  const { wrote, mayDie } = mortalConsumer();
  const cases = toldOfCases(tenant, effects, wrote);

  const orders = memoryAggregates(orderShape, effects, notices, wrote);
  const work = memoryAggregates(workShape, effects, notices, wrote);
  const letters = memoryAggregates(letterShape(), effects, notices, wrote);
  const obligations = memoryAggregates(obligationShape(), effects, notices, wrote);
  const reclamations = memoryAggregates(reclamationShape(), effects, notices, wrote);
  const rectifications = memoryAggregates(rectificationShape, effects, notices, wrote);
  const kept = memoryRegistry(wrote);
  const { registry } = kept;
  const machine = machinesOfStory({
    opening: (ref, place, token) => waitInStep(provisioning, ref, { ...place, token }),
    reclaiming: (ref, step, token) => waitInReclamation(reclaiming, ref, step, token),
  });
  let lastId = 0;
  const newId = (of: TenantId = tenant): string => {
    // Far apart: beside an id lie those of what follows from it.
    lastId += 1_000;
    return `${nodeOf(of)}.${String(lastId).padStart(26, '0')}`;
  };

  const system = { clock: time.clock, newSalt: () => 'salt' };
  const references = {
    calendarOverlay: async () => overlay,
    nodesOf: async () => [{ id: tenant, name: '县' }],
    namesOf: async () => new Map(),
    letterInForce: async () => ({ version: 1, title: '信息安全责任书', text: '正文', digest: 'd' }),
  };
  const lists = obligationLists(obligations.all);
  const provisioning = {
    orders: orders.store,
    work: work.store,
    machine: machine.provisioning,
    registry,
    references,
    providersOf: async () => [cloudProvider],
    ...system,
  };
  const signing = {
    domainPlan: async () => undefined,
    letters: letters.store,
    lettersWith: () => letters.store,
    lists: { idsOf: async () => [], read: async () => [] },
  };
  const owing = { obligations: obligations.store, references, registry, ...system };
  const reclaiming = {
    reclamations: reclamations.store,
    issuing: () => reclamations.store,
    opening: () => reclamations.store,
    claims: memoryClaims(reclamations.all),
    rectifications: rectifications.store,
    registry,
    references,
    certificates: { takeSerial: async () => lastId, revoke: async () => undefined },
    tasks: {
      providerOf: async () => cloudProvider,
      order: (task: Parameters<typeof orderTask>[1]) => orderTask(provisioning, task),
      move: (provider: string, workId: string, days: Parameters<typeof moveTask>[2]) =>
        moveTask(provisioning, { provider, workId }, days),
      withdraw: (provider: string, workId: string, reason: string) =>
        withdrawTask(provisioning, { provider, workId }, reason),
    },
    publicBaseUrl: 'https://cloud.example',
    machine: machine.reclamation,
    newCode: () => '0'.repeat(20),
    endObligations: (taken: Parameters<typeof endWithResources>[1]) =>
      endWithResources({ ...owing, lists }, taken),
    ...system,
  };
  const handlers = effectHandlers({
    read: async ({ caseId }) => completed.get(caseId),
    registry,
    provisioning: {
      isOpened: async ({ caseId }) => (await orders.store.load({ tenant, orderId: caseId })) !== undefined,
      openOrder: (one, systemId) => openFromCase(provisioning, one, systemId),
      effects: orderEffects({
        ...provisioning,
        takeBack: (request) => openFor(reclaiming, request),
        takeAlong: (late) => takeAlong(reclaiming, late),
        ...cases,
      }),
    },
    obligations: {
      effects: obligationEffects({
        ...owing,
        lists,
        openedBatch: (ref, no) => viewOpenedBatch(orders.store, ref, no),
        reclaim: (request) => openFor(reclaiming, request),
      }),
    },
    reclamation: {
      openFromShutdown: (one) => openFromShutdown(reclaiming, one),
      closingSince: async (one) => (await reclaiming.claims.of(one)).closing?.since,
      effects: { ...reclamationEffects(reclaiming), ...rectificationEffects(reclaiming) },
    },
    ...cases,
  });

  return {
    city,
    tenant,
    ruleVersion,
    time,
    people: peopleOf(city),
    effects,
    notices,
    cases,
    completed,
    kept,
    machine,
    newId,
    stores: { orders, work, letters, obligations, reclamations, rectifications },
    services: {
      provisioning: {
        ...provisioning,
        ...signing,
      },
      work: { ...provisioning, workLists: { listWork: async () => ({ rows: [] }) } },
      obligations: {
        ...owing,
        obligationsWith: () => obligations.store,
        evidenceOf: async () => undefined,
        pages: { placesOf: async () => [], read: async () => [] },
      },
      reclamation: {
        ...reclaiming,
        reclamationLists: { idsOf: async () => [], read: async () => [] },
        rectificationsWith: () => rectifications.store,
        evidenceOf: async () => undefined,
        rectificationLists: { idsOf: async () => [], read: async () => [] },
        fileOf: async () => undefined,
        newId,
      },
    },
    /** Completes a case, as its own context would: with the effect that carries it on. */
    complete: (one: CompletedCase): void => {
      completed.set(one.ref.caseId, one);
      effects.push({ kind: 'caseCompleted', tenant, caseId: one.ref.caseId });
    },
    organisation: department,
    publishHolidays: (days: CalendarOverlay['days']): void => {
      overlay = { version: String(Number(overlay.version) + 1), days: [...overlay.days, ...days] };
    },
    /** @param writes after which the consumer dies. Answers whether it came to its end. */
    carry: (effect: Effect, writes?: number): Promise<boolean> => {
      const handler = handlers[effect.kind];
      if (!handler) throw new Error(`nobody carries on ${effect.kind}`);
      return mayDie(writes, () => handler(effect));
    },
    wait: (ask: () => Promise<void>, writes?: number): Promise<boolean> => mayDie(writes, ask),
  };
};
export type LifecycleWorld = ReturnType<typeof worldOfLifecycles>;

import * as z from 'zod/mini';
import { actOnReclamation } from '#functions/reclamation/app/command-reclamation.ts';
import { actOnRectification } from '#functions/reclamation/app/command-rectification.ts';
import { openForSecurity } from '#functions/reclamation/app/open-for-security.ts';
import { reclamationEffects } from '#functions/reclamation/app/reclamation-effects.ts';
import { recomputeReclamation } from '#functions/reclamation/app/recompute-reclamation.ts';
import { recordFinding } from '#functions/reclamation/app/record-finding.ts';
import { rectificationEffects } from '#functions/reclamation/app/rectification-effects.ts';
import { viewReclamation } from '#functions/reclamation/app/view-reclamation.ts';
import { listRectifications, viewRectification } from '#functions/reclamation/app/view-rectification.ts';
import { waitInStep } from '#functions/reclamation/app/wait-in-step.ts';
import { reclamationSteps } from '#functions/reclamation/domain/reclamation-state.ts';
import { reclamationShape } from '#functions/reclamation/store/reclamation-shape.ts';
import { rectificationShape } from '#functions/reclamation/store/rectification-shape.ts';
import type { RegistryWriter } from '#functions/registry/ports/registry-for-processes.ts';
import { reclamationDefinition } from '#infra/constructs/reclamation-definition.ts';
import type { Effect } from '#shared/aggregate/aggregate.ts';
import type { ProcessNotice } from '#shared/aggregate/notice.ts';
import type { ReclamationActBody } from '#shared/contracts/reclamation.ts';
import type { RectificationActBody } from '#shared/contracts/rectification.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { cityOf, nodeOf, type TenantId } from '#shared/kernel/tenant.ts';
import type { CalendarOverlay } from '#shared/kernel/working-calendar.ts';
import { memoryAggregates } from './memory-aggregates.ts';
import { memoryClaims } from './memory-claims.ts';
import { walkMachine } from './walk-machine.ts';

const reclamationStep = z.enum(reclamationSteps);
const definition = reclamationDefinition({ partition: 'aws-cn', stepsFunctionArn: 'arn:steps' });

type Row = Awaited<ReturnType<RegistryWriter['resourcesOf']>>[number];
type TaskDays = Parameters<Parameters<typeof reclamationEffects>[0]['tasks']['move']>[2];
type Task = Parameters<Parameters<typeof reclamationEffects>[0]['tasks']['order']>[0];

const person = (membershipId: string, tenant: TenantId, organisation: string, ...roles: string[]): Actor => ({
  personId: membershipId,
  name: membershipId,
  membershipId,
  tenant,
  organisation: { id: organisation, name: organisation },
  roles,
  grantsVersion: 1,
});

export type Who =
  | 'clerk'
  | 'leader'
  | 'operator'
  | 'authority'
  | 'officer'
  | 'expert'
  /** The operator and the clerk again, each under a second membership. */
  | 'operatorAsLeader'
  | 'clerkAsOperator'
  | 'provider'
  | 'stranger';

const rowOf = (tenant: TenantId, systemId: string, pool: Row['pool'], index: number): Row => ({
  tenant,
  systemId,
  resourceId: `${systemId}-1-${index}`,
  kind: 'host',
  unit: '台',
  specifications: [
    {
      from: '2026-01-05T02:00:00.000Z',
      productId: 'h',
      name: '云主机',
      text: '4核8G',
      quantity: 1,
      caseId: systemId,
    },
  ],
  pool,
  zone: 'extranet',
  caseId: systemId,
  lineNo: 1,
  batch: 1,
  instanceId: `i-${index}`,
  addresses: [`10.1.0.${index}`],
  state: 'inUse',
  openedAt: '2026-01-05T02:00:00.000Z',
  billing: [
    { from: '2026-01-05', quantity: 1, unitPriceFen: 100, priceVersion: 'c', clause: 'yc-cloud-17-2' },
  ],
  revision: 1,
});

/** Rectifications and reclamations of one system, everything in memory; each effect is carried twice. */
export const rectificationSetup = (
  tenant: TenantId,
  pool: Row['pool'] = { kind: 'countyPool', county: tenant },
) => {
  const city = `${cityOf(tenant)}/_city` as const;
  const systemId = `${nodeOf(tenant)}.${'0'.repeat(25)}1`;
  const people: Readonly<Record<Who, Actor>> = {
    clerk: person('clerk', tenant, 'health', 'department.clerk'),
    leader: person('leader', tenant, 'county', 'county.cloud.leader'),
    operator: person('operator', city, 'operator', 'city.cloud.operator'),
    authority: person('authority', city, 'authority', 'city.cloud.authority'),
    officer: person('officer', city, 'authority', 'city.cloud.authority'),
    expert: person('expert', city, 'authority', 'expert'),
    operatorAsLeader: {
      ...person('second', tenant, 'county', 'county.cloud.leader'),
      personId: 'operator',
    },
    clerkAsOperator: { ...person('third', city, 'operator', 'city.cloud.operator'), personId: 'clerk' },
    provider: person('provider', city, 'p', 'provider.engineer'),
    stranger: person('stranger', tenant, 'housing', 'department.clerk'),
  };
  let now = new Date('2026-01-31T02:00:00.000Z');
  const effects: Effect[] = [];
  const rows = new Map([1, 2].map((index) => [index, rowOf(tenant, systemId, pool, index)]));
  const tasks = new Map<string, Task>();
  const withdrawn: string[] = [];
  const life: string[] = [];
  const system = {
    systemId,
    tenant,
    name: '某平台',
    organisation: { id: 'health', name: '卫健委' },
    createdAt: '2026-01-01T00:00:00.000Z',
    inUse: [],
  };
  const registry: RegistryWriter = {
    findSystem: async () => system,
    findByName: async () => system,
    resourcesOf: async () => [...rows.values()],
    keepSystem: async () => systemId,
    addResources: async () => undefined,
    changeResource: async (_ref, resourceId, change) => {
      for (const [index, row] of rows) if (row.resourceId === resourceId) rows.set(index, change(row) ?? row);
      return undefined;
    },
    note: async (_ref, events) => {
      life.push(...events.map(({ text }) => text));
    },
    closeSystem: async () => undefined,
  };
  const notices: ProcessNotice[] = [];
  const { store: reclamations, all } = memoryAggregates(reclamationShape(), effects, notices);
  const rectifications = memoryAggregates(rectificationShape, effects, notices).store;
  const machines = new Map<string, ReturnType<typeof walkMachine>>();
  const machineOf = (reclamationId: string) => {
    const known = machines.get(reclamationId);
    if (known) return known;
    const walked = walkMachine(definition, (step, token) =>
      waitInStep(services, { tenant, reclamationId }, reclamationStep.parse(step), token),
    );
    machines.set(reclamationId, walked);
    return walked;
  };
  let overlay: CalendarOverlay = { version: '0', days: [] };
  let ids = 0;
  let keys = 0;
  const services = {
    reclamations,
    issuing: () => reclamations,
    opening: () => reclamations,
    claims: memoryClaims(all),
    rectifications,
    rectificationsWith: () => rectifications,
    evidenceOf: async () => undefined,
    reclamationLists: { idsOf: async () => [], read: async () => [] },
    rectificationLists: {
      idsOf: async (of: TenantId, organisation: string | undefined) => {
        const found =
          of === tenant ? await rectifications.load({ tenant, rectificationId: id() }) : undefined;
        const theirs = organisation === undefined || found?.state.organisation.id === organisation;
        return found && theirs ? [id()] : [];
      },
      read: async (places: readonly { readonly tenant: TenantId; readonly id: string }[]) =>
        (
          await Promise.all(
            places.map((place) => rectifications.load({ tenant: place.tenant, rectificationId: place.id })),
          )
        ).flatMap((one) => (one ? [one.state] : [])),
    },
    registry,
    references: {
      calendarOverlay: async () => overlay,
      nodesOf: async () => [city, tenant].map((node) => ({ id: node, name: node })),
      namesOf: async () => new Map(),
    },
    certificates: { takeSerial: async () => 1, revoke: async () => undefined },
    tasks: {
      providerOf: async () => ({ id: 'p', name: '云服务商' }),
      order: async (task: Task) => {
        tasks.set(task.workId, task);
      },
      move: async (_provider: string, workId: string, { notBefore, due }: TaskDays) => {
        const one = tasks.get(workId);
        if (one) tasks.set(workId, { ...one, ...(due ? { due } : {}), task: { ...one.task, notBefore } });
      },
      withdraw: async (_provider: string, workId: string) => {
        withdrawn.push(workId);
      },
    },
    machine: {
      start: ({ reclamationId }: { readonly reclamationId: string }) => machineOf(reclamationId).start(),
      tell: async (token: string, outcome: string) => {
        for (const machine of machines.values()) await machine.tell(token, outcome);
      },
    },
    fileOf: async () => undefined,
    publicBaseUrl: 'https://cloud.example',
    newId: (of: TenantId) => {
      ids += 1;
      return `${nodeOf(of)}.${String(ids).padStart(26, '0')}`;
    },
    newCode: () => '0'.repeat(20),
    clock: { now: () => now },
    endObligations: async () => {},
    newSalt: () => 'salt',
  };
  const handlers = { ...reclamationEffects(services), ...rectificationEffects(services) };
  /** What has its time, as the sweep would bring it. */
  const nextEffect = (): Effect | undefined => {
    const index = effects.findIndex(({ notBefore }) => (notBefore ?? '') <= now.toISOString());
    return index < 0 ? undefined : effects.splice(index, 1)[0];
  };
  const nextWait = () => [...machines.values()].find(({ waiting }) => waiting.length > 0)?.waiting.shift();
  const carryTwice = async (effect: Effect): Promise<void> => {
    for (let time = 0; time < 2; time += 1) await handlers[effect.kind]?.(effect);
  };
  const settle = async (): Promise<void> => {
    const effect = nextEffect();
    const wait = effect ? () => carryTwice(effect) : nextWait();
    if (!wait) return;
    await wait();
    await settle();
  };
  const asked = (who: Who, request: unknown) => {
    keys += 1;
    return { actor: people[who], operation: 'x', idempotencyKey: String(keys), request };
  };
  const id = () => `${nodeOf(tenant)}.${String(ids).padStart(26, '0')}`;
  const version = async () => (await rectifications.load({ tenant, rectificationId: id() }))?.version ?? 0;
  /** `ok`, or the code of the refusal and the first field that is to be mended. */
  const told = (result: { ok: boolean; refusal?: { code: string; errors?: readonly { code: string }[] } }) =>
    result.ok ? 'ok' : [result.refusal?.code, result.refusal?.errors?.[0]?.code].filter(Boolean).join(' ');
  return {
    life,
    tasks,
    withdrawn,
    rows: () => [...rows.values()],
    at: (instant: string) => {
      now = new Date(`${instant}T02:00:00.000Z`);
    },
    find: async (who: Who, kind: string, requirement?: { document: string; dueOn: string }) => {
      const body = {
        ...{ systemId, kind, reason: '长期闲置。', evidence: '监测记录。' },
        ...(requirement ? { requirement } : {}),
      };
      const result = await recordFinding(services, asked(who, body), body);
      await settle();
      return told(result);
    },
    act: async (who: Who, body: RectificationActBody) => {
      const result = await actOnRectification(services, asked(who, body), id(), await version(), body);
      await settle();
      return told(result);
    },
    sees: async (who: Who) => {
      const view = await viewRectification(services, people[who], id());
      return view.ok ? view.value : undefined;
    },
    lists: async (who: Who) => {
      const list = await listRectifications(services, people[who], {});
      return list.ok ? list.value.items.map(({ status }) => status) : [];
    },
    reclamation: async (who: Who = 'operator') => {
      const view = await viewReclamation(services, people[who], id());
      return view.ok ? view.value : undefined;
    },
    services,
    systemId,
    /** Who was told what, by event. */
    notices,
    /** States that the machine of the reclamation has entered. */
    entered: () => machines.get(id())?.entered ?? [],
    settle,
    /** A decision for security, by whoever enters it. */
    secure: async (who: Who, resourceIds?: readonly string[]) => {
      const body = { systemId, reason: '遭入侵。', ...(resourceIds ? { resourceIds } : {}) };
      const result = await openForSecurity(services, asked(who, body), body);
      await settle();
      return told(result);
    },
    /** A notice is published, and what it moves is recomputed; twice. */
    publish: async (days: CalendarOverlay['days']) => {
      overlay = { version: '1', days };
      const notice = { version: 1, title: '放假安排', days: days.map(({ date }) => date) };
      for (let time = 0; time < 2; time += 1)
        await recomputeReclamation(services, { tenant, reclamationId: id() }, [notice], now.toISOString());
      await settle();
    },
    reclaimAct: async (who: Who, body: ReclamationActBody) => {
      const loaded = await reclamations.load({ tenant, reclamationId: id() });
      const result = await actOnReclamation(services, asked(who, body), id(), loaded?.version ?? 0, body);
      await settle();
      return told(result);
    },
    /** The provider's answer, as its work order would carry it; twice. */
    does: async (workId: string, answer: 'WorkDone' | 'WorkCertified' = 'WorkDone') => {
      const task = tasks.get(workId)?.task;
      if (!task) throw new Error(`no task ${workId}`);
      const by = { ...people.provider, organisation: { id: 'p', name: '云服务商' } };
      const effect = {
        kind: task.answers,
        answer,
        step: task.step,
        tenant,
        orderId: task.processId,
        at: now.toISOString(),
        by,
        done: {
          at: now.toISOString(),
          by: { tenant: by.tenant, membership: by.membershipId },
          evidence: '已执行。',
          erasure: '已覆写。',
        },
      };
      for (let time = 0; time < 2; time += 1) {
        await handlers[task.answers]?.(effect);
        await settle();
      }
    },
  };
};

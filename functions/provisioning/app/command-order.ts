import { randomUUID } from 'node:crypto';
import type { Loaded } from '#shared/aggregate/aggregate.ts';
import { type Door, passDoor } from '#shared/aggregate/pass-door.ts';
import type { OrderAnswer } from '#shared/contracts/provisioning.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { recordCrossTenant } from '#shared/log/record-cross-tenant.ts';
import { objectionToDomain, opensInDomain } from '../domain/admit-domain.ts';
import { collectCredentials, mostMisses, waitingCredentials } from '../domain/collect-credentials.ts';
import { confirmOrder } from '../domain/confirm-order.ts';
import { dropRemainder } from '../domain/drop-remainder.ts';
import type { OrderEvent } from '../domain/order-events.ts';
import type { Order, SealedCredentials } from '../domain/order-state.ts';
import { orderStatus } from '../domain/order-status.ts';
import { type PlanBatch, planBatch } from '../domain/plan-batch.ts';
import { releaseUnits } from '../domain/release-units.ts';
import { doerOf, isDepartment, maySee, partyOf, runsOpening } from '../domain/who-may.ts';
import { findOrder, orderRefOf, unknownOrder } from './find-order.ts';
import { orderRules } from './order-rules.ts';
import type { OrderRef, PlanningServices, ProvisioningServices } from './ports.ts';
import { rulesOf } from './rules-of.ts';

type Answer = Promise<Result<OrderAnswer, Refusal>>;

const doorOf = ({
  orders,
  newSalt,
}: ProvisioningServices): Door<OrderRef, Order, OrderEvent, OrderAnswer> => ({
  rules: orderRules,
  store: orders,
  unknown: unknownOrder,
  moved: ({ systemName }) => ({
    code: 'order-moved',
    detail: `在您查看之后，“${systemName}”的开通单有了新进展，请刷新后再办。`,
  }),
  answer: (order, version) => ({ orderId: order.orderId, version, status: orderStatus(order) }),
  newSalt,
});

interface OnOrder {
  readonly orderId: string;
  readonly expectedVersion: number;
}

const command = async (
  services: ProvisioningServices,
  asked: Asked,
  { orderId, expectedVersion }: OnOrder,
  decide: (
    loaded: Loaded<Order>,
    at: string,
  ) => Result<readonly OrderEvent[], Refusal> | Promise<Result<readonly OrderEvent[], Refusal>>,
): Answer => {
  const ref = orderRefOf(asked.actor, orderId);
  if (!ref) return refuse(unknownOrder);
  const at = services.clock.now().toISOString();
  return passDoor(doorOf(services), {
    ref,
    asked,
    expectedVersion,
    at,
    maySee: (order) => maySee(asked.actor, order),
    decide: async (loaded) => {
      recordCrossTenant(asked.actor, { tenant: ref.tenant, caseId: orderId }, asked.operation);
      return decide(loaded, at);
    },
  });
};

const notYours = (detail: string) => refuse<Refusal>({ code: 'not-allowed', detail });

/** 三方确认, on behalf of the actor's party. */
export const confirm = (services: ProvisioningServices, asked: Asked, on: OnOrder): Answer =>
  command(services, asked, on, ({ state }, at) => {
    const party = partyOf(asked.actor, state, rulesOf(state));
    return party
      ? confirmOrder(state, party, doerOf(asked.actor), at)
      : notYours('三方确认由运行管理机构、使用部门和云服务商办理，您的岗位不参与。');
  });

const domainOf = ({ domainPlan }: PlanningServices, { tenant, domain }: Order) =>
  domain === undefined ? undefined : domainPlan({ tenant, caseId: domain });

export const plan = (services: PlanningServices, asked: Asked, on: OnOrder & PlanBatch): Answer =>
  command(services, asked, on, async ({ state }) => {
    const rules = rulesOf(state);
    if (!runsOpening(asked.actor, rules)) return notYours('开通批次由市级运行管理方安排。');
    const letter = await services.letters.load({
      tenant: state.tenant,
      organisation: state.organisation.id,
    });
    const planned = planBatch(state, on, doerOf(asked.actor), { rules, letterSigned: letter !== undefined });
    if (!planned.ok || !opensInDomain(state, on)) return planned;
    const objection = objectionToDomain(await domainOf(services, state));
    return objection ? refuse(objection) : planned;
  });

export const release = (
  services: ProvisioningServices,
  asked: Asked,
  on: OnOrder & { readonly batch: number; readonly reason: string },
): Answer =>
  command(services, asked, on, ({ state }) =>
    runsOpening(asked.actor, rulesOf(state))
      ? releaseUnits(state, on.batch, on.reason)
      : notYours('开通失败的资源由市级运行管理方退回。'),
  );

export const drop = (
  services: ProvisioningServices,
  asked: Asked,
  on: OnOrder & { readonly reason: string },
): Answer =>
  command(services, asked, on, ({ state }) =>
    runsOpening(asked.actor, rulesOf(state))
      ? dropRemainder(state, on.reason, doerOf(asked.actor))
      : notYours('余量由市级运行管理方终止。'),
  );

export interface Collect extends OnOrder {
  readonly batch: number;
  readonly code: string;
}

const wrongCode = (misses: number): Refusal => ({
  code: 'code-wrong',
  detail:
    misses + 1 >= mostMisses
      ? '提取码多次不正确，待领取的登录凭据已销毁，请联系云服务商重新交付。'
      : `提取码不正确，还可以试 ${mostMisses - misses - 1} 次。请向云服务商核对。`,
});

/**
 * 领取登录凭据, by the department: opened with the code that came another way, told once, and from then on only the
 * receipt is left. Neither code nor text is kept as an answer to be given again.
 */
export const collect = async (
  services: ProvisioningServices,
  openCredentials: (code: string, sealed: string) => string | undefined,
  actor: Actor,
  { batch: no, code, ...on }: Collect,
): Promise<Result<{ credentials: string; receipt: string; version: number }, Refusal>> => {
  const found = await findOrder(services, actor, on.orderId, 'collectCredentials');
  if (!found.ok) return found;
  const { state } = found.value;
  if (!isDepartment(actor, state)) return notYours('登录凭据由使用部门领取和保管。');
  const asked: Asked = {
    actor,
    operation: 'collectCredentials',
    idempotencyKey: randomUUID(),
    request: { orderId: on.orderId, batch: no },
  };
  let opened: { readonly text: string | undefined; readonly waiting: SealedCredentials } | undefined;
  const passed = await command(services, asked, on, ({ state: now }, at) => {
    const waiting = waitingCredentials(now, no);
    if (!waiting.ok) return waiting;
    const { credentials } = waiting.value;
    opened = { text: openCredentials(code, credentials.sealed), waiting: credentials };
    return accept(collectCredentials(no, credentials, opened.text !== undefined, doerOf(actor), at));
  });
  if (!passed.ok) return passed;
  if (!opened) throw new Error('credentials were collected unopened');
  const { text, waiting } = opened;
  if (text === undefined) return refuse(wrongCode(waiting.misses));
  return accept({ credentials: text, receipt: waiting.digest, version: passed.value.version });
};

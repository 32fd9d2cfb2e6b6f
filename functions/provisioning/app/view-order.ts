import type { OrderSummary, OrderView } from '#shared/contracts/provisioning.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { productKinds } from '#shared/regulation/product-kinds.ts';
import type { ProductKind } from '#shared/regulation/profile.ts';
import type { ConfirmingParty, ProvisioningRules } from '#shared/regulation/provisioning-spec.ts';
import { billingStart } from '../domain/billing-start.ts';
import type { DepartmentLetter } from '../domain/letter.ts';
import {
  type Batch,
  type Doer,
  hasRemaining,
  type Order,
  orderStatus,
  pendingUnits,
  remainingOf,
  type Unit,
  waitsIn,
} from '../domain/order-state.ts';
import { isDepartment, partyOf, runsOpening } from '../domain/who-may.ts';
import { dueView } from './due-view.ts';
import { findOrder } from './find-order.ts';
import type { ProvisioningServices } from './ports.ts';
import { rulesOf } from './rules-of.ts';

const statusLabels: Readonly<Record<OrderSummary['status'], string>> = {
  starting: '流转中',
  confirming: '待三方确认',
  opening: '开通中',
  opened: '已开通',
};
const partyLabels: Readonly<Record<ConfirmingParty, string>> = {
  operator: '运行管理机构',
  department: '使用部门',
  provider: '云服务商',
};

type Names = Awaited<ReturnType<ProvisioningServices['references']['namesOf']>>;
type Today = Parameters<typeof dueView>[2];

/** Today on the calendar of the order's city. */
export const todayFor = async (
  { references, clock }: Pick<ProvisioningServices, 'references' | 'clock'>,
  tenant: Order['tenant'],
): Promise<Today> => ({
  calendar: createWorkingCalendar(await references.calendarOverlay(cityOf(tenant)), tenant),
  now: clock.now(),
});

const countOpened = (units: readonly Unit[]) => units.filter(({ state }) => state === 'opened').length;

const totalOf = (order: Order): number =>
  order.batches.reduce(
    (sum, { units }) => sum + units.filter(({ state }) => state !== 'released').length,
    order.lines.reduce((sum, line) => sum + remainingOf(order, line), 0),
  );

export const orderSummaryOf = (order: Order, tenantName: string, today: Today): OrderSummary => {
  const status = orderStatus(order);
  const due = dueView(order.due, order.completedAt, today);
  return {
    orderId: order.orderId,
    systemId: order.systemId,
    systemName: order.systemName,
    tenant: order.tenant,
    tenantName,
    organisation: order.organisation,
    status,
    statusLabel: statusLabels[status],
    approvedAt: order.approvedAt,
    ...(due ? { due } : {}),
    opened: order.batches.reduce((sum, { units }) => sum + countOpened(units), 0),
    total: totalOf(order),
  };
};

/** Somebody by name, where the directory still knows them. */
const whoBy = (names: Names, { membership }: Doer) => {
  const found = names.get(membership);
  return found ? { by: { name: found.name, organisation: found.organisation } } : {};
};

const doersOf = (order: Order, letter: DepartmentLetter | undefined): Doer[] => [
  ...order.confirmations.map(({ by }) => by),
  ...order.batches.flatMap(({ plannedBy, receipt }) => [plannedBy, ...(receipt ? [receipt.by] : [])]),
  ...(letter?.signatures.map(({ by }) => by) ?? []),
];

const batchView = (order: Order, batch: Batch, rules: ProvisioningRules, names: Names) => {
  const { no, plannedAt, plannedBy, reason, usage, units, openedAt, credentials, receipt } = batch;
  const planner = names.get(plannedBy.membership);
  const billedFrom = billingStart(order, batch, rules);
  const left = credentials ? 'waiting' : receipt ? 'collected' : 'none';
  return {
    no,
    plannedAt,
    ...(planner ? { plannedBy: { name: planner.name, organisation: planner.organisation } } : {}),
    ...(reason === undefined ? {} : { reason }),
    ...(usage ? { usage } : {}),
    units: units.map(({ addresses, ...unit }) => ({
      ...unit,
      ...(addresses ? { addresses: [...addresses] } : {}),
    })),
    ...(openedAt === undefined ? {} : { openedAt }),
    ...(billedFrom === undefined ? {} : { billedFrom }),
    credentials: left as OrderView['batches'][number]['credentials'],
    ...(receipt ? { receipt: { at: receipt.at, digest: receipt.digest, ...whoBy(names, receipt.by) } } : {}),
  };
};

const letterView = (rules: ProvisioningRules, letter: DepartmentLetter | undefined, names: Names) => {
  if (!rules.letter) return {};
  const last = letter?.signatures.at(-1);
  return {
    letter: {
      title: rules.letter.title,
      clause: rules.letter.signers.clause,
      ...(last
        ? {
            signed: {
              version: last.version,
              at: last.at,
              ...whoBy(names, last.by),
              byScan: last.scan !== undefined,
            },
          }
        : {}),
    },
  };
};

const confirmationView = (order: Order, { confirmation }: ProvisioningRules, names: Names) =>
  confirmation && order.parties.length > 0
    ? {
        confirmation: {
          clause: confirmation.clause,
          ...(order.confirmedAt === undefined ? {} : { confirmedAt: order.confirmedAt }),
          parties: order.parties.map((party) => {
            const given = order.confirmations.find((one) => one.party === party);
            return {
              party,
              label: partyLabels[party],
              ...(given ? { at: given.at, ...whoBy(names, given.by) } : {}),
            };
          }),
        },
      }
    : {};

const thresholdView = ({ batchThreshold }: ProvisioningRules) =>
  batchThreshold
    ? {
        threshold: {
          clause: batchThreshold.clause,
          kinds: Object.entries(batchThreshold.value).map(([kind, most]) => ({
            kind: kind as ProductKind,
            label: productKinds[kind as ProductKind],
            most,
          })),
        },
      }
    : {};

const mayPlan = (order: Order, rules: ProvisioningRules, letter: DepartmentLetter | undefined): boolean => {
  const last = order.batches.at(-1);
  return (
    waitsIn(order, 'batch', (last?.no ?? 0) + 1) &&
    hasRemaining(order) &&
    (last === undefined || pendingUnits(last).length === 0) &&
    (rules.letter === undefined || letter !== undefined)
  );
};

const mayDo = (actor: Actor, order: Order, letter: DepartmentLetter | undefined): OrderView['may'] => {
  const rules = rulesOf(order);
  const party = partyOf(actor, order, rules);
  const runs = runsOpening(actor, rules);
  const confirmed = order.confirmations.some((one) => one.party === party);
  const signs = rules.letter?.signers.value.some((role) => actor.roles.includes(role));
  const department = isDepartment(actor, order);
  return [
    ...(party && !confirmed && waitsIn(order, 'confirmation') ? (['confirm'] as const) : []),
    ...(runs && mayPlan(order, rules, letter) ? (['planBatch'] as const) : []),
    ...(runs && order.batches.some(({ units }) => units.some(({ state }) => state === 'failed'))
      ? (['releaseUnits'] as const)
      : []),
    ...(department && order.batches.some(({ credentials }) => credentials)
      ? (['collectCredentials'] as const)
      : []),
    ...(department && signs && !letter ? (['signLetter'] as const) : []),
  ];
};

/** 开通单 as the actor may see it. */
export const viewOrder = async (
  services: ProvisioningServices,
  actor: Actor,
  orderId: string,
): Promise<Result<OrderView, Refusal>> => {
  const found = await findOrder(services, actor, orderId, 'getOrder');
  if (!found.ok) return found;
  const { state: order, version } = found.value;
  const rules = rulesOf(order);
  const { tenant, organisation } = order;
  const [letter, nodes, today] = await Promise.all([
    rules.letter ? services.letters.load({ tenant, organisation: organisation.id }) : undefined,
    services.references.nodesOf(cityOf(tenant)),
    todayFor(services, tenant),
  ]);
  const names = await services.references.namesOf(doersOf(order, letter?.state));
  const tenantName = nodes.find(({ id }) => id === tenant)?.name ?? tenant;
  return accept({
    ...orderSummaryOf(order, tenantName, today),
    version,
    provider: order.provider,
    ...letterView(rules, letter?.state, names),
    ...confirmationView(order, rules, names),
    lines: order.lines.map((line) => ({ ...line, remaining: remainingOf(order, line) })),
    batches: order.batches.map((batch) => batchView(order, batch, rules, names)),
    ...thresholdView(rules),
    billing: { clause: rules.billingFrom.clause, from: rules.billingFrom.value },
    may: mayDo(actor, order, letter?.state),
  });
};

import type { OrderView } from '#shared/contracts/provisioning.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { productKinds } from '#shared/regulation/product-kinds.ts';
import type { ProductKind } from '#shared/regulation/profile.ts';
import type { ConfirmingParty, ProvisioningRules } from '#shared/regulation/provisioning-spec.ts';
import { billingStart } from '../domain/billing-start.ts';
import type { DepartmentLetter } from '../domain/letter.ts';
import { type Batch, type Doer, type Order, type Receipt, remainingOf } from '../domain/order-state.ts';
import { findOrder } from './find-order.ts';
import { mayDo } from './may-do.ts';
import type { ProvisioningServices } from './ports.ts';
import { rulesOf } from './rules-of.ts';
import { orderSummaryOf, todayFor } from './summarise-order.ts';

const partyLabels: Readonly<Record<ConfirmingParty, string>> = {
  operator: '运行管理机构',
  department: '使用部门',
  provider: '云服务商',
};

type Names = Awaited<ReturnType<ProvisioningServices['references']['namesOf']>>;

/** Somebody by name, where the directory still knows them. */
const whoBy = (names: Names, { membership }: Doer) => {
  const found = names.get(membership);
  return found ? { by: { name: found.name, organisation: found.organisation } } : {};
};

const doersOf = (order: Order, letter: DepartmentLetter | undefined): Doer[] => [
  ...(order.dropped ? [order.dropped.by] : []),
  ...order.confirmations.map(({ by }) => by),
  ...order.batches.flatMap(({ plannedBy, receipt, earlierReceipts = [] }) => [
    ...(plannedBy ? [plannedBy] : []),
    ...[...earlierReceipts, ...(receipt ? [receipt] : [])].map(({ by }) => by),
  ]),
  ...(letter?.signatures.map(({ by }) => by) ?? []),
];

const receiptView = ({ at, digest, by }: Receipt, names: Names) => ({ at, digest, ...whoBy(names, by) });

const batchView = (order: Order, batch: Batch, rules: ProvisioningRules, names: Names) => {
  const { no, plannedAt, plannedBy, reason, usage, units, openedAt, credentials } = batch;
  const { receipt, earlierReceipts = [], releases = [] } = batch;
  const planner = plannedBy && names.get(plannedBy.membership);
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
    ...(releases.length === 0 ? {} : { releases: releases.map((one) => ({ ...one })) }),
    ...(openedAt === undefined ? {} : { openedAt }),
    ...(billedFrom === undefined ? {} : { billedFrom }),
    credentials: left as OrderView['batches'][number]['credentials'],
    ...(receipt ? { receipt: receiptView(receipt, names) } : {}),
    ...(earlierReceipts.length > 0
      ? { earlierReceipts: earlierReceipts.map((one) => receiptView(one, names)) }
      : {}),
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

export type OrderReading = Pick<ProvisioningServices, 'orders' | 'letters' | 'references' | 'clock'>;

/** 开通单 as the actor may see it. */
export const viewOrder = async (
  services: OrderReading,
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
    ...(order.dropped
      ? { dropped: { at: order.dropped.at, reason: order.dropped.reason, ...whoBy(names, order.dropped.by) } }
      : {}),
    credentialsClause: rules.credentialsOnce.clause,
    billing: { clause: rules.billingFrom.clause, from: rules.billingFrom.value },
    may: mayDo(actor, order, letter?.state),
  });
};

import {
  changeSpecification,
  type RegistryWriter,
} from '#functions/registry/ports/registry-for-processes.ts';
import { billingStart } from '../domain/billing-start.ts';
import {
  type Batch,
  isReconfiguration,
  type Order,
  type OrderLine,
  type Unit,
} from '../domain/order-state.ts';
import { rulesOf } from './rules-of.ts';

type Rows = Parameters<RegistryWriter['addResources']>[0];

const lineOf = ({ lines }: Order, { lineNo, unitId }: Unit): OrderLine => {
  const line = lines.find((one) => one.lineNo === lineNo);
  if (!line) throw new Error(`${unitId} is of no line`);
  return line;
};

const rowOf = (order: Order, batch: Batch, unit: Unit, openedAt: string): Rows[number] => {
  const line = lineOf(order, unit);
  const rules = rulesOf(order);
  const from = billingStart(order, batch, rules);
  const { productId, name, specification } = line;
  return {
    resourceId: unit.unitId,
    systemId: order.systemId,
    tenant: order.tenant,
    kind: line.kind,
    unit: line.unit,
    specifications: [
      {
        from: openedAt,
        productId,
        name,
        text: specification,
        quantity: unit.quantity,
        caseId: order.orderId,
      },
    ],
    pool: line.pool,
    zone: line.zone,
    caseId: order.orderId,
    lineNo: line.lineNo,
    batch: batch.no,
    provider: order.provider,
    instanceId: unit.instanceId ?? '',
    addresses: [...(unit.addresses ?? [])],
    state: 'inUse',
    ...(order.confirmedAt === undefined ? {} : { confirmedAt: order.confirmedAt }),
    openedAt,
    billing:
      from === undefined
        ? []
        : [
            {
              from,
              quantity: unit.quantity,
              unitPriceFen: line.unitPriceFen,
              priceVersion: order.priceVersion,
              clause: rules.billingFrom.clause,
            },
          ],
    revision: 1,
  };
};

/** A resource in use becomes what the order says, billed so from the day on which it was done. */
const changeResource = async (
  registry: RegistryWriter,
  order: Order,
  line: OrderLine,
  { unitId, quantity, instanceId, addresses }: Unit,
  openedAt: string,
): Promise<void> => {
  const { tenant, systemId, orderId: caseId, priceVersion } = order;
  const { productId, name, specification: text, unit, unitPriceFen } = line;
  const { clause } = rulesOf(order).change.billedFrom;
  await registry.changeResource({ tenant, systemId }, unitId, (resource) => {
    const to = {
      from: openedAt,
      productId,
      name,
      text,
      quantity,
      unit,
      caseId,
      unitPriceFen,
      priceVersion,
      clause,
    };
    const changed = changeSpecification(resource, to);
    return (
      changed && {
        ...changed,
        instanceId: instanceId ?? changed.instanceId,
        addresses: addresses ? [...addresses] : changed.addresses,
      }
    );
  });
};

const lifeOf = (order: Order, batch: Batch) => {
  const { no, openedAt, units, plannedBy } = batch;
  const changed = isReconfiguration(order, batch);
  const { orderId: caseId, confirmedAt } = order;
  const last = order.confirmations.at(-1);
  const opened = units.filter(({ state }) => state === 'opened').length;
  return [
    ...(confirmedAt !== undefined && last
      ? [
          {
            id: `${caseId}-confirmed`,
            stage: 'opening' as const,
            at: confirmedAt,
            text: '三方确认完成',
            by: last.by,
            caseId,
          },
        ]
      : []),
    {
      id: `${caseId}-opened-${String(no).padStart(3, '0')}`,
      stage: changed ? ('change' as const) : ('opening' as const),
      at: openedAt ?? '',
      text: changed ? `完成变更 ${opened} 个资源` : `第 ${no} 批开通 ${opened} 个资源`,
      ...(plannedBy ? { by: plannedBy } : {}),
      caseId,
    },
  ];
};

/**
 * An opened batch in the registry: a row per new resource, with where its billing begins, what changed in those that
 * were there, and the system's timeline.
 */
export const registerBatch = async (registry: RegistryWriter, order: Order, no: number): Promise<void> => {
  const batch = order.batches.find((one) => one.no === no);
  if (batch?.openedAt === undefined) throw new Error(`batch ${no} of ${order.orderId} is not open`);
  const { openedAt } = batch;
  const opened = batch.units.filter(({ state }) => state === 'opened');
  const rows: Rows[number][] = [];
  for (const unit of opened) {
    const line = lineOf(order, unit);
    if (line.changes) await changeResource(registry, order, line, unit, openedAt);
    else rows.push(rowOf(order, batch, unit, openedAt));
  }
  await registry.addResources(rows);
  await registry.note({ tenant: order.tenant, systemId: order.systemId }, lifeOf(order, batch));
};

import type { RegistryWriter } from '#functions/registry/ports/registry-for-processes.ts';
import { billingStart } from '../domain/billing-start.ts';
import type { Batch, Order, Unit } from '../domain/order-state.ts';
import { rulesOf } from './rules-of.ts';

type Rows = Parameters<RegistryWriter['addResources']>[0];

const rowOf = (order: Order, batch: Batch, unit: Unit, openedAt: string): Rows[number] => {
  const line = order.lines.find(({ lineNo }) => lineNo === unit.lineNo);
  if (!line) throw new Error(`${unit.unitId} is of no line`);
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

const lifeOf = (order: Order, { no, openedAt, units, plannedBy }: Batch) => {
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
      stage: 'opening' as const,
      at: openedAt ?? '',
      text: `第 ${no} 批开通 ${opened} 个资源`,
      by: plannedBy,
      caseId,
    },
  ];
};

/** An opened batch in the registry: a row per resource, with where its billing begins, and the system's timeline. */
export const registerBatch = async (registry: RegistryWriter, order: Order, no: number): Promise<void> => {
  const batch = order.batches.find((one) => one.no === no);
  if (batch?.openedAt === undefined) throw new Error(`batch ${no} of ${order.orderId} is not open`);
  const { openedAt } = batch;
  await registry.addResources(
    batch.units.filter(({ state }) => state === 'opened').map((unit) => rowOf(order, batch, unit, openedAt)),
  );
  await registry.note({ tenant: order.tenant, systemId: order.systemId }, lifeOf(order, batch));
};

import type { ResourcePool, ResourceZone } from '#shared/contracts/registry.ts';
import { isCityTenant, type TenantId } from '#shared/kernel/tenant.ts';
import type { WorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { inPieces } from '#shared/regulation/in-pieces.ts';
import type { ProductKind } from '#shared/regulation/profile.ts';
import type { ProvisioningRules } from '#shared/regulation/provisioning-spec.ts';
import { dueOf } from './order-due.ts';
import type { OrderEvent } from './order-events.ts';
import type { ChangedResource, LentWindow, Order, OrderDue, OrderLine } from './order-state.ts';
import { unitsOf } from './plan-batch.ts';

/** A line as it was last assessed. */
export interface ApprovedLine {
  readonly lineNo: number;
  readonly productId: string;
  readonly product: {
    readonly name: string;
    readonly kind: ProductKind;
    readonly specification: string;
    readonly unit: string;
  };
  readonly quantity: number;
  readonly unitPriceFen: number;
  readonly row: Readonly<Record<string, unknown>>;
}

export interface ApprovedApplication {
  readonly tenant: TenantId;
  readonly caseId: string;
  readonly systemId: string;
  readonly systemName: string;
  readonly organisation: Order['organisation'];
  readonly ruleVersion: string;
  readonly provider: Order['provider'];
  readonly approvedAt: string;
  readonly priceVersion: string;
  readonly lines: readonly ApprovedLine[];
  readonly replaces?: string;
  readonly domain?: string;
  readonly window?: LentWindow;
  /** Of a change: the system's resources in use, by id. */
  readonly changing?: ReadonlyMap<string, ResourceInUse>;
}

/** A resource that a line may change. */
export interface ResourceInUse extends Omit<ChangedResource, 'resourceId'> {
  readonly pool: ResourcePool;
  readonly zone: ResourceZone;
}

const poolOf = (named: unknown, tenant: TenantId, { place }: ProvisioningRules): ResourcePool => {
  switch (named ?? place.pool.value) {
    case 'cityPool':
      return { kind: 'cityPool' };
    case 'dedicatedDomain':
      return { kind: 'dedicatedDomain' };
    default:
      // The city's own departments have no county whose pool it could be.
      return isCityTenant(tenant) ? { kind: 'cityPool' } : { kind: 'countyPool', county: tenant };
  }
};

/** A dedicated domain is a zone of its own (yc-cloud-10-1). */
const zoneOf = (named: unknown, pool: ResourcePool, { place }: ProvisioningRules): ResourceZone => {
  if (pool.kind === 'dedicatedDomain') return 'dedicated';
  return (named ?? place.zone.value) === 'internet' ? 'internet' : 'extranet';
};

/** A new resource lies where the form says, a changed one where it lies. */
const placeOf = (
  { row }: ApprovedLine,
  resource: ResourceInUse | undefined,
  tenant: TenantId,
  rules: ProvisioningRules,
): Pick<OrderLine, 'pool' | 'zone'> => {
  if (resource) return { pool: resource.pool, zone: resource.zone };
  const pool = poolOf(row['pool'], tenant, rules);
  return { pool, zone: zoneOf(row['zone'], pool, rules) };
};

const changesOf = (resourceId: string, resource: ResourceInUse | undefined): Pick<OrderLine, 'changes'> => {
  if (!resource) return {};
  const { pool: _pool, zone: _zone, ...was } = resource;
  return { changes: { resourceId, ...was } };
};

/** None of a line that changes a resource which is no longer in use. */
const lineOf = (
  line: ApprovedLine,
  { tenant, changing }: ApprovedApplication,
  rules: ProvisioningRules,
): OrderLine[] => {
  const { product, row, quantity, ...rest } = line;
  const resourceId = row['resourceId'];
  const resource = typeof resourceId === 'string' ? changing?.get(resourceId) : undefined;
  if (resourceId !== undefined && !resource) return [];
  const purpose = row['purpose'];
  return [
    {
      ...rest,
      ...product,
      // One piece stays one, whatever was assessed.
      quantity: resource && inPieces(product) ? 1 : quantity,
      ...placeOf(line, resource, tenant, rules),
      ...(typeof purpose === 'string' && purpose !== '' ? { purpose } : {}),
      ...changesOf(String(resourceId), resource),
    },
  ];
};

/** Changed resources wait for nobody's plan: they are the first batch, ordered by the approval itself. */
const reconfiguration = (order: Order): readonly OrderEvent[] => {
  const units = order.lines.flatMap((line) => (line.changes ? unitsOf(order, line, line.quantity) : []));
  return units.length === 0 ? [] : [{ type: 'BatchPlanned', no: 1, units }];
};

/** What is lent for a while is due on its first day. */
const dueOfOrder = (
  { approvedAt, changing, window }: ApprovedApplication,
  rules: ProvisioningRules,
  calendar: WorkingCalendar,
): OrderDue | undefined =>
  window
    ? {
        dueOn: window.from,
        provisional: false,
        calendarVersion: calendar.version,
        clause: window.clause,
      }
    : dueOf(approvedAt, (changing && rules.change.within) ?? rules.openWithin, calendar);

/**
 * 开通单 of a completed application, on the last assessed list; lines assessed to nothing are not opened. Nothing is
 * left to open where a change's resources have all gone meanwhile. The parties confirm a first application
 * (yc-cloud-17-1); a change is carried out upon its review (yc-cloud-18-2).
 */
export const openOrder = (
  application: ApprovedApplication,
  rules: ProvisioningRules,
  calendar: WorkingCalendar,
): readonly OrderEvent[] => {
  const { caseId, lines, changing, ...facts } = application;
  const due = dueOfOrder(application, rules, calendar);
  const order: Order = {
    ...facts,
    orderId: caseId,
    lines: lines.filter(({ quantity }) => quantity > 0).flatMap((line) => lineOf(line, application, rules)),
    ...(due ? { due } : {}),
    parties: changing || facts.window ? [] : [...(rules.confirmation?.value ?? [])],
    confirmations: [],
    batches: [],
    waits: [],
  };
  if (order.lines.length === 0) return [];
  return [{ type: 'OrderOpened', order }, ...reconfiguration(order)];
};

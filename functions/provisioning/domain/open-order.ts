import type { ResourcePool, ResourceZone } from '#shared/contracts/registry.ts';
import { computeDeadline } from '#shared/kernel/deadline.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { isCityTenant, type TenantId } from '#shared/kernel/tenant.ts';
import type { WorkingCalendar } from '#shared/kernel/working-calendar.ts';
import type { ProductKind } from '#shared/regulation/profile.ts';
import type { ProvisioningRules } from '#shared/regulation/provisioning-spec.ts';
import type { OrderOpened } from './order-events.ts';
import type { Order, OrderDue, OrderLine } from './order-state.ts';

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

const lineOf = (line: ApprovedLine, tenant: TenantId, rules: ProvisioningRules): OrderLine => {
  const { product, row, ...rest } = line;
  const pool = poolOf(row['pool'], tenant, rules);
  const purpose = row['purpose'];
  return {
    ...rest,
    ...product,
    pool,
    zone: zoneOf(row['zone'], pool, rules),
    ...(typeof purpose === 'string' && purpose !== '' ? { purpose } : {}),
  };
};

const dueOf = (
  approvedAt: string,
  { openWithin }: ProvisioningRules,
  calendar: WorkingCalendar,
): OrderDue | undefined => {
  if (!openWithin) return undefined;
  const from = shanghaiDateOf(new Date(approvedAt));
  const { dueOn, provisional, calendarVersion } = computeDeadline(
    { from, ...openWithin.value, direction: 'after' },
    calendar,
  );
  return { dueOn, provisional, calendarVersion, clause: openWithin.clause };
};

/** 开通单 of a completed application, on the last assessed list; lines assessed to nothing are not opened. */
export const openOrder = (
  application: ApprovedApplication,
  rules: ProvisioningRules,
  calendar: WorkingCalendar,
): readonly OrderOpened[] => {
  const { caseId, lines, ...facts } = application;
  const due = dueOf(facts.approvedAt, rules, calendar);
  const order: Order = {
    ...facts,
    orderId: caseId,
    lines: lines.filter(({ quantity }) => quantity > 0).map((line) => lineOf(line, facts.tenant, rules)),
    ...(due ? { due } : {}),
    parties: [...(rules.confirmation?.value ?? [])],
    confirmations: [],
    batches: [],
    waits: [],
  };
  return [{ type: 'OrderOpened', order }];
};

import type { AggregateStore } from '#shared/aggregate/aggregate.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { CalendarOverlay } from '#shared/kernel/working-calendar.ts';
import type { DomainPlan } from '../domain/admit-domain.ts';
import type { DepartmentLetter, LetterText } from '../domain/letter.ts';
import type { Doer, Order } from '../domain/order-state.ts';
import type { WorkOrder } from '../domain/work-order.ts';

export interface OrderRef {
  readonly tenant: TenantId;
  readonly orderId: string;
}
export interface WorkRef {
  /** The provider's organisation. */
  readonly provider: string;
  readonly workId: string;
}
export interface LetterRef {
  readonly tenant: TenantId;
  readonly organisation: string;
}

/** A stretch of a list with the versions of what is in it; `next` leads on. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next?: string;
}

export interface OrderLists {
  /** Ids of a tenant's orders, or of one of its departments', the newest first. */
  idsOf(
    tenant: TenantId,
    organisation: string | undefined,
    after: string | undefined,
    limit: number,
  ): Promise<readonly string[]>;
  /** As they stand now; what is gone meanwhile is left out. */
  read(refs: readonly OrderRef[]): Promise<readonly Order[]>;
}

export interface WorkLists {
  /** A provider's work orders: open ones by their due day, done ones the newest first. */
  listWork(
    provider: string,
    state: 'open' | 'done',
    after: string | undefined,
    limit: number,
  ): Promise<Page<WorkOrder>>;
}

/** The provisioning machine. Telling it what it knows already is no fault. */
export interface ProvisioningMachine {
  start(ref: OrderRef, confirmation: boolean): Promise<void>;
  /** `next`: the batch that it goes on with. */
  tell(token: string, outcome: string, next: number): Promise<void>;
}

/** A body that the city has contracted to serve its cloud. */
export interface Provider {
  readonly id: string;
  readonly name: string;
}

export interface ProvisioningReferences {
  calendarOverlay(city: string): Promise<CalendarOverlay>;
  nodesOf(city: string): Promise<readonly { readonly id: TenantId; readonly name: string }[]>;
  namesOf(
    members: readonly Doer[],
  ): Promise<ReadonlyMap<string, { readonly name: string; readonly organisation: string }>>;
  /** 责任书文本 in force; undefined until the city has put one in. */
  letterInForce(city: string): Promise<LetterText | undefined>;
}

export interface ProvisioningServices {
  readonly orders: AggregateStore<OrderRef, Order>;
  readonly lists: OrderLists;
  readonly letters: AggregateStore<LetterRef, DepartmentLetter>;
  /** The store of a letter that also keeps a sealed scan with its signature. */
  readonly lettersWith: (scan: {
    readonly version: number;
    readonly content: Uint8Array;
  }) => AggregateStore<LetterRef, DepartmentLetter>;
  readonly references: ProvisioningReferences;
  readonly clock: { now(): Date };
  readonly newSalt: () => string;
}

export interface PlanningServices extends ProvisioningServices {
  /** Undefined for a matter that is no plan of a domain. */
  readonly domainPlan: (ref: {
    readonly tenant: TenantId;
    readonly caseId: string;
  }) => Promise<DomainPlan | undefined>;
}

export interface WorkServices {
  readonly work: AggregateStore<WorkRef, WorkOrder>;
  readonly workLists: WorkLists;
  readonly references: ProvisioningReferences;
  readonly clock: { now(): Date };
  readonly newSalt: () => string;
}

import type { ResourcePool, ResourceZone } from '#shared/contracts/registry.ts';
import { type Wait as MachineWait, openWaitOf } from '#shared/kernel/machine-waits.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { ProductKind } from '#shared/regulation/profile.ts';
import type { ConfirmingParty } from '#shared/regulation/provisioning-spec.ts';

/** Who did something, by membership; their names are looked up when shown. */
export interface Doer {
  readonly tenant: TenantId;
  readonly membership: string;
}

/** A line of the last assessed list. */
export interface OrderLine {
  readonly lineNo: number;
  readonly productId: string;
  readonly name: string;
  readonly kind: ProductKind;
  readonly specification: string;
  readonly unit: string;
  readonly quantity: number;
  readonly unitPriceFen: number;
  readonly pool: ResourcePool;
  readonly zone: ResourceZone;
  readonly purpose?: string;
  /** The resource that it changes; without one it is a new resource. */
  readonly changes?: ChangedResource;
}

/** A resource in use, and what it was when the change was approved. */
export interface ChangedResource {
  readonly resourceId: string;
  readonly name: string;
  readonly specification: string;
  readonly quantity: number;
}

export interface Confirmation {
  readonly party: ConfirmingParty;
  readonly at: string;
  readonly by: Doer;
}

/**
 * One resource of a batch. `releasing`: to be given back, unless its work order has opened it meanwhile; `released`: not
 * opened, its quantity may be planned again.
 */
export interface Unit {
  /** `<caseId>-<line>-<n>`: the resource's id in the registry. */
  readonly unitId: string;
  readonly lineNo: number;
  readonly quantity: number;
  readonly state: 'ordered' | 'opened' | 'failed' | 'releasing' | 'released';
  readonly instanceId?: string;
  readonly addresses?: readonly string[];
  /** Why it could not be opened. */
  readonly failure?: string;
}

/** What the provider left to be fetched: sealed under a code that is nowhere in the table. */
export interface SealedCredentials {
  readonly depositedAt: string;
  readonly by: Doer;
  readonly sealed: string;
  readonly digest: string;
  readonly misses: number;
}

/** 领取回执. */
export interface Receipt {
  readonly at: string;
  readonly by: Doer;
  readonly digest: string;
}

/** 批次: one planned opening. */
export interface Batch {
  readonly no: number;
  readonly plannedAt: string;
  /** Absent where the approval itself ordered it: changed resources wait for nobody's plan. */
  readonly plannedBy?: Doer;
  /** Why so much at once. */
  readonly reason?: string;
  /** What the planner has seen of the last batch's use, or why they went on without. */
  readonly usage?: { readonly seen: boolean; readonly note: string };
  readonly units: readonly Unit[];
  /** Why so many of them were asked back, each time. */
  readonly releases?: readonly { readonly at: string; readonly units: number; readonly reason: string }[];
  /** When its last unit was opened; nothing of it is billed before. */
  readonly openedAt?: string;
  /** The latest word on its units; answers are not carried in the order in which they were given. */
  readonly settledAt?: string;
  /** The newest deposit that was carried, also when it has been fetched or destroyed. */
  readonly depositedAt?: string;
  readonly credentials?: SealedCredentials;
  readonly receipt?: Receipt;
  /** Of deposits that were fetched before the provider left newer ones. */
  readonly earlierReceipts?: readonly Receipt[];
}

export const waitSteps = ['confirmation', 'batch'] as const;
export type WaitStep = (typeof waitSteps)[number];
/** `Concluded`: the last batch. */
export const waitOutcomes = ['Approved', 'Concluded'] as const;
export type WaitOutcome = (typeof waitOutcomes)[number];
/** A place in which the machine waits. */
export type Wait = MachineWait<WaitStep, WaitOutcome>;

/** 期限 by which everything is to be configured. */
export interface OrderDue {
  readonly dueOn: string;
  readonly provisional: boolean;
  readonly calendarVersion: string;
  readonly clause: string;
}

/** 期限调整. */
export interface DueMove {
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly why: readonly string[];
}

/** 保障期间: lent from the first day to the end of the last, and then given back. */
export interface LentWindow {
  readonly from: string;
  readonly to: string;
  readonly clause: string;
  /** The unit's word that it is for a while, and the approval of it. */
  readonly asked?: { readonly at: string; readonly by: Doer };
  readonly agreed: { readonly at: string; readonly by: Doer };
  readonly endedAt?: string;
}

/** 开通单: what one completed application is to become. */
export interface Order {
  readonly tenant: TenantId;
  /** The case's id. */
  readonly orderId: string;
  readonly systemId: string;
  readonly systemName: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly ruleVersion: string;
  readonly provider: { readonly id: string; readonly name: string };
  readonly approvedAt: string;
  readonly priceVersion: string;
  readonly lines: readonly OrderLine[];
  /** 专有域: the plan of the domain in which lines of it lie. */
  readonly domain?: string;
  /** 临时扩充. */
  readonly window?: LentWindow;
  /** 重大变更: the exit beside it; once all of the new is open, what that gives up is billed no longer. */
  readonly replaces?: string;
  readonly due?: OrderDue;
  /** How notices have moved it, the newest last. */
  readonly dueMoves?: readonly DueMove[];
  /** Parties whose word is asked for; none where the rules know no confirmation. */
  readonly parties: readonly ConfirmingParty[];
  readonly confirmations: readonly Confirmation[];
  readonly confirmedAt?: string;
  readonly batches: readonly Batch[];
  readonly waits: readonly Wait[];
  /** 余量不再开通. */
  readonly dropped?: { readonly at: string; readonly by: Doer; readonly reason: string };
  /** When the last of it was opened, or the rest given up. */
  readonly completedAt?: string;
}

/** 变更: every unit of it is a resource that is in use already. */
export const isReconfiguration = (
  { lines }: Pick<Order, 'lines'>,
  { units }: Pick<Batch, 'units'>,
): boolean =>
  units.length > 0 &&
  units.every((unit) => lines.find(({ lineNo }) => lineNo === unit.lineNo)?.changes !== undefined);

/** The machine waits in a step, so that it may be decided. */
export const waitsIn = (order: Order, step: Wait['step'], batch?: number): boolean => {
  const wait = openWaitOf(order.waits);
  return wait?.step === step && wait.batch === batch;
};

const plannedOf = (order: Order, lineNo: number): number =>
  order.batches
    .flatMap(({ units }) => units)
    .filter((unit) => unit.lineNo === lineNo && unit.state !== 'released')
    .reduce((sum, { quantity }) => sum + quantity, 0);

/** What of a line is in no batch yet and not given up. */
export const remainingOf = (order: Order, line: Pick<OrderLine, 'lineNo' | 'quantity'>): number =>
  order.dropped ? 0 : line.quantity - plannedOf(order, line.lineNo);

/** Behind its window nothing is planned any more. */
export const hasRemaining = (order: Order): boolean =>
  order.window?.endedAt === undefined && order.lines.some((line) => remainingOf(order, line) > 0);

/** Units of it that still wait for the provider's word. */
export const pendingUnits = ({ units }: Pick<Batch, 'units'>): readonly Unit[] =>
  units.filter(({ state }) => state !== 'opened' && state !== 'released');

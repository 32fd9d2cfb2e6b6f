import type { WaitEvent } from '#shared/kernel/machine-waits.ts';
import type {
  Confirmation,
  Doer,
  Order,
  OrderDue,
  Receipt,
  SealedCredentials,
  Unit,
  WaitOutcome,
  WaitStep,
} from './order-state.ts';

/** 开通单建立, from a completed application. */
export interface OrderOpened {
  readonly type: 'OrderOpened';
  readonly order: Order;
}
/** What the machine waits for. */
export type OrderWaitEvent = WaitEvent<WaitStep, WaitOutcome>;
export interface PartyConfirmed {
  readonly type: 'PartyConfirmed';
  readonly confirmation: Confirmation;
}
/** 三方确认完成. */
export interface OrderConfirmed {
  readonly type: 'OrderConfirmed';
}
export interface BatchPlanned {
  readonly type: 'BatchPlanned';
  readonly no: number;
  readonly by?: Doer;
  readonly units: readonly Unit[];
  readonly reason?: string;
  readonly usage?: { readonly seen: boolean; readonly note: string };
}
/** The provider's report on units of a batch. */
export interface UnitsReported {
  readonly type: 'UnitsReported';
  readonly no: number;
  /** As they are now. */
  readonly units: readonly Unit[];
}
/** What could not be opened is to go back to what remains, as far as its work order has not opened it meanwhile. */
export interface ReleaseAsked {
  readonly type: 'ReleaseAsked';
  readonly no: number;
  readonly unitIds: readonly string[];
  readonly reason: string;
}
/** The work order has let go of them. */
export interface UnitsReleased {
  readonly type: 'UnitsReleased';
  readonly no: number;
  readonly unitIds: readonly string[];
}
export interface BatchOpened {
  readonly type: 'BatchOpened';
  readonly no: number;
}
/** 余量不再开通. */
export interface RemainderDropped {
  readonly type: 'RemainderDropped';
  readonly by: Doer;
  readonly reason: string;
}
export interface OrderCompleted {
  readonly type: 'OrderCompleted';
}
export interface CredentialsDeposited {
  readonly type: 'CredentialsDeposited';
  readonly no: number;
  readonly credentials: SealedCredentials;
}
/** A wrong code; the deposit does not outlive a few. */
export interface CredentialsMissed {
  readonly type: 'CredentialsMissed';
  readonly no: number;
  readonly destroyed: boolean;
}
export interface CredentialsCollected {
  readonly type: 'CredentialsCollected';
  readonly no: number;
  readonly receipt: Receipt;
}

/** A holiday notice moved the due day. */
export interface DueRecomputed {
  readonly type: 'DueRecomputed';
  readonly from: string;
  readonly due: OrderDue;
  /** Titles of the notices. */
  readonly why: readonly string[];
}

/** 保障期间 has ended: what was not opened is not, what was opened goes back. */
export interface WindowEnded {
  readonly type: 'WindowEnded';
}

export type OrderEvent =
  | OrderOpened
  | WindowEnded
  | OrderWaitEvent
  | PartyConfirmed
  | OrderConfirmed
  | BatchPlanned
  | UnitsReported
  | ReleaseAsked
  | UnitsReleased
  | BatchOpened
  | RemainderDropped
  | OrderCompleted
  | DueRecomputed
  | CredentialsDeposited
  | CredentialsMissed
  | CredentialsCollected;

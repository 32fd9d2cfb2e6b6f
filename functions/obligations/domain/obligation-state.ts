import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { MlpsLevel } from '#shared/regulation/obligation-spec.ts';
import type { Reminder } from '#shared/regulation/reminder-schedule.ts';

/** Who did something, by membership; their names are looked up when shown. */
export interface Doer {
  readonly tenant: TenantId;
  readonly membership: string;
}

/** 期限, due at the end of its day. */
export interface Due {
  readonly dueOn: LocalDate;
  readonly provisional: boolean;
  readonly calendarVersion: string;
}

/** A file that shows it; its bytes lie apart. */
export interface Evidence {
  readonly fileName: string;
  readonly type: 'pdf' | 'png' | 'jpg';
  readonly sha256: string;
}

/** 履约登记: done on a day, as the department states it. */
export interface Performance {
  readonly on: LocalDate;
  readonly at: string;
  readonly by: Doer;
  readonly statement: string;
  readonly level?: MlpsLevel;
  readonly evidence?: Evidence;
  /** The obligation with which it was recorded, where it was not recorded by itself. */
  readonly recordedWith?: string;
}

interface Move {
  readonly at: string;
  readonly by: Doer;
  readonly text: string;
}
/** What was said and decided on the way, in order. */
export type ObligationMove =
  | (Move & { readonly kind: 'explained'; readonly wantedUntil?: LocalDate })
  | (Move & { readonly kind: 'accepted' | 'extended'; readonly until: LocalDate })
  | (Move & { readonly kind: 'refused' | 'paused' | 'resumed' | 'reclaimOrdered' | 'reclaimWithdrawn' })
  | {
      readonly kind: 'recomputed';
      readonly at: string;
      readonly from: LocalDate;
      readonly to: LocalDate;
      readonly why: readonly string[];
    };

/** 暂停 from a day on; the days up to `to` do not count. */
export interface Pause {
  readonly from: LocalDate;
  readonly to?: LocalDate;
}

/** 履约事项: what a department owes by a date after the opening. */
export interface Obligation {
  readonly tenant: TenantId;
  /** Tells the case and the batch, or the system, and the kind; the same fact never makes two. */
  readonly obligationId: string;
  /** Key of the profile's kinds. */
  readonly kind: string;
  readonly ruleVersion: string;
  readonly systemId: string;
  readonly systemName: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly orderId?: string;
  readonly batch?: number;
  /** Which time it is, of what is owed again and again. */
  readonly turn: number;
  /** Level on which the limit depends. */
  readonly level?: MlpsLevel;
  /** The day from which it is reckoned. */
  readonly from: LocalDate;
  readonly openedAt: string;
  /** Absent where no limit is stated. */
  readonly due?: Due;
  /** A date that was set by decision on a day, in place of the reckoned one. */
  readonly fixed?: { readonly until: LocalDate; readonly on: LocalDate };
  readonly pauses: readonly Pause[];
  readonly nextReminder?: Reminder;
  readonly reminded?: { readonly day: number; readonly escalated: boolean };
  readonly moves: readonly ObligationMove[];
  readonly performance?: Performance;
  /** With the resources that it was owed for. */
  readonly ended?: { readonly at: string; readonly reclamationId?: string };
}

export type ObligationStatus = 'open' | 'paused' | 'performed' | 'reclaimOrdered' | 'ended';

export const openPause = ({ pauses }: Pick<Obligation, 'pauses'>): Pause | undefined =>
  pauses.find(({ to }) => to === undefined);

/** 决定收回 that stands; undefined once the resources were given back. */
export const orderedReclaim = ({ moves }: Pick<Obligation, 'moves'>) => {
  const last = moves.findLast(({ kind }) => kind === 'reclaimOrdered' || kind === 'reclaimWithdrawn');
  return last?.kind === 'reclaimOrdered' ? last : undefined;
};

export const statusOf = (obligation: Obligation): ObligationStatus => {
  if (obligation.performance) return 'performed';
  if (orderedReclaim(obligation)) return 'reclaimOrdered';
  if (obligation.ended) return 'ended';
  return openPause(obligation) ? 'paused' : 'open';
};

export const isOpen = (obligation: Obligation): boolean => {
  const status = statusOf(obligation);
  return status === 'open' || status === 'paused';
};

const answers: ReadonlySet<ObligationMove['kind']> = new Set([
  'explained',
  'accepted',
  'refused',
  'extended',
]);

/** 说明 that nobody has judged; a new date answers it too. */
export const pendingExplanation = ({ moves }: Pick<Obligation, 'moves'>) => {
  const last = moves.findLast(({ kind }) => answers.has(kind));
  return last?.kind === 'explained' ? last : undefined;
};

/** Late from the day after; not while it is paused, and never without a limit. */
export const isOverdue = (obligation: Obligation, today: LocalDate): boolean =>
  obligation.due !== undefined && statusOf(obligation) === 'open' && today > obligation.due.dueOn;

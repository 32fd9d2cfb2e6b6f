import type { Actor } from '#shared/kernel/actor.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { Party } from './delegation.ts';

/** What became of one open item. */
export interface HandOverRow {
  readonly caseId: string;
  readonly taskId: string;
  /** Stage of the route, Chinese. */
  readonly stageTitle: string;
  readonly done: boolean;
  readonly problem?: { readonly code: string; readonly title: string; readonly detail: string };
}

/** An open item that somebody holds by name. */
interface HeldByName {
  readonly ref: { readonly tenant: TenantId; readonly caseId: string };
  readonly taskId: string;
  readonly membership: string;
}

/** 离岗交接: all open items of one membership, one command per case, with a result per row. */
export interface HandOver {
  readonly id: string;
  readonly tenant: TenantId;
  readonly from: Party & { readonly roles: readonly string[]; readonly organisationId: string };
  /** Who takes them over; absent where they go back to their posts. */
  readonly to?: Party;
  readonly cause: 'left' | 'postEnded';
  readonly reason: string;
  /** Each command is theirs; absent where a post has ended. */
  readonly requestedBy?: Actor;
  readonly requestedAt: string;
  readonly state: 'running' | 'settling' | 'done';
  /** Wall clock; by then the index has what was written before the post ended. */
  readonly settleAfter: string;
  readonly revision: number;
  /** Where it stands in the lists of the posts. */
  readonly cursor: { readonly role: number; readonly after?: string };
  /** What was found there, noted before the first of it is handed over, so that a run that dies forgets none of it. */
  readonly inHand?: {
    readonly tasks: readonly HeldByName[];
    /** Where the list goes on; absent at its end. */
    readonly next?: string;
  };
  readonly rows: readonly HandOverRow[];
  /** More rows than are kept. */
  readonly rowsLeftOut: number;
  readonly delegationsEnded: number;
  readonly finishedAt?: string;
}

/** An index lags by seconds at most. */
const settleMs = 15_000;

export const openHandOver = (
  order: Pick<HandOver, 'id' | 'tenant' | 'from' | 'to' | 'cause' | 'reason' | 'requestedBy'>,
  now: string,
  wallNow: Date,
): HandOver => ({
  ...order,
  requestedAt: now,
  state: 'running',
  settleAfter: new Date(wallNow.getTime() + settleMs).toISOString(),
  revision: 1,
  cursor: { role: 0 },
  rows: [],
  rowsLeftOut: 0,
  delegationsEnded: 0,
});

const mostRows = 1000;

/** With what one page came to; a row that is tried again replaces what it said before. */
export const withRows = (job: HandOver, rows: readonly HandOverRow[]): HandOver => {
  const key = ({ caseId, taskId }: HandOverRow) => `${caseId} ${taskId}`;
  const all = [...new Map([...job.rows, ...rows].map((row) => [key(row), row])).values()];
  return {
    ...job,
    rows: all.slice(0, mostRows),
    rowsLeftOut: job.rowsLeftOut + Math.max(0, all.length - mostRows),
  };
};

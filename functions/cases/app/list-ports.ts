import type { TenantId } from '#shared/kernel/tenant.ts';
import type { CaseState, Holder, Task } from '../domain/case-state.ts';
import type { CaseRef } from './ports.ts';

/** A row of the worklist, before it is read. */
export interface WorkRow {
  readonly ref: CaseRef;
  readonly taskId: string;
  readonly targetOn?: string;
  readonly openedAt: string;
  /** The one who holds it by name, where it is no longer held by everybody of the post. */
  readonly membership?: string;
  readonly position: string;
}

/** Cases with open clocks, a page at a time; eventually consistent. */
export interface OpenClockList {
  /** Positions of open tasks with a target after a position, by case. */
  listClocks(tenant: TenantId, after: string | undefined, limit: number): Promise<readonly string[]>;
}

/** Lists; index rows may lag, what is read behind them never does. */
export interface CaseLists {
  listWork(holder: Holder, after: string | undefined, limit: number): Promise<readonly WorkRow[]>;
  /** Where the row of an open task stands in its holder's worklist. */
  positionOf(ref: CaseRef, task: Task): string;
  /** Cases and the one task of each row, read consistently. */
  readWork(rows: readonly WorkRow[]): Promise<readonly { state: CaseState; task: Task; row: WorkRow }[]>;
  /** Ids of an organisation's cases, newest first, older than `after`. */
  listByOrganisation(
    tenant: TenantId,
    organisation: string,
    after: string | undefined,
    limit: number,
  ): Promise<readonly string[]>;
  /** Ids of a tenant's cases, newest first, older than `after`. */
  listByTenant(tenant: TenantId, after: string | undefined, limit: number): Promise<readonly string[]>;
  /** What the cases are now, in the order asked for. */
  readCases(refs: readonly CaseRef[]): Promise<readonly CaseState[]>;
  /** The task at which each of these cases stands, by case id; read consistently. */
  readCurrentTasks(states: readonly CaseState[]): Promise<ReadonlyMap<string, Task>>;
}

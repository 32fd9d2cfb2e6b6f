import type { Actor } from '#shared/kernel/actor.ts';
import type { ActorFact } from '#shared/kernel/actor-refusal.ts';
import type { IdempotencyRecord, IdempotencyScope } from '#shared/kernel/asked.ts';
import type { ChainedEntry } from '#shared/kernel/journal-chain.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { CalendarOverlay } from '#shared/kernel/working-calendar.ts';
import type { PriceList } from '#shared/regulation/application/application-cost.ts';
import type { Catalogue } from '#shared/regulation/catalogue.ts';
import type { LocalSettings } from '#shared/regulation/local-settings.ts';
import type { CaseEvent } from '../domain/case-events.ts';
import type { CaseState, Holder, Task } from '../domain/case-state.ts';
import type { LineAssessment } from '../domain/check-assessment.ts';
import type { AccountState } from '../domain/create-case.ts';
import type { AttachmentSheet } from './files/attachment.ts';

export interface CaseRef {
  readonly tenant: TenantId;
  readonly caseId: string;
}

/** Newest entry of a case's journal. */
export interface JournalHead {
  readonly seq: number;
  readonly hash: string;
}

/** A case as loaded for a command, with what the rules need not know. */
export interface LoadedCase {
  readonly state: CaseState;
  readonly head: JournalHead;
  /** Secret of the case's digests; erased with its personal data. */
  readonly salt: string;
}

/** A journal entry and where it lies. */
export interface StoredEntry {
  readonly position: number;
  readonly entry: ChainedEntry;
}

/** A part of the application as last saved. */
export interface SavedSection {
  readonly section: string;
  readonly version: number;
  readonly content: Readonly<Record<string, unknown>>;
  /** Everybody who has ever saved it. */
  readonly savers: readonly string[];
}

/** A part of the application as one person saves it now. */
export type SectionToSave = Omit<SavedSection, 'savers'> & { readonly savedBy: Actor };

/** What a submission freezes. */
export interface FrozenForm {
  readonly round: number;
  readonly digest: string;
  readonly sections: readonly SavedSection[];
  readonly attachments: AttachmentSheet;
  /** Catalogue version and prices on the day of submission; a later catalogue does not reprice it. */
  readonly prices: PriceList;
}

/** What must still be brought to a machine. */
export type Delivery =
  | { readonly kind: 'start' }
  | { readonly kind: 'outcome'; readonly visit: number; readonly outcome: string };

/** What people must be told: a task waits for them, still waits, its target moved, or their application has ended. */
export type Announcement =
  | { readonly event: 'taskOpened' | 'taskUrged'; readonly taskIds: readonly string[] }
  | { readonly event: 'caseCopied'; readonly readers: readonly string[] }
  | {
      readonly event: 'taskReminded';
      readonly taskId: string;
      /** Working days from the target day. */
      readonly day: number;
      readonly escalated: boolean;
    }
  | { readonly event: 'targetsMoved'; readonly taskIds: readonly string[] }
  | { readonly event: 'caseCompleted' }
  | { readonly event: 'caseRejected' };

/** 附言, with its author as they were then. */
export interface Comment {
  readonly at: string;
  readonly text: string;
  readonly by: { readonly name: string; readonly organisation: string; readonly role: string };
}

/** Everything that one command writes, in one transaction. */
export interface CaseCommit {
  readonly before: LoadedCase | undefined;
  readonly after: CaseState;
  readonly salt: string;
  readonly events: readonly CaseEvent[];
  readonly entry: ChainedEntry;
  /** The person whose membership must still stand; absent for the machine. */
  readonly actor?: Actor;
  readonly idempotency?: IdempotencyScope & IdempotencyRecord;
  /** The machine's task token, when a step is opened. */
  readonly token?: string;
  readonly frozen?: FrozenForm;
  readonly assessments?: { readonly taskId: string; readonly lines: readonly LineAssessment[] };
  readonly delivery?: Delivery;
  readonly announcement?: Announcement;
  /** The approval link that the decision came by; it is consumed with it. */
  readonly linkId?: string;
}

/** Facts on which a commit depends, by the name under which it reports that one did not hold. */
export type CommitFact =
  | ActorFact
  | 'version'
  | 'idempotency'
  | 'sections'
  | 'step'
  | 'link'
  | 'account'
  | 'other';
export type CommitOutcome =
  | { readonly written: true }
  | { readonly written: false; readonly failed: readonly CommitFact[] };

/** Cases of one data scope; the table's fence, not this interface, says which tenants it reaches. */
export interface CaseStore {
  load(ref: CaseRef): Promise<LoadedCase | undefined>;
  commit(commit: CaseCommit): Promise<CommitOutcome>;
  findIdempotency(scope: IdempotencyScope): Promise<IdempotencyRecord | undefined>;
  /** What the unit holds of an account on the management platform. */
  findAccount(tenant: TenantId, organisationId: string): Promise<AccountState | undefined>;
  loadSections(ref: CaseRef): Promise<readonly SavedSection[]>;
  /** Saves over version `expected` (0: not there yet), while whoever saves may command. */
  saveSection(ref: CaseRef, section: SectionToSave, expected: number): Promise<CommitOutcome>;
  /** The draft's attachments as they stand. */
  loadAttachments(ref: CaseRef): Promise<AttachmentSheet>;
  loadFrozen(ref: CaseRef, round: number): Promise<FrozenForm | undefined>;
  loadAssessments(ref: CaseRef): Promise<ReadonlyMap<string, readonly LineAssessment[]>>;
  /** 附言, the oldest first. */
  loadComments(ref: CaseRef): Promise<readonly Comment[]>;
  /** Entries in the order in which they lie, whatever they say of themselves. */
  listEntries(ref: CaseRef, after: number, limit: number): Promise<readonly StoredEntry[]>;
}

/** A row of the worklist, before it is read. */
export interface WorkRow {
  readonly ref: CaseRef;
  readonly taskId: string;
  readonly targetOn?: string;
  readonly openedAt: string;
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

/** City-wide reference that a decision is taken under. */
export interface References {
  /** In force on a day; where products are named, with those of them that it has, and read for no more. */
  catalogue(city: string, on: LocalDate, productIds?: readonly string[]): Promise<Catalogue>;
  /** Labels of versions that were never filed 备案. */
  unfiledCatalogues(city: string): Promise<readonly string[]>;
  calendarOverlay(city: string): Promise<CalendarOverlay>;
  /** Whether the tenant has named its cloud authority. */
  authorityDesignated(tenant: TenantId): Promise<boolean>;
  /** What a tenant has set of its own within the rules; undefined: nothing. */
  settingsOf(tenant: TenantId): Promise<LocalSettings | undefined>;
  /** Every node of the city, as people list them. */
  nodesOf(
    city: string,
  ): Promise<readonly { readonly id: TenantId; readonly name: string; readonly authority: string }[]>;
  /** Entries of those who are listed, by membership. */
  namesOf(members: readonly MemberRef[]): Promise<ReadonlyMap<string, DirectoryEntry>>;
}

/** Somebody in the city's directory. */
export interface MemberRef {
  readonly tenant: TenantId;
  readonly membership: string;
}

export interface DirectoryEntry {
  readonly name: string;
  readonly organisation: string;
  readonly roles: readonly string[];
}

/** A marker as the stream or the sweep finds it. */
export interface PendingDelivery {
  readonly ref: CaseRef;
  readonly seq: number;
}

/** A marker that is overdue: for the machine, or a notice or job that its own consumer carries on. */
export type OverdueMarker =
  | { readonly kind: 'delivery'; readonly pending: PendingDelivery }
  | { readonly kind: 'notice' | 'job'; readonly key: { readonly pk: string; readonly sk: string } };

/** What has come due in business time: a task to remind of, or a notice that waited for working hours. */
export type DueRow =
  | { readonly kind: 'task'; readonly ref: CaseRef; readonly taskId: string }
  | { readonly kind: 'notice'; readonly key: { readonly pk: string; readonly sk: string } };

/** The due-time index of every tenant: the next action of each matter only, by business date. */
export interface DueStore {
  /** What is due on a date and until an instant, shard by shard. */
  listDue(date: string, until: string): AsyncIterable<DueRow>;
  watermark(): Promise<string | undefined>;
  keepWatermark(date: string): Promise<void>;
}

/** Hands markers to their own consumer: whoever tells people, or recomputes targets. */
export interface NoticeQueue {
  forward(keys: readonly { readonly pk: string; readonly sk: string }[]): Promise<void>;
}

/** Deliveries of every tenant; used by system functions only. */
export interface DeliveryStore {
  load(pending: PendingDelivery): Promise<Delivery | undefined>;
  clear(pending: PendingDelivery): Promise<void>;
  /** Newest live tokens of a visit (a redrive adds one), newest last. */
  tokensOf(ref: CaseRef, visit: number): Promise<readonly string[]>;
  /** Adds the token of a redriven step; false when the step has been decided meanwhile. */
  addToken(ref: CaseRef, visit: number, token: string): Promise<boolean>;
  /** Markers written on a date and before an instant, shard by shard; what is cleared meanwhile does not disturb. */
  listOverdue(date: string, before: string): AsyncIterable<OverdueMarker>;
  watermark(): Promise<string | undefined>;
  advanceWatermark(date: string): Promise<void>;
}

/** The approval machine. Telling it what it knows already is no fault. */
export interface ApprovalMachine {
  start(ref: CaseRef): Promise<void>;
  tell(token: string, outcome: string): Promise<void>;
}

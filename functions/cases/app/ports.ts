import type { Actor } from '#shared/kernel/actor.ts';
import type { ActorFact } from '#shared/kernel/actor-refusal.ts';
import type { IdempotencyRecord, IdempotencyScope } from '#shared/kernel/asked.ts';
import type { ChainedEntry } from '#shared/kernel/journal-chain.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { PinnedPrices } from '#shared/regulation/application/application-cost.ts';
import type { CaseEvent } from '../domain/case-events.ts';
import type { CaseState } from '../domain/case-state.ts';
import type { LineAssessment } from '../domain/check-assessment.ts';
import type { AccountState } from '../domain/create-case.ts';
import type { Attachment, AttachmentSheet } from './files/attachment.ts';

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

/** What a new draft brings along, by section. */
export type DraftContents = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What a submission freezes. */
export interface FrozenForm {
  readonly round: number;
  readonly digest: string;
  readonly sections: readonly SavedSection[];
  readonly attachments: AttachmentSheet;
  /** Catalogue version and prices on the day of submission; a later catalogue does not reprice it. */
  readonly prices: PinnedPrices;
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

/** What follows elsewhere from a case: its completion begins, changes or ends something, by its kind. */
export type CaseEffect = {
  /** ISO. */
  readonly at: string;
} & (
  | { readonly kind: 'caseCompleted' }
  /** 旧资源退出 beside an application was asked for, rejected or withdrawn. */
  | { readonly kind: 'exitMoved'; readonly application: string }
);

/** 附言, with its author as they were then. */
export interface Comment {
  readonly at: string;
  readonly text: string;
  readonly files: readonly Attachment[];
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
  /** Sections that a new draft begins with. */
  readonly prefilled?: DraftContents;
  readonly assessments?: { readonly taskId: string; readonly lines: readonly LineAssessment[] };
  readonly delivery?: Delivery;
  readonly announcement?: Announcement;
  readonly effect?: CaseEffect;
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
  | 'holder'
  | 'standIn'
  | 'commentFile'
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
  /** The next number of a node's year, given to nobody else; one that is not used after all stays free. */
  takeSerial(tenant: TenantId, year: string): Promise<number>;
  loadSections(ref: CaseRef): Promise<readonly SavedSection[]>;
  /** Saves over version `expected` (0: not there yet), while whoever saves may command. */
  saveSection(ref: CaseRef, section: SectionToSave, expected: number): Promise<CommitOutcome>;
  /** The draft's attachments as they stand. */
  loadAttachments(ref: CaseRef): Promise<AttachmentSheet>;
  loadFrozen(ref: CaseRef, round: number): Promise<FrozenForm | undefined>;
  loadAssessments(ref: CaseRef): Promise<ReadonlyMap<string, readonly LineAssessment[]>>;
  /** What was recorded with each act 办后事项. */
  loadActs(ref: CaseRef): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>>;
  /** 附言, the oldest first. */
  loadComments(ref: CaseRef): Promise<readonly Comment[]>;
  /** Files that a person uploaded to go with a word and that went with none yet; undefined for any other id. */
  loadCommentFiles(
    ref: CaseRef,
    by: Actor,
    attachmentIds: readonly string[],
  ): Promise<readonly (Attachment | undefined)[]>;
  /** Entries in the order in which they lie, whatever they say of themselves. */
  listEntries(ref: CaseRef, after: number, limit: number): Promise<readonly StoredEntry[]>;
}

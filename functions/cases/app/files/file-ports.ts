import type { Actor } from '#shared/kernel/actor.ts';
import type { IdempotencyRecord, IdempotencyScope } from '#shared/kernel/asked.ts';
import type { CaseRef, CommitOutcome } from '../ports.ts';
import type { CaseServices } from '../services.ts';
import type { Attachment, AttachmentSheet, Reservation } from './attachment.ts';

/** What one change of a draft's attachments writes, in one transaction. */
export interface SheetChange {
  readonly ref: CaseRef;
  readonly actor: Actor;
  /** The case's version under which the change was allowed. */
  readonly caseVersion: number;
  readonly before: AttachmentSheet;
  readonly items: readonly Attachment[];
  /** The reservation that has become an attachment. */
  readonly fulfilled?: string;
}

/** Promised uploads and the sheet of what has arrived; both lie in the case's partition. */
export interface AttachmentStore {
  findReservation(ref: CaseRef, attachmentId: string): Promise<Reservation | undefined>;
  /** Promised uploads that have not arrived and may still do. */
  countReservations(ref: CaseRef): Promise<number>;
  reserve(
    ref: CaseRef,
    reservation: Reservation,
    actor: Actor,
    idempotency: IdempotencyScope & IdempotencyRecord,
  ): Promise<CommitOutcome>;
  saveSheet(change: SheetChange): Promise<CommitOutcome>;
  /** A file that was uploaded to go with a word; undefined when there is none of this person's. */
  findCommentFile(ref: CaseRef, actor: Actor, attachmentId: string): Promise<Attachment | undefined>;
  /** Keeps it until it goes with a word; a second time it changes nothing. */
  saveCommentFile(ref: CaseRef, actor: Actor, file: Attachment): Promise<CommitOutcome>;
}

export interface StoredFile {
  readonly bytes: Buffer;
  readonly versionId: string;
}

/** A short-lived address; ISO instant by the wall clock. */
export interface SignedAddress {
  readonly url: string;
  readonly expiresAt: string;
}

export interface SignedUpload extends SignedAddress {
  readonly fields: Readonly<Record<string, string>>;
}

/** The files of one tenant's cases. */
export interface FileStore {
  /** Lets whoever holds it send exactly these bytes to exactly this place, for a few minutes. */
  signUpload(
    ref: CaseRef,
    reservation: Pick<Reservation, 'attachmentId' | 'size' | 'sha256'>,
  ): Promise<SignedUpload>;
  /** What was uploaded; undefined when nothing was, or more than `most` bytes. */
  read(ref: CaseRef, attachmentId: string, most: number): Promise<StoredFile | undefined>;
  /** Keeps a version; without this the lifecycle takes it after a day. */
  keep(ref: CaseRef, attachmentId: string, versionId: string): Promise<void>;
  /** Gives a version up to the lifecycle. */
  release(ref: CaseRef, attachmentId: string, versionId: string): Promise<void>;
  signDownload(ref: CaseRef, attachment: Attachment): Promise<SignedAddress>;
}

export interface AttachmentServices
  extends Omit<CaseServices, 'lists' | 'posts' | 'contactOf' | 'registered' | 'openedBy'> {
  readonly attachments: AttachmentStore;
  readonly files: FileStore;
}

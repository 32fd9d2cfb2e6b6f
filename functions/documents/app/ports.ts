import type { PublishedChange } from '#functions/tenancy/app/administration-entry.ts';
import type { DocumentKind, TemplateChange } from '#shared/contracts/documents.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { ActorFact } from '#shared/kernel/actor-refusal.ts';

/** Which template a city uses for a document; without one of its own, version 0. */
export interface TemplateInForce {
  readonly version: number;
  readonly isDefault: boolean;
}

/** A change to a template: new bytes, or none to go back to the one that comes with the system. */
export interface TemplateWrite {
  readonly kind: DocumentKind;
  readonly expected: number;
  readonly change: TemplateChange;
  readonly content?: Uint8Array;
  readonly journaled: PublishedChange;
}

export type TemplateWriteOutcome = 'written' | 'moved' | ActorFact;

/** What everybody in the city reads. */
export interface TemplateReader {
  /** By kind; a kind that the city never changed is left out. */
  inForce(city: string): Promise<ReadonlyMap<DocumentKind, TemplateInForce>>;
  /** The bytes of one version; undefined where there are none. */
  contentOf(city: string, kind: DocumentKind, version: number): Promise<Uint8Array | undefined>;
}

/** What the city's administrator writes; versions stay as they were put. */
export interface TemplateStore extends TemplateReader {
  /** Newest first. */
  changesOf(city: string, kind: DocumentKind, limit: number): Promise<readonly TemplateChange[]>;
  /** Puts it in place, while the actor may, and enters it in the city's journal of administration. */
  write(actor: Actor, write: TemplateWrite): Promise<TemplateWriteOutcome>;
}

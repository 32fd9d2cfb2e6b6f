import type { Actor } from '#shared/kernel/actor.ts';
import type { ActorFact } from '#shared/kernel/actor-refusal.ts';
import type { CalendarOverlay } from '#shared/kernel/working-calendar.ts';
import type { PublishedNotice } from '../domain/notice.ts';

/** Where a recomputation goes on: a tenant of those that the notice concerns, and a position among its open clocks. */
export interface JobCursor {
  readonly tenant: number;
  readonly after?: string;
}

/** 期限重算: the job that a published notice leaves. */
export interface Recomputation {
  readonly city: string;
  readonly version: number;
  /** `settling`: every case was looked at once; a last look catches what was being written meanwhile. */
  readonly state: 'running' | 'settling' | 'done' | 'merged';
  /** Incremented by every page, so that of two runs over one page only one goes on. */
  readonly revision: number;
  readonly pass: 1 | 2;
  /** Business time at which the pass began: what was moved since counts as this pass's. */
  readonly passStartedAt: string;
  readonly startedAt: string;
  readonly finishedAt?: string;
  /** Wall-clock instant from which no command can still be under way that read the calendar before. */
  readonly settleAfter: string;
  readonly cursor: JobCursor;
  readonly lookedAt: number;
  readonly moved: number;
  readonly failedCount: number;
  readonly failed: readonly { readonly caseId: string; readonly reason: string }[];
}

export interface Publication {
  readonly city: string;
  readonly notice: PublishedNotice;
  readonly overlay: CalendarOverlay;
  readonly job: Recomputation;
  /** Whose membership must still stand; absent at the command line. */
  readonly actor?: Actor;
}

/** A city's calendar. */
export interface CalendarStore {
  /** All versions, oldest first. */
  list(city: string): Promise<readonly PublishedNotice[]>;
  /** Writes version, overlay and job together. Fails when another version came first or the person lost the post. */
  publish(publication: Publication): Promise<'written' | 'moved' | ActorFact>;
  loadJob(city: string, version: number): Promise<Recomputation | undefined>;
}

/** Jobs as the system carries them on. */
export interface JobStore {
  /** Saves over the revision before; false when another run did so first. */
  save(job: Recomputation): Promise<boolean>;
  /** Takes the marker away: nothing is left to do. */
  clearMarker(city: string, version: number): Promise<void>;
}

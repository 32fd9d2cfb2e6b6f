import type { Actor } from '#shared/kernel/actor.ts';
import type { ActorFact } from '#shared/kernel/actor-refusal.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { CalendarOverlay } from '#shared/kernel/working-calendar.ts';
import type { PublishedNotice } from '../domain/notice.ts';
import type { Recomputation } from '../domain/recomputation.ts';

export interface Publication {
  readonly city: string;
  /** Who publishes; in its journal of administration it stands. */
  readonly tenant: TenantId;
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
  /** Versions whose recomputation is not over. */
  unfinished(city: string): Promise<readonly number[]>;
}

/** Jobs as the system carries them on. */
export interface JobStore {
  /** Saves over the revision before; false when another run did so first. */
  save(job: Recomputation): Promise<boolean>;
  /** Takes the marker away: nothing is left to do. */
  clearMarker(city: string, version: number): Promise<void>;
}

import type { Cast, Tell, WrittenApplication } from '../play-application.ts';
import type { OpeningCast } from '../play-opening.ts';

export interface LifecycleCast extends Cast, OpeningCast {}

/** Business time of the system that the story is played on; a story of months takes no longer than its calls. */
export interface BusinessClock {
  /** `YYYY-MM-DD` in Shanghai. */
  readonly today: () => Promise<string>;
  readonly moveTo: (date: string) => Promise<void>;
  /** What has fallen due is done now, not within minutes. */
  readonly sweep: () => Promise<void>;
}

/** What every part of the story is played with. */
export interface Told {
  readonly cast: LifecycleCast;
  readonly application: WrittenApplication;
  readonly clock: BusinessClock;
  readonly tell: Tell;
}

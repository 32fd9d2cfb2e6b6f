import { openCrashStage, storyEnd } from './crash-stage.ts';
import { deskEnd, openDeskStage } from './desk-stage.ts';
import { exportEnd, openExportStage } from './export-stage.ts';
import type { KillStage } from './kill-stage.ts';
import { lifeEnd, openLifeStage } from './life-stage.ts';
import { openRectificationStage, rectificationEnd } from './rectification-stage.ts';

/** A story at whose durable writes the runtime is killed. */
export interface KillStory {
  /** Where the names of its points begin: `shutdown/after/31`. */
  readonly id: string;
  readonly name: string;
  readonly open: () => Promise<KillStage<unknown>>;
  readonly wanted: unknown;
  /** Of its writes at most so many are killed at, before and after each, in a whole campaign: other ones each time. */
  readonly most: number;
}

export const killStories: readonly KillStory[] = [
  {
    id: 'correction',
    name: 'an application with a correction',
    open: openCrashStage,
    wanted: storyEnd,
    most: 24,
  },
  {
    id: 'shutdown',
    name: 'an opening and the shutdown after it',
    open: openLifeStage,
    wanted: lifeEnd,
    most: 12,
  },
  {
    id: 'export',
    name: 'an export with files and the anchoring that follows',
    open: openExportStage,
    wanted: exportEnd,
    most: 3,
  },
  {
    id: 'rectification',
    name: 'a duty explained and extended, and a rectification from finding to disposal',
    open: openRectificationStage,
    wanted: rectificationEnd,
    most: 3,
  },
  {
    id: 'desk',
    name: 'a hand-over and the recomputation of a published notice',
    open: openDeskStage,
    wanted: deskEnd,
    most: 3,
  },
];

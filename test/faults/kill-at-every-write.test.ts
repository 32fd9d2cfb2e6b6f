import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCrashStage, storyEnd } from '#test/support/crash-stage.ts';
import { drawn } from '#test/support/faults/campaign.ts';
import { chosenByEnvironment, isAsked, spreadOver } from '#test/support/faults/fault-points.ts';
import type { KillPoint, KillStage } from '#test/support/kill-stage.ts';
import { lifeEnd, openLifeStage } from '#test/support/life-stage.ts';
import { chance } from '#test/support/seeded.ts';

const runLimitMs = 40 * 60_000;
/** The count differs by a few from run to run: the stream's pages and the queue's batches are cut by time. */
const spread = 10;

const choice = chosenByEnvironment(1);
const { seed, share, only } = choice;

interface Story {
  /** Where the names of its points begin: `shutdown/after/31`. */
  readonly id: string;
  readonly name: string;
  readonly open: () => Promise<KillStage<unknown>>;
  readonly wanted: unknown;
  /** Share of its writes in a whole campaign, other ones each time. */
  readonly share: number;
}
const stories: readonly Story[] = [
  {
    id: 'correction',
    name: 'an application with a correction',
    open: openCrashStage,
    wanted: storyEnd,
    share: 1,
  },
  {
    id: 'shutdown',
    name: 'an opening and the shutdown after it',
    open: openLifeStage,
    wanted: lifeEnd,
    share: 0.05,
  },
];

describe.each(drawn(spreadOver(choice), stories, ({ id }) => id))(
  'the runtime killed at a durable write of $name',
  (story) => {
    let stage: KillStage<unknown>;
    let writes: number;
    beforeAll(async () => {
      stage = await story.open();
      const dry = await stage.play();
      expect(dry.end).toEqual(story.wanted);
      writes = dry.writes;
      console.log(`${story.name} makes ${writes} durable writes`);
    }, 240_000);
    afterAll(() => stage?.close(), 30_000);

    /** What went wrong with one kill point, in a line; undefined when nothing did. */
    const tryPoint = async (point: KillPoint): Promise<{ death: string | undefined; failure?: string }> => {
      try {
        const { death, end } = await stage.play(point);
        expect(end).toEqual(story.wanted);
        return { death };
      } catch (failure) {
        return { death: 'unknown', failure: String(failure) };
      }
    };

    it.each(['before', 'after'] as const)(
      `nothing is lost and nothing happens twice when it dies %s the write, FAULT_SEED=${seed}`,
      async (when) => {
        const failures: string[] = [];
        const deaths: string[] = [];
        const every = Array.from({ length: writes }, (_, index) => index + 1);
        const points = every
          .map((write) => ({ write, name: `${story.id}/${when}/${write}` }))
          .filter(({ name }) => isAsked(choice, name))
          .filter(({ name }) => only !== '' || chance(seed, name) < share * story.share);
        for (const { write, name } of points) {
          const { death, failure } = await tryPoint({ write, when });
          if (death) deaths.push(death);
          if (failure) failures.push(`${name}: ${failure}`);
          console.log(`${name}: ${failure ?? death ?? 'the story ended before this write'}`);
        }
        expect(failures).toEqual([]);
        expect(points.length - deaths.length).toBeLessThanOrEqual(spread);
      },
      runLimitMs,
    );
  },
);

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawn } from '#test/support/faults/campaign.ts';
import { chosenByEnvironment, someOf, spreadOver } from '#test/support/faults/fault-points.ts';
import type { KillPoint, KillStage } from '#test/support/kills/kill-stage.ts';
import { killStories } from '#test/support/kills/stories.ts';

const runLimitMs = 40 * 60_000;
/** The count differs by a few from run to run: the stream's pages and the queue's batches are cut by time. */
const spread = 10;

const choice = chosenByEnvironment(1);

describe.each(drawn(spreadOver(choice), killStories, ({ id }) => id))(
  'the runtime killed at a durable write of $name',
  (story) => {
    let stage: KillStage<unknown>;
    let writes: number;
    beforeAll(async () => {
      stage = await story.open();
      // Once before it is counted: functions that are loaded on the way take more of a queue at a time.
      await stage.play();
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
      `nothing is lost and nothing happens twice when it dies %s the write, FAULT_SEED=${choice.seed}`,
      async (when) => {
        const failures: string[] = [];
        const deaths: string[] = [];
        const every = Array.from({ length: writes }, (_, index) => ({
          write: index + 1,
          name: `${story.id}/${when}/${index + 1}`,
        }));
        const points = someOf(every, choice, story.most);
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

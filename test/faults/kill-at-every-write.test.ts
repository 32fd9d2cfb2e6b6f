import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CrashStage, type KillPoint, openCrashStage, storyEnd } from '#test/support/crash-stage.ts';
import { chosenByEnvironment } from '#test/support/faults/fault-points.ts';
import { chance } from '#test/support/seeded.ts';

const runLimitMs = 40 * 60_000;
/** The count differs by a few from run to run: the stream's pages and the queue's batches are cut by time. */
const spread = 10;

/** Only this write, to replay a failure: `FAULT_WRITE=17`. */
const onlyWrite = Number(process.env['FAULT_WRITE'] ?? 0);
const { seed, share } = chosenByEnvironment(1);

let stage: CrashStage;
let writes: number;

beforeAll(async () => {
  stage = await openCrashStage();
  const dry = await stage.play();
  expect(dry.end).toEqual(storyEnd);
  writes = dry.writes;
  console.log(`the story makes ${writes} durable writes`);
}, 120_000);
afterAll(() => stage?.close(), 30_000);

/** What went wrong with one kill point, in a line; undefined when nothing did. */
const tryPoint = async (point: KillPoint): Promise<{ death: string | undefined; failure?: string }> => {
  try {
    const { death, end } = await stage.play(point);
    expect(end).toEqual(storyEnd);
    return { death };
  } catch (failure) {
    return { death: 'unknown', failure: `${point.when} write ${point.write}: ${failure}` };
  }
};

describe(`the runtime killed at the n-th durable write of the demo story, for every n, FAULT_SEED=${seed}`, () => {
  it.each(['before', 'after'] as const)(
    'nothing is lost and nothing happens twice when it dies %s the write',
    async (when) => {
      const failures: string[] = [];
      const deaths: string[] = [];
      const every = Array.from({ length: writes }, (_, index) => index + 1);
      const points = onlyWrite ? [onlyWrite] : every.filter((write) => chance(seed, when, write) < share);
      for (const write of points) {
        const { death, failure } = await tryPoint({ write, when });
        if (death) deaths.push(death);
        if (failure) failures.push(failure);
        console.log(failure ?? death ?? `the story ended before write ${write}`);
      }
      expect(failures).toEqual([]);
      expect(points.length - deaths.length).toBeLessThanOrEqual(spread);
    },
    runLimitMs,
  );
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CrashStage, openCrashStage, storyEnd } from '#test/support/crash-stage.ts';
import { runAtRandom } from '#test/support/random-run.ts';
import { between, chance } from '#test/support/seeded.ts';

/** A sample of test/faults, other ones each time; `FAULT_SEED=…` takes the same again. */
const seed = Number(process.env['FAULT_SEED'] ?? Math.floor(Math.random() * 1_000_000_000));
/** Some 25 s on a machine with nothing else to do. */
const runLimitMs = 150_000;
/** The story makes some 120 durable writes. */
const lastWrite = 115;
const points = [0, 1].map((index) => ({
  write: between(1, lastWrite, chance(seed, 'write', index)),
  when: chance(seed, 'when', index) < 0.5 ? ('before' as const) : ('after' as const),
}));

describe(`the runtime killed while people work, sample ${seed}`, () => {
  let stage: CrashStage;
  beforeAll(async () => {
    stage = await openCrashStage();
  });
  afterAll(() => stage?.close());

  it.each(points)('$when durable write $write: nothing is lost and nothing happens twice', async (point) => {
    const { end } = await stage.play(point);
    expect(end).toEqual(storyEnd);
  });
});

describe(`four applications at once, much going wrong, sample ${seed}`, () => {
  it(
    'every case ends as its people decided',
    async () => {
      const streams = chance(seed, 'streams') < 0.7;
      const { wrong, ends } = await runAtRandom({ seed, applications: 4, kills: 1, streams });
      expect(wrong).toEqual([]);
      expect(Object.values(ends).reduce((sum, count) => sum + count, 0)).toBe(4);
    },
    runLimitMs,
  );
});

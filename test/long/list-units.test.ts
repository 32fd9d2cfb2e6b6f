import { expect, it } from 'vitest';
import { type ListsAtSize, measureLists } from '#test/bench/measure-lists.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { controlOf } from '#test/support/runtime.ts';

const system = sharedSystem();

/** Both hold more than the workload counts at most. */
const sizes = [550, 1_100];

it('queue, lists and workload ask the table for the same, at the same units, however many cases are open', async () => {
  const running = { system, dataDir: system.dataDir, control: controlOf(system) };
  const { measured, remove } = await measureLists(running, 'xiangshui', sizes);
  await remove();
  const [few, many] = measured as [ListsAtSize, ListsAtSize];
  expect(few.lists.length).toBeGreaterThan(3);
  for (const [at, { what, read, requests }] of few.lists.entries()) {
    const later = many.lists[at];
    expect(requests.length, what).toBeGreaterThan(0);
    expect(later?.requests, what).toEqual(requests);
    expect(Math.abs((later?.read ?? 0) - read) / read, what).toBeLessThanOrEqual(0.05);
  }
});

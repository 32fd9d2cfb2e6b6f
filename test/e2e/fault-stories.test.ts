import { expect, it } from 'vitest';
import { sharedSystem } from '#test/support/ask.ts';
import { actedRoutes, acts, changingRoutes } from '#test/support/faults/acts.ts';

it('everything that can be asked of the system has a story for when it goes wrong', async () => {
  expect(acts.filter(({ story }) => story === undefined).map(({ id }) => id)).toEqual([]);
  const acted = new Set(actedRoutes());
  const forgotten = (await changingRoutes(sharedSystem().baseUrl)).filter((route) => !acted.has(route));
  expect(forgotten).toEqual([]);
});

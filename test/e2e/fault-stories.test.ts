import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sharedSystem } from '#test/support/ask.ts';
import { actedRoutes, acts, changingRoutes } from '#test/support/faults/acts.ts';
import { killStories } from '#test/support/kills/stories.ts';

it('everything that can be asked of the system has a story for when it goes wrong', async () => {
  expect(acts.filter(({ story }) => story === undefined).map(({ id }) => id)).toEqual([]);
  const acted = new Set(actedRoutes());
  const forgotten = (await changingRoutes(sharedSystem().baseUrl)).filter((route) => !acted.has(route));
  expect(forgotten).toEqual([]);
});

it('every story in which the runtime is killed is told in the table of them', () => {
  const told = [...readFileSync('docs/faults.md', 'utf8').matchAll(/^\| `(\w+)`: (.+?) \|/gm)];
  expect(told.map(([, id, name]) => [id, name])).toEqual(killStories.map(({ id, name }) => [id, name]));
});

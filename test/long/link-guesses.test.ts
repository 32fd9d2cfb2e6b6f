import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { ask, askerOf, sharedSystem } from '#test/support/ask.ts';
import { awaitTrue } from '#test/support/await-true.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { sentForConfirmation } from '#test/support/file-application.ts';
import { awaitLink, visitLink } from '#test/support/link-visit.ts';

const system = sharedSystem();
const county = 'binhai';
const cdo = `${county}-cdo`;
/** More at once than the gateway lets through of one route. */
const guesses = 400;

it('a flood of guessed links opens nothing, is slowed down, and leaves the console and a real link to their people', async () => {
  const { clerk } = await countyCast(system, county);
  const link = await awaitLink(system, cdo, await sentForConfirmation(clerk));
  const person = await askerOf(system, `${county}-clerk`);
  const code = await link.receiveCode();
  const flood = Array.from({ length: guesses }, async () => {
    const token = randomBytes(32).toString('base64url');
    return visitLink(system, cdo, token).post('open', { code });
  });
  const me = ask(system, person, 'GET', '/v1/me');
  const statuses = (await Promise.all(flood)).map(({ status }) => status);
  expect([...new Set(statuses)].sort()).toEqual([404, 429]);
  expect((await me).status).toBe(200);
  // The bucket fills again within a moment: no guess has cost the real link anything.
  await awaitTrue('the link opens', async () => (await link.post('open', { code })).status === 200);
});

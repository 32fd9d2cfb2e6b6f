import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { operations } from '#shared/contracts/operations.ts';
import { type Asker, ask, askerOf, type Heard, sharedSystem } from '#test/support/ask.ts';
import { expectProblem, readProblem } from '#test/support/expect-problem.ts';
import { pageStories } from '#test/support/faults/page-stories.ts';
import { bombs } from '#test/support/hostile-bodies.ts';
import { unknownToken } from '#test/support/link-visit.ts';

const system = sharedSystem();
let clerk: Asker;
beforeAll(async () => {
  clerk = await askerOf(system, 'yandu-clerk');
});

const taking = operations.filter(({ method }) => method === 'POST' || method === 'PUT');
describe('a body made to choke on', () => {
  it.each(taking.map((route) => [route.id, route] as const))(
    'is refused by %s as a problem, whoever sends it',
    async (_, { method, path, access }) => {
      const target = path.replace(/\{\w+\}/g, 'x');
      for (const [name, raw, code] of bombs) {
        const told = await ask(
          system,
          access === 'token' ? { token: clerk.token ?? '' } : clerk,
          method,
          target,
          {
            raw,
            key: randomUUID(),
            ifMatch: 1,
          },
        );
        expect(told.status, `${name}: ${told.text.slice(0, 300)}`).toBeLessThan(500);
        expect(told.status, name).toBeGreaterThanOrEqual(400);
        if (code === undefined) readProblem(told);
        else expectProblem(told, 400, code);
        expect(told.text.length, `${name} is thrown back`).toBeLessThan(60_000);
      }
    },
  );
});

/** What an answer says of whom it was given to, without the number of the request. */
const saidBy = ({ status, text }: Heard) => ({ status, text: text.replace(/"traceId":"[^"]*"/, '') });

const browser = {
  origin: system.baseUrl,
  'x-session': '1',
  'sec-fetch-site': 'same-origin',
};
/** A form of a phone's browser, and what the console sends of its session. */
const kinds = {
  form: { headers: { 'content-type': 'application/x-www-form-urlencoded' }, empty: '', filled: 'view=' },
  session: { headers: browser, empty: '{}', filled: '' },
};

describe('a form made to choke on', () => {
  it.each(Object.keys(pageStories))('is to %s what an empty one is, or a bad request', async (route) => {
    const path = route.replace('POST ', '').replace('{token}', unknownToken);
    const { headers, empty, filled } = kinds[path.startsWith('/session') ? 'session' : 'form'];
    const post = (raw: string) => ask(system, {}, 'POST', path, { raw, headers });
    const calm = saidBy(await post(empty));
    expect(calm.status).toBeLessThan(500);
    for (const [name, raw] of bombs) {
      const told = await post(`${filled}${raw}`);
      if (told.status === 400) readProblem(told);
      else expect(saidBy(told), name).toEqual(calm);
    }
  });
});

import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { operations } from '#shared/contracts/operations.ts';
import { type Asker, ask, askerOf, sharedSystem } from '#test/support/ask.ts';
import { expectProblem, readProblem } from '#test/support/expect-problem.ts';

const system = sharedSystem();
let clerk: Asker;
beforeAll(async () => {
  clerk = await askerOf(system, 'yandu-clerk');
});

const taking = operations.filter(({ method }) => method === 'POST' || method === 'PUT');
const deep = (levels: number, [open = '', close = '']: string) =>
  `${open.repeat(levels)}1${close.repeat(levels)}`;
const nested = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
const wide = `{${Array.from({ length: 60_000 }, (_, at) => `"k${at}":1`).join(',')}}`;
const long = JSON.stringify({ reason: '长'.repeat(1_500_000) });
const repeated = `{${Array.from({ length: 1_000 }, () => '"reason":"x"').join(',')}}`;
const bombs = [
  ['50 000 levels of lists', deep(50_000, '[]'), 'request-malformed'],
  ['5 000 levels of objects', nested, 'request-malformed'],
  ['a text of 4.5 MB', long, 'request-malformed'],
  ['60 000 fields', wide, undefined],
  ['one field a thousand times', repeated, undefined],
] as const;

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

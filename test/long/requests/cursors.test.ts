import { beforeAll, describe, expect, it } from 'vitest';
import type { Cast } from '#examples/play-application.ts';
import { type Asker, ask, askerOf, sharedSystem } from '#test/support/ask.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { expectProblem, readProblem } from '#test/support/expect-problem.ts';
import { draftOf } from '#test/support/file-application.ts';

const system = sharedSystem();
let cast: Cast;
let clerk: Asker;
let caseId: string;
beforeAll(async () => {
  cast = await countyCast(system, 'yandu');
  clerk = await askerOf(system, 'yandu-clerk');
  ({ caseId } = await draftOf(cast.clerk));
});

const get = (path: string) => ask(system, clerk, 'GET', path);

describe('a cursor that was not given out', () => {
  const forged = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64url');
  const cursors = [
    'x',
    'AAAA',
    ...[
      null,
      1,
      'x',
      [],
      ['x'],
      { seq: 1 },
      { seq: 'abc' },
      { seq: '-1' },
      { seq: '1e9' },
      { seq: '999999999' },
      { after: '' },
      { seq: '' },
    ].map(forged),
    forged({ after: 'x'.repeat(1200) }),
    forged({ 'department.clerk': '' }),
    forged({ 'department.clerk': 'x'.repeat(1200) }),
    forged({ 'department.clerk': { S: 'x' } }),
    Buffer.from('{"__proto__":"x","constructor":"y"}').toString('base64url'),
  ];
  it.each(cursors)(
    '%s never makes a fault: it is a 400 that names the cursor, or holds nothing of this list',
    async (cursor) => {
      for (const path of ['/v1/cases', '/v1/tasks', `/v1/cases/${caseId}/journal`]) {
        const told = await get(`${path}?cursor=${cursor}`);
        if (told.status === 200) continue;
        expect(expectProblem(told, 400, 'request-invalid').errors?.[0]?.pointer).toBe('/cursor');
      }
    },
  );

  it.each([
    'limit=0',
    'limit=101',
    'limit=-1',
    'limit=1.5',
    'limit=abc',
    'limit=',
    'limit=1e99',
    'cursor=',
    'cursor=%00',
    'unknown=1',
    'limit=1&limit=2',
  ])('?%s is a 400 that names it', async (query) => {
    for (const path of ['/v1/cases', '/v1/tasks', `/v1/cases/${caseId}/journal`]) {
      const told = readProblem(await get(`${path}?${query}`));
      expect(told).toMatchObject({ status: 400, code: 'request-invalid' });
      expect(told.errors).not.toEqual([]);
    }
  });
});

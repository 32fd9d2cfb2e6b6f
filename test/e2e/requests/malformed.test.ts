import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { awaitTask, type Cast } from '#examples/play-application.ts';
import { type Asker, ask, askerOf, sharedSystem } from '#test/support/ask.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { expectProblem, readProblem } from '#test/support/expect-problem.ts';
import { draftOf, submitted } from '#test/support/file-application.ts';

const system = sharedSystem();
let cast: Cast;
let clerk: Asker;
let caseId: string;
let version: number;
beforeAll(async () => {
  cast = await countyCast(system, 'yandu');
  clerk = await askerOf(system, 'yandu-clerk');
  ({ caseId, version } = await draftOf(cast.clerk));
});

const get = (path: string) => ask(system, clerk, 'GET', path);

describe('If-Match', () => {
  const matched = (): readonly (readonly [method: string, path: string, body: object])[] => [
    ['PUT', `/v1/cases/${caseId}/sections/plan`, {}],
    ['POST', `/v1/cases/${caseId}/confirmation-requests`, {}],
    ['POST', `/v1/cases/${caseId}/withdrawals`, { reason: '暂缓。' }],
    ['POST', `/v1/cases/${caseId}/tasks/1-0/decisions`, { verb: 'return', opinion: '请补充。' }],
  ];

  it('is required wherever something is changed: 428 without', async () => {
    for (const [method, path, body] of matched())
      expectProblem(
        await ask(system, clerk, method, path, { body, key: randomUUID() }),
        428,
        'precondition-required',
      );
  });

  it.each(['abc', '*', '"1", "2"', '-1', '1.5', '1e3', '9999999999', '""', 'W/"x"'])(
    '%s is no version: 400',
    async (ifMatch) => {
      for (const [method, path, body] of matched()) {
        const told = expectProblem(
          await ask(system, clerk, method, path, { body, key: randomUUID(), ifMatch }),
          400,
          'request-invalid',
        );
        expect(told.errors?.[0]).toMatchObject({
          pointer: '',
          code: 'if-match',
          message: expect.stringContaining('If-Match'),
        });
      }
    },
  );

  it('that is old gets a 409 that says where the case stands, and who decided what', async () => {
    const moved = await submitted(cast);
    const { taskId } = await awaitTask(cast.reviewer, moved);
    const { version: seen } = await cast.reviewer.view(moved);
    await cast.reviewer.decide(moved, taskId, seen, { verb: 'return', opinion: '请补充。' });
    const late = await ask(
      system,
      await askerOf(system, 'yandu-reviewer'),
      'POST',
      `/v1/cases/${moved}/tasks/${taskId}/decisions`,
      {
        body: { verb: 'return', opinion: '请补充材料。' },
        ifMatch: seen,
        key: randomUUID(),
      },
    );
    const { detail } = expectProblem(late, 409, 'case-moved');
    expect(detail).toMatch(/^盐都区数据局 \p{Script=Han}{2,4} 已退回补正。办件现为“/u);
  });

  it('of a section that somebody saved meanwhile gets a 409 and keeps what they saved', async () => {
    const told = await ask(system, clerk, 'PUT', `/v1/cases/${caseId}/sections/plan`, {
      body: {},
      ifMatch: 0,
    });
    expectProblem(told, 409, 'section-moved');
    expect((await cast.clerk.view(caseId)).sections.find(({ section }) => section === 'plan')?.version).toBe(
      1,
    );
  });
});

describe('what cannot be read', () => {
  it.each(['/v1/cases/%E0%A4%A', '/v1/cases?cursor=%E0%A4%A', '/v1/%', '/v1/tasks?%FF=1'])(
    '%s is a 400 problem',
    async (path) => {
      expectProblem(await get(path), 400, 'request-malformed');
    },
  );

  const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  it.each<[string, string | Uint8Array<ArrayBuffer>]>([
    ['half an object', '{"kind":'],
    ['a comma too many', '{"kind":"cloudApplication",}'],
    ['single quotes', "{'kind':'cloudApplication'}"],
    ['NaN', '{"kind":NaN}'],
    ['two values', '{}{}'],
    ['a byte order mark alone', '\uFEFF'],
    ['a lone surrogate', '{"kind":"cloudApplication","systemName":"\\ud800系统"}'],
    ['a lone surrogate as a key', '{"\\udc00":1}'],
    ['a field __proto__', '{"kind":"cloudApplication","systemName":"系统","__proto__":{"x":1}}'],
    ['40 levels', `{"kind":${deep(40)}}`],
    ['100 000 levels', deep(100_000)],
    ['2 MB', JSON.stringify({ kind: 'cloudApplication', systemName: '系'.repeat(2_000_000) })],
    [
      'bytes that are no UTF-8',
      Uint8Array.from(Buffer.from('{"kind":"cloudApplication","systemName":"\xff\xfe"}', 'latin1')),
    ],
    [
      'GBK',
      Uint8Array.from([
        ...Buffer.from('{"kind":"cloudApplication","systemName":"'),
        0xb4,
        0xf3,
        0xb7,
        0xe1,
        0x22,
        0x7d,
      ]),
    ],
  ])('a body of %s is a 400 problem', async (_, raw) => {
    const told = await ask(system, clerk, 'POST', '/v1/cases', { raw, key: randomUUID() });
    expectProblem(told, 400, 'request-malformed');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/octet-stream', 'image/png', 'x'])(
    'a JSON body called %s is read for what it is, another is a 400',
    async (type) => {
      const post = (raw: string) =>
        ask(system, clerk, 'POST', '/v1/cases', {
          raw,
          key: randomUUID(),
          headers: { 'content-type': type },
        });
      expect((await post('{"kind":"cloudApplication","systemName":"系统"}')).status).toBe(201);
      expectProblem(await post('kind=cloudApplication&systemName=x'), 400, 'request-malformed');
    },
  );
});

describe('what is not there', () => {
  it.each([
    ['GET', '/v1'],
    ['GET', '/v1/'],
    ['GET', '/v1/nothing'],
    ['GET', '/v1/cases/'],
    ['GET', '/v1/CASES'],
    ['GET', '/v1//cases'],
    ['GET', '/v1/cases/x/y/z'],
    ['DELETE', '/v1/cases'],
    ['PATCH', '/v1/me'],
    ['OPTIONS', '/v1/cases'],
    ['POST', '/v1/tasks'],
    ['GET', '/v1/trials/deadline'],
    ['POST', '/v1/trials/nothing'],
  ])('%s %s is a 404 problem, signed in or not', async (method, path) => {
    for (const asker of [clerk, {}])
      expectProblem(await ask(system, asker, method, path), 404, 'unknown-path');
  });

  it('HEAD is answered without a body: 404 under /v1, 200 for pages', async () => {
    const operation = await ask(system, clerk, 'HEAD', '/v1/cases');
    expect([operation.status, operation.text]).toEqual([404, '']);
    const page = await ask(system, {}, 'HEAD', '/openapi.json');
    expect([page.status, page.text]).toEqual([200, '']);
  });
});

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

it('a draft that was asked all this still stands as it was', async () => {
  expect(await cast.clerk.view(caseId)).toMatchObject({ version, status: 'draft' });
});

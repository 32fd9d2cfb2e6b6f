import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Asker, ask, askerOf, sharedSystem } from '#test/support/ask.ts';
import { expectProblem } from '#test/support/expect-problem.ts';

const system = sharedSystem();
let clerk: Asker;
beforeAll(async () => {
  clerk = await askerOf(system, 'yandu-clerk');
});

const get = (path: string) => ask(system, clerk, 'GET', path);

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

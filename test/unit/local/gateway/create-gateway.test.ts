import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { InvocationResult } from '#local/contract.ts';
import type { HttpEvent } from '#local/gateway/build-event.ts';
import { createGateway } from '#local/gateway/create-gateway.ts';

type Answer = (event: HttpEvent) => InvocationResult | Promise<InvocationResult>;
const answered = (payload: unknown): InvocationResult => ({ ok: true, payload });
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const authorizer = {
  id: 'membership',
  functionName: 'authorizer',
  ttlSeconds: 60,
  identityHeaders: ['authorization', 'x-membership'],
};

/** A gateway with one open and one guarded route; keeps every event that functions were given. */
async function setup(functions: Record<string, Answer>, timeoutMs = 5_000) {
  const events: Record<string, HttpEvent[]> = {};
  const gateway = createGateway(
    {
      apiId: 'api',
      account: '0',
      region: 'cn-north-1',
      partition: 'aws-cn',
      routes: [
        { routeKey: 'ANY /open/{name}', functionName: 'open', timeoutMs },
        { routeKey: 'GET /guarded', functionName: 'guarded', timeoutMs, authorizer },
        {
          routeKey: 'GET /slow',
          functionName: 'slow',
          timeoutMs,
          throttle: { rate: 0.001, burst: 2 },
        },
      ],
    },
    async (name, event) => {
      events[name] = [...(events[name] ?? []), event as HttpEvent];
      return (functions[name] ?? (() => answered({ statusCode: 204 })))(event as HttpEvent);
    },
  );
  const server = createServer((request, response) => void gateway(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => server.close().closeAllConnections());
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { base, events, ask: (path: string, init?: RequestInit) => fetch(base + path, init) };
}

const signedIn = { authorization: 'Bearer t', 'X-Membership': 'm' };

describe('the event in payload format 2.0', () => {
  it('has lower-case headers, decoded parameters, cookies apart and repeated values joined', async () => {
    const { ask, events } = await setup({});
    const headers = { 'X-Custom': 'v', cookie: 'a=1; b=2', 'user-agent': 'test' };
    await ask('/open/%E5%A4%A7%E4%B8%B0?a=1&a=2&b=%E7%9B%90%20%2B+x&c', { headers });
    expect(events['open']?.[0]).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /open/{name}',
      rawPath: '/open/大丰',
      rawQueryString: 'a=1&a=2&b=%E7%9B%90%20%2B+x&c',
      queryStringParameters: { a: '1,2', b: '盐 + x', c: '' },
      pathParameters: { name: '大丰' },
      cookies: ['a=1', 'b=2'],
      headers: { 'x-custom': 'v', 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http' },
      isBase64Encoded: false,
      requestContext: {
        stage: '$default',
        http: {
          method: 'GET',
          path: '/open/大丰',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'test',
        },
      },
    });
    expect(events['open']?.[0]?.headers).not.toHaveProperty('cookie');
    expect(events['open']?.[0]).not.toHaveProperty('body');
  });

  it.each([
    ['application/json', '{"名":1}', '{"名":1}', false],
    ['text/plain; charset=utf-8', '文', '文', false],
    ['application/x-www-form-urlencoded', 'a=b', Buffer.from('a=b').toString('base64'), true],
    ['application/json', Buffer.from([0xff, 0xfe]), '//4=', true],
    ['application/pdf', '%PDF', 'JVBERg==', true],
  ])('gives a body of %s as it is or in base64', async (contentType, body, expected, isBase64Encoded) => {
    const { ask, events } = await setup({});
    await ask('/open/x', { method: 'POST', body, headers: { 'content-type': contentType } });
    expect(events['open']?.[0]).toMatchObject({ body: expected, isBase64Encoded });
  });
});

describe('a route beyond its throttle', () => {
  it('is refused by the gateway itself, before anybody is asked', async () => {
    const { ask, events } = await setup({});
    expect((await ask('/slow')).status).toBe(204);
    expect((await ask('/slow')).status).toBe(204);
    const refused = await ask('/slow');
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ message: 'Too Many Requests', code: 'too-many-calls' });
    expect(events['slow']).toHaveLength(2);
    expect((await ask('/open/x')).status).toBe(204);
  });
});

describe('the answer', () => {
  it('carries status, headers in lower case, cookies and a decoded body', async () => {
    const payload = {
      statusCode: 201,
      headers: { 'Content-Type': 'image/png', ETag: '"1"' },
      cookies: ['a=1; HttpOnly', 'b=2'],
      body: 'iVBO',
      isBase64Encoded: true,
    };
    const { ask } = await setup({ open: () => answered(payload) });
    const response = await ask('/open/x');
    expect(response.status).toBe(201);
    expect(response.headers.get('etag')).toBe('"1"');
    expect(response.headers.getSetCookie()).toEqual(['a=1; HttpOnly', 'b=2']);
    expect(Buffer.from(await response.arrayBuffer()).toString('base64')).toBe('iVBO');
  });

  it('without statusCode is the JSON body of a 200', async () => {
    const { ask } = await setup({ open: () => answered({ 名: 1 }) });
    const response = await ask('/open/x');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
    expect(await response.json()).toEqual({ 名: 1 });
  });

  it('says its charset when the function says no type', async () => {
    const { ask } = await setup({ open: () => answered({ statusCode: 200, body: '文' }) });
    expect((await ask('/open/x')).headers.get('content-type')).toBe('text/plain;charset=UTF-8');
  });
});

describe('what the gateway refuses itself', () => {
  const failed = (errorType: string): InvocationResult => ({
    ok: false,
    errorType,
    errorMessage: '',
    handled: true,
  });
  it.each([
    ['an unknown path', 404, 'unknown-path', '/nowhere', {}],
    ['a path that is no UTF-8', 400, 'request-malformed', '/open/%E5%A4', {}],
    ['a query that is no UTF-8', 400, 'request-malformed', '/open/x?a=%ff', {}],
    ['a function that throws', 500, 'fault', '/open/throws', {}],
    ['an answer of the wrong shape', 500, 'fault', '/open/misshapen', {}],
    ['no identity at all', 401, 'not-signed-in', '/guarded', {}],
    ['half an identity', 401, 'not-signed-in', '/guarded', { authorization: 'Bearer t' }],
  ])('%s → %i %s', async (_case, status, code, path, headers) => {
    const open: Answer = ({ rawPath }) =>
      rawPath.endsWith('throws') ? failed('Error') : answered({ statusCode: 'many' });
    const { ask } = await setup({ open });
    const response = await ask(path, { headers });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ message: expect.any(String), code });
  });

  it('a body over 10 MB → 413', async () => {
    const { ask, events } = await setup({});
    const response = await ask('/open/x', { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024 + 1) });
    expect([response.status, events['open']]).toEqual([413, undefined]);
  });

  it('a function that takes too long → 503', async () => {
    const { ask } = await setup({ open: () => new Promise<never>(() => {}) }, 20);
    expect((await ask('/open/x')).status).toBe(503);
  });

  it('answers HEAD without a body', async () => {
    const { base } = await setup({ open: () => answered({ statusCode: 200, body: 'text' }) });
    const sent = httpRequest(`${base}/open/x`, { method: 'HEAD' }).end();
    const [response] = await once(sent, 'response');
    expect([response.statusCode, response.headers['content-length']]).toEqual([200, '4']);
    response.resume();
  });
});

describe('the authorizer', () => {
  const allow: Answer = () => answered({ isAuthorized: true, context: { actor: 'a' } });

  it('gives its context to the function and is remembered for its time to live', async () => {
    const { ask, events } = await setup({ authorizer: allow });
    for (let call = 0; call < 3; call++)
      expect((await ask('/guarded', { headers: signedIn })).status).toBe(204);
    expect(events['authorizer']).toHaveLength(1);
    expect(events['authorizer']?.[0]).toMatchObject({ type: 'REQUEST', identitySource: ['Bearer t', 'm'] });
    expect(events['guarded']?.[2]?.requestContext['authorizer']).toEqual({ lambda: { actor: 'a' } });
  });

  it('is asked again for another membership', async () => {
    const { ask, events } = await setup({ authorizer: allow });
    await ask('/guarded', { headers: signedIn });
    await ask('/guarded', { headers: { ...signedIn, 'X-Membership': 'other' } });
    expect(events['authorizer']).toHaveLength(2);
  });

  it('that says no gives 403, and the function is not called', async () => {
    const { ask, events } = await setup({ authorizer: () => answered({ isAuthorized: false }) });
    const response = await ask('/guarded', { headers: signedIn });
    expect([response.status, events['guarded']]).toEqual([403, undefined]);
  });

  it('that fails gives 500 and is not remembered', async () => {
    const { ask, events } = await setup({
      authorizer: () => ({ ok: false, errorType: 'Error', errorMessage: '', handled: true }),
    });
    expect((await ask('/guarded', { headers: signedIn })).status).toBe(500);
    await ask('/guarded', { headers: signedIn });
    expect(events['authorizer']).toHaveLength(2);
  });
});

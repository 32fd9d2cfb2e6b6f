import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { ask, sharedSystem, tokenOf } from '#test/support/ask.ts';
import { issuerOf, signInAtIssuer } from '#test/support/browser-sign-in.ts';
import { expectProblem } from '#test/support/expect-problem.ts';

const setup = () => {
  const system = sharedSystem();
  const { port } = new URL(system.baseUrl);
  const own = { origin: system.baseUrl, 'x-session': '1', 'sec-fetch-site': 'same-origin' };
  const send = (what: string, body: unknown, cookie?: string, headers: Record<string, string> = own) =>
    ask(system, {}, 'POST', `/session/${what}`, {
      body,
      headers: { ...headers, ...(cookie === undefined ? {} : { cookie }) },
    });
  const signIn = async (user: string) => {
    const opened = await send('exchange', await signInAtIssuer(system, user));
    const [setCookie = ''] = opened.headers.getSetCookie();
    const body = opened.body as Readonly<Record<string, unknown>>;
    return { opened, setCookie, cookie: setCookie.split(';')[0] ?? '', token: String(body['accessToken']) };
  };
  const meOf = async (token: string) => (await ask(system, { token }, 'GET', '/v1/me')).status;
  return { system, port, own, send, signIn, meOf, name: `__Host-session-${port}` };
};

const attributes = 'Path=/; HttpOnly; Secure; SameSite=Strict';

describe('signing in', () => {
  it('gives the page an access token and the browser a cookie that no script sees', async () => {
    const { signIn, meOf, name } = setup();
    const { opened, setCookie, token } = await signIn('yandu-clerk');
    expect(opened.status).toBe(200);
    expect(opened.body).toEqual({ accessToken: token, expiresIn: 3600, person: 'yandu-clerk' });
    expect(setCookie).toMatch(new RegExp(`^${name}=[A-Za-z0-9_-]{43}; Max-Age=43200; ${attributes}$`));
    expect(opened.headers.get('cache-control')).toBe('no-store');
    expect([decodeJwt(token).sub, await meOf(token)]).toEqual(['yandu-clerk', 200]);
  });

  it('serves a code once, and only with the verifier, state and nonce of whoever asked for it', async () => {
    const { system, send } = setup();
    const sent = await signInAtIssuer(system, 'yandu-clerk');
    for (const wrong of [
      { state: 'other' },
      { nonce: 'other' },
      { codeVerifier: 'x'.repeat(43) },
      { answer: '' },
    ])
      expectProblem(await send('exchange', { ...sent, ...wrong }), 401, 'sign-in-refused');
    expectProblem(await send('exchange', sent), 401, 'sign-in-refused');
  });

  it.each([
    [undefined, 400, 'request-invalid'],
    [{ answer: 1 }, 400, 'request-invalid'],
    [{ answer: 'x', state: 's', nonce: 'n', codeVerifier: 'v'.repeat(300) }, 400, 'request-invalid'],
    [{ answer: '%%%&code=\u0000', state: '', nonce: '', codeVerifier: '' }, 401, 'sign-in-refused'],
  ])('refuses %j by a problem', async (body, status, code) => {
    const { send } = setup();
    expectProblem(await send('exchange', body), status, code);
  });
});

describe('refreshing', () => {
  it('gives a page that was loaded anew its token, and two at once the same', async () => {
    const { signIn, send } = setup();
    const { cookie, token } = await signIn('yandu-clerk');
    const answers = await Promise.all([1, 2].map(() => send('refresh', { refused: true }, `a=b; ${cookie}`)));
    for (const { status, body } of answers)
      expect([status, body]).toEqual([
        200,
        { accessToken: token, expiresIn: expect.any(Number), person: 'yandu-clerk' },
      ]);
  });

  it('without a session takes back the cookie', async () => {
    const { send, name } = setup();
    for (const cookie of [undefined, `${name}=${'A'.repeat(43)}`, `${name}=`]) {
      const answer = await send('refresh', {}, cookie);
      expectProblem(answer, 401, 'session-missing');
      expect(answer.headers.getSetCookie()).toEqual([`${name}=; Max-Age=0; ${attributes}`]);
    }
  });
});

describe('a request that no page of the console sent', () => {
  it.each(['exchange', 'refresh', 'end', 'end-everywhere'])(
    'to %s is refused and changes nothing',
    async (what) => {
      const { signIn, send, own, system } = setup();
      const { cookie } = await signIn('yandu-clerk');
      const foreign: Record<string, string>[] = [
        { ...own, origin: 'https://evil.example' },
        { ...own, 'sec-fetch-site': 'cross-site' },
        { origin: system.baseUrl },
        {},
      ];
      for (const headers of foreign) {
        const answer = await send(what, {}, cookie, headers);
        expectProblem(answer, 403, 'cross-site');
        expect(answer.headers.getSetCookie()).toEqual([]);
      }
      expect((await send('refresh', {}, cookie)).status).toBe(200);
    },
  );
});

describe('signing out', () => {
  it('ends this browser’s session and leads to the issuer’s own', async () => {
    const { signIn, send, name, system } = setup();
    const [here, there] = [await signIn('yandu-clerk'), await signIn('yandu-clerk')];
    const ended = await send('end', {}, here.cookie);
    const { leaveTo } = ended.body as { leaveTo: string };
    expect(leaveTo.startsWith(`${issuerOf(system)}/session/end?`)).toBe(true);
    expect(ended.headers.getSetCookie()).toEqual([`${name}=; Max-Age=0; ${attributes}`]);
    expectProblem(await send('refresh', {}, here.cookie), 401, 'session-missing');
    expect((await send('refresh', {}, there.cookie)).status).toBe(200);
  });

  it('everywhere ends every session and every access token of the person, until they sign in again', async () => {
    const { signIn, send, meOf, system } = setup();
    const user = 'sheyang-clerk';
    const [here, there] = [await signIn(user), await signIn(user)];
    const script = await tokenOf(system, user);
    const others = await tokenOf(system, 'yandu-clerk');
    expect((await send('end-everywhere', {}, here.cookie)).status).toBe(200);
    expectProblem(await send('refresh', {}, there.cookie), 401, 'session-ended');
    // None of them was used before, so that the gateway remembers nothing of them.
    expect(await Promise.all([here.token, there.token, script].map(meOf))).toEqual([403, 403, 403]);
    expect(await meOf(others)).toBe(200);
    const anew = await signIn(user);
    expect([await meOf(anew.token), await meOf(await tokenOf(system, user))]).toEqual([200, 200]);
  });
});

import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOidc, type EmbeddedOidc } from '#local/oidc/create-oidc.ts';
import { type Browser, createBrowser } from '#test/support/create-browser.ts';
import { fakeRuntime } from '#test/support/fake-runtime.ts';

let folder = '';
let server: Server;
let oidc: EmbeddedOidc;
let base = '';

/** The provider on its data folder, as at a start of the runtime; the port stays. */
function openProvider() {
  const context = fakeRuntime(
    async () => ({ ok: true, payload: null }),
    new DatabaseSync(join(folder, 'db')),
  );
  oidc = createOidc({ ...context, dataDir: folder }, settings());
}
const settings = () => ({
  issuer: `${base}/_local/oidc`,
  audience: 'yunwangtong',
  clientId: 'yunwangtong-console',
  redirectUris: [`${base}/`, `${base}/signin`],
});

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'oidc-'));
  server = createServer((req, res) => {
    oidc.handle(req, res).catch((cause) => res.writeHead(500).end(String(cause)));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  openProvider();
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const verifier = randomBytes(32).toString('base64url');
const authorizeUrl = (more: Record<string, string> = {}) =>
  `/_local/oidc/auth?${new URLSearchParams({
    client_id: 'yunwangtong-console',
    response_type: 'code',
    redirect_uri: `${base}/signin`,
    scope: 'openid profile',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: 's',
    ...more,
  })}`;

async function signIn(browse: Browser, user: string): Promise<string> {
  const toPage = await browse(authorizeUrl());
  const resumed = await browse(toPage.location, { user });
  const { location } = await browse(resumed.location);
  return new URL(location).searchParams.get('code') ?? '';
}

async function redeem(browse: Browser, code: string) {
  const reply = await browse('/_local/oidc/token', {
    grant_type: 'authorization_code',
    client_id: 'yunwangtong-console',
    code,
    redirect_uri: `${base}/signin`,
    code_verifier: verifier,
  });
  return { status: reply.status, body: JSON.parse(reply.text) as Record<string, string> };
}

async function refresh(browse: Browser, refreshToken: string) {
  const reply = await browse('/_local/oidc/token', {
    grant_type: 'refresh_token',
    client_id: 'yunwangtong-console',
    refresh_token: refreshToken,
  });
  return { status: reply.status, body: JSON.parse(reply.text) as Record<string, string> };
}

const verify = (token: string) =>
  jwtVerify(token, createRemoteJWKSet(new URL(oidc.jwksUrl)), {
    issuer: settings().issuer,
    audience: 'yunwangtong',
    typ: 'at+jwt',
  });

describe('signing in on the embedded runtime', () => {
  it('lists the demo people by tenant on a Chinese page that loads nothing from outside', async () => {
    const browse = createBrowser(() => base);
    const { location } = await browse(authorizeUrl());
    const { text, headers } = await browse(location);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(text).toContain('<html lang="zh-CN">');
    expect(text).toContain('演示身份');
    expect(text).toContain('value="dafeng-clerk"');
    expect(text).not.toMatch(/(src|href)="?https?:\/\/(?!127\.0\.0\.1)/);
    const filtered = (await browse(`${location}?q=${encodeURIComponent('大丰')}`)).text;
    expect(filtered).toMatch(/<details open>\s*<summary>大丰区/);
    expect(filtered).toMatch(/<details open hidden>\s*<summary>东台市/);
  });

  it('gives a signed access token for the audience and an id token with the name', async () => {
    const browse = createBrowser(() => base);
    const { body } = await redeem(browse, await signIn(browse, 'dafeng-clerk'));
    const { payload } = await verify(body['access_token'] ?? '');
    expect(payload.sub).toBe('dafeng-clerk');
    expect(decodeJwt(body['id_token'] ?? '')).toMatchObject({
      sub: 'dafeng-clerk',
      name: expect.any(String),
    });
  });

  it('gives a refresh token that serves once, also after a restart; serving again ends the whole grant', async () => {
    const browse = createBrowser(() => base);
    const { body } = await redeem(browse, await signIn(browse, 'dafeng-clerk'));
    const first = body['refresh_token'] ?? '';
    openProvider();
    const second = await refresh(browse, first);
    expect(second.status).toBe(200);
    expect((await verify(second.body['access_token'] ?? '')).payload.sub).toBe('dafeng-clerk');
    expect(second.body['refresh_token']).not.toBe(first);
    expect(await refresh(browse, first)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect(await refresh(browse, second.body['refresh_token'] ?? '')).toMatchObject({ status: 400 });
  });

  it('asks for PKCE', async () => {
    const { location } = await createBrowser(() => base)(
      authorizeUrl({ code_challenge: '', code_challenge_method: '' }),
    );
    expect(new URL(location).searchParams.get('error')).toBe('invalid_request');
  });

  it('signs in again without a page while the session lasts, also after a restart, not after signing out', async () => {
    const browse = createBrowser(() => base);
    const { body } = await redeem(browse, await signIn(browse, 'dafeng-cdo'));
    openProvider();
    await verify(body['access_token'] ?? '');
    const silent = await browse(authorizeUrl({ prompt: 'none' }));
    const again = await redeem(browse, new URL(silent.location).searchParams.get('code') ?? '');
    expect(decodeJwt(again.body['access_token'] ?? '').sub).toBe('dafeng-cdo');

    const asked = new URLSearchParams({
      id_token_hint: body['id_token'] ?? '',
      post_logout_redirect_uri: `${base}/`,
    });
    const page = (await browse(`/_local/oidc/session/end?${asked}`)).text;
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const out = await browse('/_local/oidc/session/end/confirm', { xsrf, logout: 'yes' });
    expect(out.location).toBe(`${base}/`);
    const after = await browse(authorizeUrl({ prompt: 'none' }));
    expect(new URL(after.location).searchParams.get('error')).toBe('login_required');
  });

  it('takes another person in the same browser', async () => {
    const browse = createBrowser(() => base);
    await signIn(browse, 'dafeng-clerk');
    const toPage = await browse(authorizeUrl({ prompt: 'login' }));
    const resumed = await browse(toPage.location, { user: 'yancheng-operator' });
    // The provider ends the first person's session by a form that submits itself, then goes on.
    const { text } = await browse(resumed.location);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const ended = await browse('/_local/oidc/session/end/confirm', { xsrf, logout: 'yes' });
    const { location } = await browse(ended.location);
    const { body } = await redeem(browse, new URL(location).searchParams.get('code') ?? '');
    expect(decodeJwt(body['access_token'] ?? '').sub).toBe('yancheng-operator');
  });

  it('explains in Chinese what went wrong', async () => {
    const browse = createBrowser(() => base);
    const wrong = await browse(authorizeUrl({ redirect_uri: 'http://127.0.0.1:1/elsewhere' }));
    expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('返回的地址没有登记')]);
    const late = await browse('/_local/oidc/interaction/gone');
    expect([late.status, late.text]).toEqual([400, expect.stringContaining('登录过程已过期')]);
    const { location } = await browse(authorizeUrl());
    const nobody = await browse(location, { user: 'nobody' });
    expect([nobody.status, nobody.text]).toEqual([400, expect.stringContaining('没有符合的演示身份')]);
  });
});

describe('a token for scripts', () => {
  it('is the same as the console’s', async () => {
    const reply = await createBrowser(() => base)('/_local/token?user=yancheng-leader');
    expect((await verify(reply.text)).payload).toMatchObject({
      sub: 'yancheng-leader',
      client_id: 'yunwangtong-console',
    });
    expect((await verify(await oidc.issueToken('dafeng-clerk'))).payload.sub).toBe('dafeng-clerk');
  });

  it('is refused for nobody and under another host name', async () => {
    const nobody = await createBrowser(() => base)('/_local/token?user=nobody');
    expect([nobody.status, nobody.text]).toEqual([404, '没有演示身份 nobody']);
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://localhost:${port}/_local/token?user=dafeng-clerk`);
    expect(response.status).toBe(403);
  });
});

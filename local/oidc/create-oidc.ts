import type { IncomingMessage, ServerResponse } from 'node:http';
import Provider from 'oidc-provider';
import type { Part, RuntimeContext } from '../contract.ts';
import { configureProvider, type OidcSettings } from './configure-provider.ts';
import { findPerson } from './find-person.ts';
import { issueToken } from './issue-token.ts';
import { keepClients } from './keep-clients.ts';
import { keepKeys } from './keep-keys.ts';
import { createSignIn, sendPage } from './sign-in.ts';
import { makeErrorPage } from './tell-page.ts';

export interface EmbeddedOidc extends Part {
  /** Answers everything under the issuer's path, and `GET /_local/token?user=`. */
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>;
  jwksUrl: string;
  /** An access token for a demo person; rejects for anybody else. */
  issueToken(user: string): Promise<string>;
}

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** The OIDC provider of the embedded runtime: demo people, no passwords, only for this machine. */
export function createOidc(context: RuntimeContext, settings: OidcSettings): EmbeddedOidc {
  const { host, origin, pathname } = new URL(settings.issuer);
  const home = `${origin}/`;
  const keys = keepKeys(context.dataDir);
  const provider = new Provider(
    settings.issuer,
    configureProvider(settings, keys, keepClients(context.dataDir), context.store.db),
  );
  provider.on('server_error', (_, error) => context.log(`OIDC：${error.stack ?? error.message}`));
  const callback = provider.callback();
  const signIn = createSignIn(provider, home);

  async function answerToken(res: ServerResponse, user: string): Promise<void> {
    res.setHeader('content-type', 'text/plain; charset=utf-8');
    res.setHeader('cache-control', 'no-store');
    if (findPerson(user)) res.end(await issueToken(provider, settings, user));
    else res.writeHead(404).end(`没有演示身份 ${user}`);
  }

  /** The provider works out its mount path from originalUrl, as Express sets it. */
  function answerMounted(req: IncomingMessage, res: ServerResponse, url: string): Promise<void> {
    const mounted = Object.assign(req, { originalUrl: url });
    mounted.url = url.slice(pathname.length) || '/';
    return callback(mounted, res);
  }

  return {
    start: async () => {},
    stop: async () => {},
    jwksUrl: `${settings.issuer}/jwks`,
    issueToken: (user) => issueToken(provider, settings, user),
    async handle(req, res) {
      const { url = '/' } = req;
      // The name in Host is checked so that no page elsewhere can reach this by a name that leads here.
      if (!loopback.has(req.socket.remoteAddress ?? '') || req.headers.host !== host) {
        return sendPage(res, 403, makeErrorPage('host', `只能在本机用 ${home} 打开`, home));
      }
      const { pathname: path, searchParams } = new URL(url, origin);
      if (path === '/_local/token' && req.method === 'GET')
        return answerToken(res, searchParams.get('user') ?? '');
      if (path.startsWith(`${pathname}/interaction/`)) return signIn(req, res, searchParams);
      if (path.startsWith(`${pathname}/`)) return answerMounted(req, res, url);
      sendPage(res, 404, makeErrorPage('not_found', path, home));
    },
  };
}

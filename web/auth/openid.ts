import * as oauth from 'oauth4webapi';
import { keepPendingSignIn, type PendingSignIn } from './pending-sign-in.ts';
import { type ConsoleConfig, readConfig } from './read-config.ts';

/** The redirect address that the issuer knows for the console. */
export const signInPath = '/signin';

/** How the issuer is asked: to answer at once from its own session, to use that if it can, or to let people show anew who they are. */
export type Prompt = 'silent' | 'ask' | 'anew';

const prompts: Readonly<Record<Prompt, Readonly<Record<string, string>>>> = {
  silent: { prompt: 'none' },
  ask: {},
  anew: { prompt: 'login' },
};

/** Plain http is for an issuer on this very machine; anywhere else the library refuses it. */
const transport = (issuer: URL) => ({ [oauth.allowInsecureRequests]: issuer.hostname === '127.0.0.1' });

const findAuthorization = async ({ issuer: address }: ConsoleConfig): Promise<URL> => {
  const issuer = new URL(address);
  const response = await oauth.discoveryRequest(issuer, { algorithm: 'oidc', ...transport(issuer) });
  const server = await oauth.processDiscoveryResponse(issuer, response);
  if (server.authorization_endpoint === undefined)
    throw new Error('the issuer names no authorization_endpoint');
  return new URL(server.authorization_endpoint);
};

/** Leaves the page for the issuer (authorization code with PKCE). */
export const beginSignIn = async (returnTo: string, prompt: Prompt): Promise<void> => {
  const config = await readConfig();
  const address = await findAuthorization(config);
  const pending: PendingSignIn = {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    codeVerifier: oauth.generateRandomCodeVerifier(),
    returnTo,
  };
  address.search = new URLSearchParams({
    client_id: config.clientId,
    redirect_uri: `${window.location.origin}${signInPath}`,
    response_type: 'code',
    scope: config.scope,
    max_age: String(config.maxAge),
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(pending.codeVerifier),
    code_challenge_method: 'S256',
    ui_locales: 'zh-CN',
    ...prompts[prompt],
  }).toString();
  keepPendingSignIn(pending);
  // Replaced, not pushed: 后退 must not lead through the issuer again.
  window.location.replace(address.href);
};

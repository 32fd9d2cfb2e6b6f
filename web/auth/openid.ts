import * as oauth from 'oauth4webapi';
import { keepPendingSignIn, type PendingSignIn } from './pending-sign-in.ts';
import { type ConsoleConfig, readConfig } from './read-config.ts';

/** Tokens live in memory only. */
export interface Session {
  readonly accessToken: string;
  readonly idToken: string | undefined;
}

/** The redirect address that the provider knows for the console. */
export const signInPath = '/signin';

const redirectUri = (): string => `${window.location.origin}${signInPath}`;

/** Plain http is for a provider on this very machine; anywhere else the library refuses it. */
const transport = (issuer: URL) => ({ [oauth.allowInsecureRequests]: issuer.hostname === '127.0.0.1' });

const discover = async ({ issuer: address }: ConsoleConfig): Promise<oauth.AuthorizationServer> => {
  const issuer = new URL(address);
  const options = { algorithm: 'oidc', ...transport(issuer) } as const;
  return oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, options));
};

const endpointOf = (name: string, address: string | undefined): URL => {
  if (address === undefined) throw new Error(`the provider names no ${name}`);
  return new URL(address);
};

/**
 * Leaves the page for the provider (authorization code with PKCE).
 * `silent` asks it to answer at once from its own session, without showing anything.
 */
export const beginSignIn = async (returnTo: string, prompt: 'silent' | 'ask'): Promise<void> => {
  const config = await readConfig();
  const server = await discover(config);
  const pending: PendingSignIn = {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    codeVerifier: oauth.generateRandomCodeVerifier(),
    returnTo,
    config,
    server,
  };
  const address = endpointOf('authorization_endpoint', server.authorization_endpoint);
  address.search = new URLSearchParams({
    client_id: config.clientId,
    redirect_uri: redirectUri(),
    response_type: 'code',
    scope: config.scope,
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(pending.codeVerifier),
    code_challenge_method: 'S256',
    ui_locales: 'zh-CN',
    ...(prompt === 'silent' ? { prompt: 'none' } : {}),
  }).toString();
  keepPendingSignIn(pending);
  // Replaced, not pushed: 后退 must not lead through the provider again.
  window.location.replace(address.href);
};

/** Why the provider gave no code, e.g. `login_required` after a silent attempt. */
export const refusalOf = (error: unknown): string | undefined =>
  error instanceof oauth.AuthorizationResponseError ? error.error : undefined;

/** Exchanges the code that the provider sent back. @throws when the answer is not the one awaited. */
export const finishSignIn = async (answer: URL, pending: PendingSignIn): Promise<Session> => {
  const { config, server } = pending;
  const client: oauth.Client = { client_id: config.clientId };
  const parameters = oauth.validateAuthResponse(server, client, answer, pending.state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    parameters,
    redirectUri(),
    pending.codeVerifier,
    transport(new URL(config.issuer)),
  );
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: pending.nonce,
    requireIdToken: true,
  });
  return { accessToken: tokens.access_token, idToken: tokens.id_token };
};

/** Leaves the page to end the provider's own session too, then comes back to the sign-in page. */
export const endSession = async (session: Session): Promise<void> => {
  const config = await readConfig();
  const server = await discover(config);
  const address = endpointOf('end_session_endpoint', server.end_session_endpoint);
  address.search = new URLSearchParams({
    client_id: config.clientId,
    post_logout_redirect_uri: `${window.location.origin}/`,
    ...(session.idToken === undefined ? {} : { id_token_hint: session.idToken }),
  }).toString();
  window.location.assign(address.href);
};

import type { DatabaseSync } from 'node:sqlite';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { findPerson } from './find-person.ts';
import type { ClientSecrets } from './keep-clients.ts';
import type { ProviderKeys } from './keep-keys.ts';
import { createSqliteAdapter } from './sqlite-adapter.ts';
import { makeErrorPage, makeSignedOutPage, makeSignOutPage } from './tell-page.ts';

export interface OidcSettings {
  /** e.g. `http://127.0.0.1:8080/_local/oidc`; its path is where the provider is mounted. */
  issuer: string;
  audience: string;
  clientId: string;
  redirectUris: readonly string[];
}

const HOUR = 3600;
/** The one resource that access tokens are for; the name is the provider's own, `aud` is the audience. */
export const API_RESOURCE = 'urn:yunwangtong:api';

export const resourceServerInfo = (audience: string) => ({
  scope: '',
  audience,
  accessTokenFormat: 'jwt' as const,
  accessTokenTTL: HOUR,
  jwt: { sign: { alg: 'RS256' as const } },
});

function send(ctx: KoaContextWithOIDC, page: { html: string; headers: Record<string, string> }): void {
  ctx.set(page.headers);
  ctx.body = page.html;
}

/** First-party client: everything it may have is granted without asking. */
async function grantAll(ctx: KoaContextWithOIDC) {
  const { session, client, provider } = ctx.oidc;
  if (!session?.accountId || !client) return undefined;
  const grantId = session.grantIdFor(client.clientId);
  const existing = grantId === undefined ? undefined : await provider.Grant.find(grantId);
  if (existing?.accountId === session.accountId) return existing;
  const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
  grant.addOIDCScope('openid profile');
  grant.addResourceScope(API_RESOURCE, '');
  await grant.save();
  return grant;
}

/** A program: tokens for itself alone, by its secret. */
const programClient = ([client_id, client_secret]: [string, string]) => ({
  client_id,
  client_secret,
  token_endpoint_auth_method: 'client_secret_basic' as const,
  grant_types: ['client_credentials'],
  response_types: [],
  redirect_uris: [],
});

/**
 * Authorization code with PKCE and refresh for one public client, client credentials for programs, signed access tokens
 * for one audience, nothing else.
 */
export function configureProvider(
  settings: OidcSettings,
  keys: ProviderKeys,
  programs: ClientSecrets,
  db: DatabaseSync,
): Configuration {
  const { origin, port, pathname } = new URL(settings.issuer);
  const home = `${origin}/`;
  return {
    adapter: createSqliteAdapter(db),
    jwks: keys.jwks,
    clients: [
      {
        client_id: settings.clientId,
        application_type: 'web',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [...settings.redirectUris],
        post_logout_redirect_uris: [home],
      },
      ...Object.entries(programs).map(programClient),
    ],
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    cookies: {
      keys: keys.cookies,
      // Cookies know no port: a second runtime on this machine must not take this one's session.
      names: {
        session: `_session_${port}`,
        interaction: `_interaction_${port}`,
        resume: `_interaction_resume_${port}`,
      },
    },
    ttl: {
      AccessToken: HOUR,
      AuthorizationCode: 60,
      ClientCredentials: HOUR,
      Grant: 12 * HOUR,
      IdToken: HOUR,
      Interaction: HOUR,
      RefreshToken: 12 * HOUR,
      Session: 12 * HOUR,
    },
    // A refresh token serves once; serving again ends all that came from its sign-in.
    issueRefreshToken: async (_, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    interactions: { url: (_, { uid }) => `${pathname}/interaction/${uid}` },
    findAccount: (_, user) => {
      const person = findPerson(user);
      if (!person) return undefined;
      const claims = { sub: user, name: person.name, preferred_username: user };
      return { accountId: user, claims: () => claims };
    },
    loadExistingGrant: grantAll,
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      userinfo: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => API_RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => resourceServerInfo(settings.audience),
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) =>
          send(ctx, makeSignOutPage(form, home, ctx.oidc.entities.IdTokenHint !== undefined)),
        postLogoutSuccessSource: (ctx) => send(ctx, makeSignedOutPage(home)),
      },
    },
    renderError: (ctx, { error, error_description }) =>
      send(ctx, makeErrorPage(error, error_description ?? '', home)),
  };
}

import { decodeJwt } from 'jose';
import * as oauth from 'oauth4webapi';
import type { GrantedTokens, Issuer } from '../app/ports.ts';

export interface IssuerSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Address of the console's own page to which the issuer sends people back. */
  readonly redirectUri: string;
  /** Where people land after the issuer has ended its own session. */
  readonly homeUri: string;
}

/** A renewal asks twice at most, and its lease lasts 8 s. */
const answeredWithinMs = 3_500;

/** Errors that say the installation is wrong, not what somebody sent. */
const misconfigured: ReadonlySet<string> = new Set(['invalid_client', 'unauthorized_client']);

/** Whether what was sent is no answer to the sign-in; a broken line or issuer is a fault instead. */
const isRefusedAnswer = (error: unknown): boolean => {
  if (error instanceof oauth.ResponseBodyError) return !misconfigured.has(error.error);
  if (error instanceof oauth.AuthorizationResponseError) return true;
  return error instanceof oauth.OperationProcessingError && error.code !== oauth.RESPONSE_IS_NOT_CONFORM;
};

const isSpent = (error: unknown): boolean =>
  error instanceof oauth.ResponseBodyError && error.error === 'invalid_grant';

const orRefused = async <Answer>(
  work: Promise<Answer>,
  isRefusal: (error: unknown) => boolean,
): Promise<Answer | 'refused'> =>
  work.catch((error: unknown) => {
    if (isRefusal(error)) return 'refused';
    throw error;
  });

/** The API judges people by the access token's subject, the session by the id token's: they must be one. */
const grantedFor = (tokens: oauth.TokenEndpointResponse, personId: string): GrantedTokens => {
  const { sub, exp = 0, iat = 0 } = decodeJwt(tokens.access_token);
  if (sub !== personId) throw new Error('the issuer named two subjects in one answer');
  return {
    accessToken: tokens.access_token,
    refreshToken: tokens.refresh_token,
    expiresIn: tokens.expires_in ?? exp - iat,
  };
};

/** An OpenID Connect issuer found by its discovery document, spoken to as the public client of the console. */
export const createOidcIssuer = (settings: IssuerSettings): Issuer => {
  const issuer = new URL(settings.issuer);
  const client: oauth.Client = { client_id: settings.clientId };
  const request = () => ({
    signal: AbortSignal.timeout(answeredWithinMs),
    // Plain http is for an issuer on this very machine; anywhere else the library refuses it.
    [oauth.allowInsecureRequests]: issuer.hostname === '127.0.0.1',
  });

  const discover = async (): Promise<oauth.AuthorizationServer> => {
    const response = await oauth.discoveryRequest(issuer, { algorithm: 'oidc', ...request() });
    return oauth.processDiscoveryResponse(issuer, response);
  };
  let discovered: Promise<oauth.AuthorizationServer> | undefined;
  const findServer = (): Promise<oauth.AuthorizationServer> => {
    discovered ??= discover().catch((error: unknown) => {
      discovered = undefined;
      throw error;
    });
    return discovered;
  };

  return {
    redeem: async ({ answer, state, nonce, codeVerifier }) => {
      const server = await findServer();
      const redeemed = async () => {
        const parameters = oauth.validateAuthResponse(server, client, new URLSearchParams(answer), state);
        const response = await oauth.authorizationCodeGrantRequest(
          server,
          client,
          oauth.None(),
          parameters,
          settings.redirectUri,
          codeVerifier,
          request(),
        );
        const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
          expectedNonce: nonce,
          requireIdToken: true,
        });
        const { sub, auth_time } = oauth.getValidatedIdTokenClaims(tokens) ?? { sub: '' };
        return {
          ...grantedFor(tokens, sub),
          personId: sub,
          idToken: tokens.id_token ?? '',
          authenticatedAt: auth_time,
        };
      };
      return orRefused(redeemed(), isRefusedAnswer);
    },

    renew: async (refreshToken, personId) => {
      const server = await findServer();
      const renewed = async () => {
        const response = await oauth.refreshTokenGrantRequest(
          server,
          client,
          oauth.None(),
          refreshToken,
          request(),
        );
        const tokens = await oauth.processRefreshTokenResponse(server, client, response);
        return grantedFor(tokens, personId);
      };
      return orRefused(renewed(), isSpent);
    },

    signOutAddress: async (idToken) => {
      const { end_session_endpoint } = await findServer();
      if (end_session_endpoint === undefined) return undefined;
      const address = new URL(end_session_endpoint);
      address.search = new URLSearchParams({
        client_id: settings.clientId,
        post_logout_redirect_uri: settings.homeUri,
        id_token_hint: idToken,
      }).toString();
      return address.href;
    },
  };
};

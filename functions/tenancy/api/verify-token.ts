import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { VerifyToken } from '../app/authorize.ts';

export interface IssuerSettings {
  readonly OIDC_ISSUER: string;
  readonly OIDC_AUDIENCE: string;
  readonly OIDC_JWKS_URL: string;
}

/** Verifies access tokens of the configured issuer: signature by its published keys, issuer, audience, expiry. */
export const createTokenVerifier = (settings: IssuerSettings): VerifyToken => {
  const keySet = createRemoteJWKSet(new URL(settings.OIDC_JWKS_URL));
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keySet, {
        issuer: settings.OIDC_ISSUER,
        audience: settings.OIDC_AUDIENCE,
        requiredClaims: ['sub', 'exp'],
      });
      return payload.sub === undefined ? undefined : { personId: payload.sub, issuedAt: payload.iat ?? 0 };
    } catch (error) {
      if (isRefusal(error)) return undefined;
      throw error;
    }
  };
};

/**
 * jose names every way in which a token fails, an unsigned one (`alg: none`) or one with unknown `crit` among them;
 * a key set that cannot be fetched is a fault instead.
 */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^ERR_(JWT|JWS|JOSE_ALG|JOSE_NOT_SUPPORTED|JWKS_NO_MATCHING|JWKS_MULTIPLE)/.test(error.code);

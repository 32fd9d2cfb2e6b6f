import type { GrantedSignIn, Issuer } from '#functions/session/app/ports.ts';

/** An issuer as the strict ones are: a refresh token serves once, and serving again ends the whole grant. */
export const createRotatingIssuer = (
  options: { readonly refreshes?: boolean; readonly latencyMs?: number } = {},
) => {
  const { refreshes = true, latencyMs = 0 } = options;
  let issued = 0;
  let live: string | undefined;
  let grantStands = true;
  let authenticatedAt: number | undefined;
  const duringRenewal: (() => Promise<unknown>)[] = [];
  const next = () => {
    issued += 1;
    live = refreshes ? `refresh-${issued}` : undefined;
    return { accessToken: `access-${issued}`, refreshToken: live, expiresIn: 3600 };
  };
  const issuer: Issuer = {
    redeem: async ({ answer }): Promise<GrantedSignIn | 'refused'> =>
      answer === 'bad'
        ? 'refused'
        : { ...next(), personId: answer, idToken: `id-of-${answer}`, authenticatedAt },
    renew: async (refreshToken) => {
      await new Promise((resolve) => setTimeout(resolve, latencyMs));
      await duringRenewal.shift()?.();
      grantStands &&= refreshToken === live;
      return grantStands ? next() : 'refused';
    },
    signOutAddress: async (idToken) => `https://issuer.example/end?id_token_hint=${idToken}`,
  };
  return {
    issuer,
    duringRenewal,
    issuedSoFar: () => issued,
    authenticateAt: (epochSeconds: number | undefined) => {
      authenticatedAt = epochSeconds;
    },
  };
};

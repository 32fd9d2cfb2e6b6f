import { createHash, randomBytes } from 'node:crypto';
import type { EmbeddedSystem } from '#examples/embedded-system.ts';
import { createBrowser } from '#test/support/create-browser.ts';

type System = Pick<EmbeddedSystem, 'baseUrl'>;

/** Where the embedded issuer answers. */
export const issuerOf = ({ baseUrl }: System): string => `${baseUrl}/_local/oidc`;

/** Signs a demo person in at the embedded issuer as the console does, up to the redirect back to it. */
export const signInAtIssuer = async (system: System, user: string) => {
  const browse = createBrowser(() => system.baseUrl);
  const codeVerifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    client_id: 'yunwangtong-console',
    response_type: 'code',
    redirect_uri: `${system.baseUrl}/signin`,
    scope: 'openid',
    state: 'the state',
    nonce: 'the nonce',
    max_age: '43200',
    code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const page = await browse(`${issuerOf(system)}/auth?${query}`);
  const picked = await browse(page.location, { user });
  const back = new URL((await browse(picked.location)).location);
  return { answer: back.search.slice(1), state: 'the state', nonce: 'the nonce', codeVerifier };
};

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CryptoKey, generateKeyPair, importJWK, type JWK, SignJWT, UnsecuredJWT } from 'jose';

interface IssuerFile {
  readonly issuer: string;
  readonly audience: string;
}

/** Tokens for one person that look right and are not, signed with the provider's own key where that is not the fault. */
export const badTokens = async (dataDir: string, user: string): Promise<Readonly<Record<string, string>>> => {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(dataDir, file), 'utf8'));
  const { issuer, audience } = read('runtime.json') as IssuerFile;
  const { jwks } = read('oidc-keys.json') as { jwks: { keys: JWK[] } };
  const [jwk] = jwks.keys;
  if (jwk === undefined) throw new Error('the provider has no key');
  const own = (await importJWK(jwk, 'RS256')) as CryptoKey;
  const { privateKey: foreign } = await generateKeyPair('RS256');
  const claims = { sub: user, iss: issuer, aud: audience };
  const signed = (more: Record<string, unknown>, key: CryptoKey = own, expires = '1h') =>
    new SignJWT({ ...claims, ...more })
      .setProtectedHeader({ alg: 'RS256', ...(jwk.kid === undefined ? {} : { kid: jwk.kid }) })
      .setIssuedAt(Math.floor(Date.now() / 1000) - 7200)
      .setExpirationTime(
        expires === '1h' ? Math.floor(Date.now() / 1000) + 3600 : Math.floor(Date.now() / 1000) - 60,
      )
      .sign(key);
  return {
    garbage: 'garbage',
    expired: await signed({}, own, 'past'),
    'signed by somebody else': await signed({}, foreign),
    'not signed': new UnsecuredJWT(claims).setExpirationTime('1h').encode(),
    'meant for another audience': await signed({ aud: 'somebody-else' }),
    'of another issuer': await signed({ iss: 'https://issuer.example.cn' }),
    'without a subject': await signed({ sub: undefined }),
    'of nobody known': await signed({ sub: 'nobody' }),
  };
};

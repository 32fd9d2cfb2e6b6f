import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const keys = z.strictObject({
  cookies: z.array(z.string()).min(1),
  jwks: z.strictObject({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })).min(1) }),
});
export type ProviderKeys = z.infer<typeof keys>;

function makeKeys(): ProviderKeys {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = randomBytes(8).toString('hex');
  const signing = { ...privateKey.export({ format: 'jwk' }), kty: 'RSA', kid, use: 'sig', alg: 'RS256' };
  return { cookies: [randomBytes(32).toString('base64url')], jwks: { keys: [signing] } };
}

/** The signing and cookie keys of this data folder, made at the first start: sessions and tokens outlive a restart. */
export function keepKeys(dataDir: string): ProviderKeys {
  const file = join(dataDir, 'oidc-keys.json');
  if (existsSync(file)) return keys.parse(JSON.parse(readFileSync(file, 'utf8')));
  const made = makeKeys();
  writeFileSync(`${file}.new`, JSON.stringify(made), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}

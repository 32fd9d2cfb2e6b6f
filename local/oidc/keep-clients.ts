import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { cities } from '#shared/tenancy/cities.ts';

const secrets = z.record(z.string(), z.string());
/** Secret by client id. */
export type ClientSecrets = z.infer<typeof secrets>;

/** The program of each city's cloud provider; whoever may use it is granted to this id like to a person. */
const clientIds = cities.map(({ id }) => `${id}-provider-api`);

/** Programs that take tokens by client credentials, with secrets made at the first start of this data folder. */
export function keepClients(dataDir: string): ClientSecrets {
  const file = join(dataDir, 'oidc-clients.json');
  if (existsSync(file)) return secrets.parse(JSON.parse(readFileSync(file, 'utf8')));
  const made = Object.fromEntries(clientIds.map((id) => [id, randomBytes(32).toString('base64url')]));
  writeFileSync(`${file}.new`, JSON.stringify(made), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}

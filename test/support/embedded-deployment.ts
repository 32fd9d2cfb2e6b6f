import { join } from 'node:path';
import { ensureAssembly } from '#local/synth/ensure-assembly.ts';
import { loadAssembly } from '#local/template/load-assembly.ts';
import { type Deployment, readDeployment } from '#local/template/read-deployment.ts';

/** What a deployment is told from outside. */
export const parameters = {
  OidcIssuer: 'https://issuer.example',
  OidcJwksUrl: 'https://issuer.example/jwks',
  OidcAudience: 'yunwangtong',
  OidcClientId: 'yunwangtong-console',
  PublicBaseUrl: 'https://yunwangtong.example',
};

/** Where the embedded runtime lies in the cloud's geography. */
export const embeddedPlace = { account: '000000000000', region: 'cn-north-1' };

const root = join(import.meta.dirname, '../..');

/** The app as the embedded runtime loads it: synthesized once for all that run on the same sources. */
export const embeddedAssembly = (): Promise<string> => ensureAssembly(root, new AbortController().signal);

export const embeddedDeployment = async (): Promise<Deployment> =>
  readDeployment(loadAssembly(await embeddedAssembly()), { awsEndpoint: 'http://127.0.0.1:9', parameters });

import { execFile } from 'node:child_process';
import type { EmbeddedSystem } from '#examples/embedded-system.ts';

/** `npm run admin -- …` against the embedded endpoint, as an operator would run it against AWS. */
export const runAdmin = (
  { administrator, awsEndpoint, region }: EmbeddedSystem,
  ...args: string[]
): Promise<{ code: number; output: string }> =>
  new Promise((resolve) => {
    const env = {
      AWS_ENDPOINT_URL: awsEndpoint,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: administrator.accessKeyId,
      AWS_SECRET_ACCESS_KEY: administrator.secretAccessKey,
    };
    execFile(process.execPath, ['functions/tenancy/admin/main.ts', ...args], { env }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), output: out + err }),
    );
  });

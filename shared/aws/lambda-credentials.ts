import * as z from 'zod/mini';
import { readEnvironment } from '#shared/http/read-environment.ts';

/**
 * In place of the SDK's search for credentials, when functions are bundled: Lambda gives its role's in the environment,
 * which is also where that search looks first. What it brings along otherwise is an eighth of every bundle.
 */
export const defaultProvider = () => async () => {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = readEnvironment({
    AWS_ACCESS_KEY_ID: z.string(),
    AWS_SECRET_ACCESS_KEY: z.string(),
    AWS_SESSION_TOKEN: z.exactOptional(z.string()),
  });
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN === undefined ? {} : { sessionToken: AWS_SESSION_TOKEN }),
  };
};

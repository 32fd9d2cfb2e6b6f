import type { EmbeddedSystem } from '#examples/embedded-system.ts';
import type { Asker } from './ask.ts';

/** What an operation answers, byte for byte. */
export const download = async (
  system: Pick<EmbeddedSystem, 'baseUrl'>,
  asker: Required<Asker>,
  path: string,
  body?: unknown,
) => {
  const response = await fetch(`${system.baseUrl}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${asker.token}`,
      'x-membership': asker.membership,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return {
    status: response.status,
    headers: response.headers,
    bytes: new Uint8Array(await response.arrayBuffer()),
  };
};

import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export interface Forwarded {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const passedBack = ['content-type', 'x-amz-crc32', 'x-amzn-requestid'] as const;
const passedOn = [
  'authorization',
  'content-type',
  'x-amz-date',
  'x-amz-target',
  'x-amz-security-token',
] as const;

const pick = (headers: IncomingHttpHeaders, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => (typeof headers[name] === 'string' ? [[name, headers[name]]] : [])),
  );

/** Sends a request as it came to DynamoDB Local. @throws the socket's error when it does not answer */
export function forward(endpoint: string, headers: IncomingHttpHeaders, body: Buffer): Promise<Forwarded> {
  const { promise, resolve, reject } = Promise.withResolvers<Forwarded>();
  const outgoing = request(
    endpoint,
    { agent, method: 'POST', headers: { ...pick(headers, passedOn), 'content-length': body.length } },
    (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 500,
          headers: pick(incoming.headers, passedBack),
          body: Buffer.concat(chunks),
        }),
      );
    },
  );
  outgoing.on('error', reject);
  outgoing.end(body);
  return promise;
}

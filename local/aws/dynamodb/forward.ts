import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export interface Forwarded {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const passedOn = [
  'authorization',
  'content-type',
  'x-amz-date',
  'x-amz-target',
  'x-amz-security-token',
] as const;

/** Sends a request as it came to DynamoDB Local. @throws the socket's error when it does not answer */
export function forward(endpoint: string, headers: IncomingHttpHeaders, body: Buffer): Promise<Forwarded> {
  const { promise, resolve, reject } = Promise.withResolvers<Forwarded>();
  const kept = passedOn.flatMap((name) => (typeof headers[name] === 'string' ? [[name, headers[name]]] : []));
  const outgoing = request(
    endpoint,
    { agent, method: 'POST', headers: { ...Object.fromEntries(kept), 'content-length': body.length } },
    (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 500,
          headers: incoming.headers,
          body: Buffer.concat(chunks),
        }),
      );
    },
  );
  outgoing.on('error', reject);
  outgoing.end(body);
  return promise;
}

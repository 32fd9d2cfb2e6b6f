import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RouteMatch } from './match-route.ts';
import type { GatewaySpec } from './read-gateway.ts';

/** Request as Lambda payload format 2.0 gives it (the fields of an HTTP API). */
export interface HttpEvent {
  version: '2.0';
  routeKey: string;
  rawPath: string;
  rawQueryString: string;
  cookies?: string[];
  headers: Record<string, string>;
  queryStringParameters?: Record<string, string>;
  pathParameters?: Record<string, string>;
  requestContext: Record<string, unknown>;
  body?: string;
  isBase64Encoded: boolean;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number) => String(value).padStart(2, '0');

/** `22/Nov/2026:07:05:09 +0000` */
const clfTime = (at: Date) =>
  `${two(at.getUTCDate())}/${months[at.getUTCMonth()]}/${at.getUTCFullYear()}:` +
  `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} +0000`;

/** Header names in lower case, several values joined by a comma, cookies apart. */
function readHeaders(request: IncomingMessage): { headers: Record<string, string>; cookies?: string[] } {
  const headers: Record<string, string> = {};
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    if (name !== 'cookie' && values !== undefined) headers[name] = values.join(',');
  }
  headers['x-forwarded-for'] = request.socket.remoteAddress ?? '127.0.0.1';
  headers['x-forwarded-port'] = String(request.socket.localPort ?? '');
  headers['x-forwarded-proto'] = 'http';
  const cookies = request.headers.cookie?.split(/;\s*/).filter((cookie) => cookie !== '');
  return cookies === undefined ? { headers } : { headers, cookies };
}

/** Values of a repeated parameter joined by a comma. */
function readQuery(rawQuery: string): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const pair of rawQuery.split('&').filter((part) => part !== '')) {
    const [name = '', value = ''] = pair
      .split(/=(.*)/s)
      .map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
    const earlier = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    parameters[name] = earlier === undefined ? value : `${earlier},${value}`;
  }
  return Object.keys(parameters).length > 0 ? parameters : undefined;
}

const textual = /^(text\/|application\/(json|javascript|xml)\b|[\w.+/-]+\+(json|xml)\b)/i;

function readBody(body: Buffer, contentType = ''): Pick<HttpEvent, 'body' | 'isBase64Encoded'> {
  if (body.length === 0) return { isBase64Encoded: false };
  const text = textual.test(contentType) ? body.toString('utf8') : undefined;
  // Bytes that are no UTF-8 would be lost in a JSON event.
  if (text !== undefined && Buffer.from(text, 'utf8').equals(body))
    return { body: text, isBase64Encoded: false };
  return { body: body.toString('base64'), isBase64Encoded: true };
}

/** Path and query of a request, both as sent. */
export function splitTarget(request: IncomingMessage): { path: string; rawQuery: string } {
  const [path = '/', rawQuery = ''] = (request.url ?? '/').split(/\?(.*)/s);
  return { path, rawQuery };
}

/**
 * Builds the event for a matched route.
 * @throws URIError when path or query cannot be decoded
 */
export function buildEvent(
  gateway: GatewaySpec,
  request: IncomingMessage,
  match: RouteMatch,
  body: Buffer,
): HttpEvent {
  const now = new Date();
  const target = splitTarget(request);
  const { headers, cookies } = readHeaders(request);
  const queryStringParameters = readQuery(target.rawQuery);
  const pathParameters = Object.fromEntries(
    Object.entries(match.pathParameters).map(([name, value]) => [name, decodeURIComponent(value)]),
  );
  const rawPath = decodeURIComponent(target.path);
  const host = headers['host'] ?? '';
  return {
    version: '2.0',
    routeKey: match.route.routeKey,
    rawPath,
    rawQueryString: target.rawQuery,
    ...(cookies !== undefined && { cookies }),
    headers,
    ...(queryStringParameters !== undefined && { queryStringParameters }),
    ...(Object.keys(pathParameters).length > 0 && { pathParameters }),
    requestContext: {
      accountId: gateway.account,
      apiId: gateway.apiId,
      domainName: host,
      domainPrefix: host.split('.')[0],
      http: {
        method: request.method ?? 'GET',
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: match.route.routeKey,
      stage: '$default',
      time: clfTime(now),
      timeEpoch: now.getTime(),
    },
    ...readBody(body, headers['content-type']),
  };
}

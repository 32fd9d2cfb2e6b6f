import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import { operations } from '#shared/contracts/operations.ts';
import { readEnvironment } from '#shared/http/read-environment.ts';
import { respondRefusal } from '#shared/http/respond.ts';
import { transportHeaders } from '#shared/http/security-headers.ts';
import { buildOpenapi, type OpenapiDocument } from '../app/build-openapi.ts';
import { findFile, namesFile } from '../app/find-file.ts';
import { renderDocs } from '../app/render-docs.ts';

const environment = readEnvironment({
  OIDC_ISSUER: z.string(),
  OIDC_CLIENT_ID: z.string(),
  OIDC_AUDIENCE: z.string(),
  OIDC_SCOPE: z.string(),
  SESSION_HOURS: z.coerce.number(),
  PUBLIC_BASE_URL: z.string(),
  FILES_HOST: z.string(),
});
const publicFiles = join(fileURLToPath(new URL('.', import.meta.url)), 'public');

type Response = APIGatewayProxyStructuredResultV2;

const issuerOrigin = new URL(environment.OIDC_ISSUER).origin;
// The files' host is named without a scheme: it is the page's own, https wherever the page is.
const pageHeaders = {
  'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self' ${issuerOrigin} ${environment.FILES_HOST}; form-action 'self' ${issuerOrigin}; base-uri 'none'; frame-ancestors 'none'`,
  ...transportHeaders,
};

const text = (type: string, body: string, cache = 'no-cache'): Response => ({
  statusCode: 200,
  headers: { ...pageHeaders, 'content-type': type, 'cache-control': cache },
  body,
});
const json = (value: unknown): Response => text('application/json; charset=utf-8', JSON.stringify(value));

let openapi: OpenapiDocument | undefined;
const document = (): OpenapiDocument => {
  openapi ??= buildOpenapi(environment.PUBLIC_BASE_URL);
  return openapi;
};

const fixed: Readonly<Record<string, () => Response>> = {
  '/openapi.json': () => json(document()),
  '/docs': () => text('text/html; charset=utf-8', renderDocs(document())),
  '/config.json': () =>
    json({
      issuer: environment.OIDC_ISSUER,
      clientId: environment.OIDC_CLIENT_ID,
      audience: environment.OIDC_AUDIENCE,
      scope: environment.OIDC_SCOPE,
      // Nobody's session rests on a sign-in at the issuer that is older than a session may get.
      maxAge: environment.SESSION_HOURS * 3600,
    }),
};

const fileResponse = (path: string, accepted: string): Response | undefined => {
  const file = findFile(publicFiles, path, accepted);
  if (!file) return undefined;
  return {
    statusCode: 200,
    headers: {
      ...pageHeaders,
      'content-type': file.type,
      'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
      ...(file.encoding ? { 'content-encoding': file.encoding } : {}),
    },
    body: file.content.toString('base64'),
    isBase64Encoded: true,
  };
};

const knownPaths = operations.map(({ path }) => new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`));

const unknownOperation = (event: APIGatewayProxyEventV2): Response => {
  const { method, path } = event.requestContext.http;
  const detail = knownPaths.some((pattern) => pattern.test(path))
    ? `${path} 不支持 ${method} 方法，请查看 /docs。`
    : `没有 ${path} 这个接口，请查看 /docs。`;
  return respondRefusal({ code: 'unknown-path', detail }, event.requestContext.requestId);
};

/**
 * Everything that is no operation: the console and its files, the interface's description, and 404 problems for
 * unknown paths under `/v1`. Paths of the console's own pages answer with its shell.
 */
export const handler = async (event: APIGatewayProxyEventV2): Promise<Response> => {
  const { method, path } = event.requestContext.http;
  if (path === '/v1' || path.startsWith('/v1/')) return unknownOperation(event);
  if (method !== 'GET' && method !== 'HEAD')
    return { statusCode: 405, headers: { ...pageHeaders, allow: 'GET, HEAD' }, body: '' };
  const accepted = event.headers['accept-encoding'] ?? '';
  const isPage = !namesFile(path);
  return (
    fixed[path]?.() ??
    fileResponse(path, accepted) ??
    (isPage ? fileResponse('/index.html', accepted) : undefined) ?? {
      statusCode: 404,
      headers: { ...pageHeaders, 'content-type': 'text/plain; charset=utf-8' },
      body: '没有找到这个页面。',
    }
  );
};

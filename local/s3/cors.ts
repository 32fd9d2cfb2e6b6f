import type { IncomingMessage } from 'node:http';
import type { CorsRule } from '../template/resources/bucket.ts';

const matches = (pattern: string, text: string): boolean => {
  const [head = '', tail] = pattern.split('*');
  return tail === undefined ? pattern === text : text.startsWith(head) && text.endsWith(tail);
};

/** Headers that let a page of another origin read the answer; undefined when no rule of the bucket does. */
export function corsHeaders(
  rules: readonly CorsRule[],
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
): Readonly<Record<string, string>> | undefined {
  const { origin } = headers;
  if (origin === undefined) return undefined;
  const wanted = headers['access-control-request-method'] ?? method;
  const asked = (headers['access-control-request-headers'] ?? '').toLowerCase().split(/,\s*/).filter(Boolean);
  const rule = rules.find(
    ({ AllowedMethods, AllowedOrigins, AllowedHeaders }) =>
      AllowedMethods.some((allowed) => allowed === wanted) &&
      AllowedOrigins.some((pattern) => matches(pattern, origin)) &&
      asked.every((name) => AllowedHeaders.some((pattern) => matches(pattern.toLowerCase(), name))),
  );
  if (rule === undefined) return undefined;
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': rule.AllowedMethods.join(', '),
    ...(asked.length === 0 ? {} : { 'access-control-allow-headers': asked.join(', ') }),
    ...(rule.ExposedHeaders.length === 0
      ? {}
      : { 'access-control-expose-headers': rule.ExposedHeaders.join(', ') }),
    ...(rule.MaxAge === undefined ? {} : { 'access-control-max-age': String(rule.MaxAge) }),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  };
}

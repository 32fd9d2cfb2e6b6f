import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { refuse } from './refuse.ts';

const answerSchema = z.object({
  statusCode: z.coerce.number().int().min(200).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  cookies: z.array(z.string()).optional(),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().optional(),
});

/** An answer without `statusCode` is itself the JSON body of a 200. */
const infer = (payload: unknown) => ({
  statusCode: 200,
  headers: { 'content-type': 'application/json' },
  body: typeof payload === 'string' ? payload : JSON.stringify(payload),
});

const isInferred = (payload: unknown) =>
  typeof payload !== 'object' || payload === null || !('statusCode' in payload);

/** Writes a function's answer in payload format 2.0; an answer of another shape is a 500, as on AWS. */
export function writeAnswer(response: ServerResponse, payload: unknown, requestId: string): void {
  const parsed = answerSchema.safeParse(isInferred(payload) ? infer(payload) : payload);
  if (!parsed.success) {
    refuse(response, 'failed');
    return;
  }
  const { statusCode, headers = {}, cookies, body = '', isBase64Encoded = false } = parsed.data;
  const out: Record<string, string | string[]> = { 'apigw-requestid': requestId };
  for (const [name, value] of Object.entries(headers)) out[name.toLowerCase()] = String(value);
  if (cookies !== undefined) out['set-cookie'] = cookies;
  if (body !== '') out['content-type'] ??= 'text/plain;charset=UTF-8';
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (statusCode !== 204 && statusCode !== 304) out['content-length'] = String(bytes.length);
  response.writeHead(statusCode, out);
  response.end(bytes);
}

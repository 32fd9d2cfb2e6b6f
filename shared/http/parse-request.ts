import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod/mini';
import type { Contracts, OperationContract } from '#shared/contracts/operation-contracts.ts';
import type { OperationId } from '#shared/contracts/operations.ts';
import type { FieldRefusal, Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { explainIssues } from './explain-issues.ts';
import { parseJson } from './parse-json.ts';

type Parsed<S> = S extends z.ZodMiniType ? z.output<S> : Record<string, never>;
type Part<Id extends OperationId, Key extends 'params' | 'query' | 'body'> = Contracts[Id] extends {
  readonly [K in Key]: infer S;
}
  ? Parsed<S>
  : Record<string, never>;

/** What an operation was asked, already checked against its contract. */
export interface ParsedRequest<Id extends OperationId = OperationId> {
  readonly params: Part<Id, 'params'>;
  readonly query: Part<Id, 'query'>;
  readonly body: Part<Id, 'body'>;
  /** Present where the contract is `keyed`. */
  readonly idempotencyKey: string;
  /** The version named by `If-Match`; present where the contract is `matched`. */
  readonly expectedVersion: number;
}

const maxBodyLength = 1_000_000;
const malformed = (detail: string): Result<never, Refusal> => refuse({ code: 'request-malformed', detail });

const readBody = (event: APIGatewayProxyEventV2): Result<unknown, Refusal> => {
  const raw = event.body ?? '';
  const text = event.isBase64Encoded ? Buffer.from(raw, 'base64').toString('utf8') : raw;
  if (text === '') return accept({});
  if (text.length > maxBodyLength) return malformed('请求正文超过 1 MB，请拆分后再提交。');
  const parsed = parseJson(text);
  return parsed
    ? accept(parsed.value)
    : malformed('请求正文不是有效的 JSON（UTF-8，嵌套不超过 32 层），请检查后重发。');
};

const readKey = (headers: APIGatewayProxyEventV2['headers']): Result<string, Refusal> => {
  const key = headers['idempotency-key'] ?? '';
  return /^[\x21-\x7e]{8,128}$/.test(key)
    ? accept(key)
    : refuse({
        code: 'idempotency-key-required',
        detail: '请在 Idempotency-Key 请求头中给出 8～128 位的唯一标识（建议 UUID），重试时保持不变。',
      });
};

const readVersion = (headers: APIGatewayProxyEventV2['headers']): Result<number, Refusal> => {
  const matched = /^"?(\d{1,9})"?$/.exec(headers['if-match'] ?? '');
  return matched
    ? accept(Number(matched[1]))
    : refuse({ code: 'precondition-required', detail: '请在 If-Match 请求头中给出您看到的版本号（ETag）。' });
};

/** Checks an API Gateway event against the operation's contract; every refusal names the field and the remedy. */
export const parseRequest = (
  contract: OperationContract,
  event: APIGatewayProxyEventV2,
): Result<ParsedRequest, Refusal> => {
  const body = contract.body ? readBody(event) : accept({});
  if (!body.ok) return body;
  const key = contract.keyed ? readKey(event.headers) : accept('');
  if (!key.ok) return key;
  const version = contract.matched ? readVersion(event.headers) : accept(0);
  if (!version.ok) return version;

  const errors: FieldRefusal[] = [];
  const parse = (schema: z.ZodMiniType | undefined, value: unknown, base: string): unknown => {
    if (!schema) return {};
    const answer = schema.safeParse(value);
    if (answer.success) return answer.data;
    errors.push(...explainIssues(base, answer.error.issues));
    return {};
  };
  const parsed = {
    params: parse(contract.params, event.pathParameters ?? {}, ''),
    query: parse(contract.query, event.queryStringParameters ?? {}, ''),
    body: parse(contract.body, body.value, ''),
    idempotencyKey: key.value,
    expectedVersion: version.value,
  };
  if (errors.length > 0)
    return refuse({ code: 'request-invalid', detail: '请按下列提示修改后重新提交。', errors });
  return accept(parsed as ParsedRequest);
};

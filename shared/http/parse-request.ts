import { isUtf8 } from 'node:buffer';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod/mini';
import type { OperationContract } from '#shared/contracts/operation-contract.ts';
import type { Contracts } from '#shared/contracts/operation-contracts.ts';
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

const notJson = malformed(
  '请求正文不是有效的 JSON（UTF-8，嵌套不超过 32 层，不含 __proto__ 字段），请检查后重发。',
);

/** The body's text; undefined when its bytes are no UTF-8, which would otherwise be stored as replacement characters. */
const textOf = ({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): string | undefined => {
  if (!isBase64Encoded) return body;
  const bytes = Buffer.from(body, 'base64');
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
};

const readBody = (event: APIGatewayProxyEventV2): Result<unknown, Refusal> => {
  const text = textOf(event);
  if (text === undefined) return notJson;
  if (text === '') return accept({});
  if (text.length > maxBodyLength) return malformed('请求正文超过 1 MB，请拆分后再提交。');
  const parsed = parseJson(text);
  return parsed ? accept(parsed.value) : notJson;
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
  const given = headers['if-match'];
  if (given === undefined || given === '')
    return refuse({
      code: 'precondition-required',
      detail: '请在 If-Match 请求头中给出您看到的版本号（ETag）。',
    });
  const matched = /^(?:\d{1,9}|"\d{1,9}")$/.exec(given);
  if (matched) return accept(Number(given.replaceAll('"', '')));
  const message = 'If-Match 请求头应为一个您看到的版本号，如 "3"。';
  return refuse({
    code: 'request-invalid',
    detail: '请按下列提示修改后重新提交。',
    errors: [{ pointer: '', code: 'if-match', message }],
  });
};

/** Checks an API Gateway event against the operation's contract; every refusal names the field and the remedy. */
export const parseRequest = (
  contract: Omit<OperationContract, 'summary' | 'status' | 'answer'>,
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

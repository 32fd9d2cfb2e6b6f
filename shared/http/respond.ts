import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Problem } from '#shared/contracts/common.ts';
import { type Refusal, refusals } from '#shared/kernel/refusal.ts';
import { dataHeaders } from './security-headers.ts';

/** What a use case's value becomes on the wire. */
export interface Answer<Body> {
  readonly body: Body;
  /** Version for the `ETag` header. */
  readonly version?: number;
  /** Path of what was created. */
  readonly location?: string;
}

export const respond = (status: number, answer: Answer<unknown>): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: {
    ...dataHeaders,
    'content-type': 'application/json; charset=utf-8',
    ...(answer.version === undefined ? {} : { etag: `"${answer.version}"` }),
    ...(answer.location === undefined ? {} : { location: answer.location }),
  },
  body: JSON.stringify(answer.body),
});

const problemResponse = (
  problem: Problem,
  headers: Readonly<Record<string, string>> = {},
): APIGatewayProxyStructuredResultV2 => ({
  statusCode: problem.status,
  headers: {
    ...dataHeaders,
    'content-type': 'application/problem+json; charset=utf-8',
    ...headers,
  },
  body: JSON.stringify(problem),
});

export const respondRefusal = (refusal: Refusal, traceId: string): APIGatewayProxyStructuredResultV2 => {
  const { status, title } = refusals[refusal.code];
  const { retryAfterSeconds } = refusal;
  const headers = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  const body: Problem = {
    type: `urn:yunwangtong:problem:${refusal.code}`,
    title,
    status,
    code: refusal.code,
    detail: refusal.detail,
    ...(refusal.errors ? { errors: [...refusal.errors] } : {}),
    traceId,
  };
  return problemResponse(body, headers);
};

export const respondFault = (traceId: string): APIGatewayProxyStructuredResultV2 =>
  problemResponse({
    type: 'urn:yunwangtong:problem:fault',
    title: '系统暂时不能处理',
    status: 500,
    code: 'fault',
    detail: `请稍后重试；仍不成功时，请把编号 ${traceId} 告诉管理员。`,
    traceId,
  });

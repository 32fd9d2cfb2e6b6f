import type { Problem } from '#shared/contracts/common.ts';

export type FieldProblem = NonNullable<Problem['errors']>[number];

/** What people are told of a refused or failed request: always a title and what to do, in Chinese. */
export interface ShownProblem {
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
  readonly traceId?: string;
}

type Words = readonly [title: string, detail: string];

/** The gateway's own refusals carry an English `message` or nothing; people get these sentences instead. */
const gatewayWords: Readonly<Record<number, Words>> = {
  401: ['登录已过期', '请重新登录后继续。'],
  403: ['没有权限', '当前身份不能进行此操作，请在右上角切换任职单位，或联系系统管理员。'],
  404: ['没有找到', '内容可能已变更，请返回列表重新打开。'],
  413: ['内容过大', '请减少一次提交的内容后重试。'],
  429: ['操作过于频繁', '请稍等一分钟后重试。'],
};
const faultWords: Words = ['系统暂时不能处理', '请稍后重试；仍不成功时请联系系统管理员。'];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isFieldProblem = (value: unknown): value is FieldProblem =>
  isRecord(value) && typeof value['pointer'] === 'string' && typeof value['message'] === 'string';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Whether the gateway let nobody in: no token (401), or its authorizer turned the request away, of which it says only
 * this, with 403: the token has run out or the membership has ended.
 */
export const isTurnedAway = (status: number, body: unknown): boolean =>
  status === 401 || (status === 403 && isRecord(body) && body['message'] === 'Forbidden');

/** Reads an RFC 9457 problem; what is none (a gateway's answer, an HTML page) is put into words by its status. */
export const readProblem = (given: number, body: unknown): ShownProblem => {
  const status = isTurnedAway(given, body) ? 401 : given;
  const [title, detail] = gatewayWords[status] ?? faultWords;
  if (status !== given || !isRecord(body) || typeof body['title'] !== 'string')
    return { status, code: 'unexplained', title, detail, errors: [] };
  const errors: unknown = body['errors'];
  return {
    status,
    code: textOf(body['code']),
    title: body['title'],
    detail: textOf(body['detail']),
    errors: Array.isArray(errors) ? errors.filter(isFieldProblem) : [],
    traceId: textOf(body['traceId']),
  };
};

/** No answer came: the line is broken or the server is gone. */
export const unreachable: ShownProblem = {
  status: 0,
  code: 'unreachable',
  title: '网络不通',
  detail: '没有收到系统的答复，请检查网络后重试。',
  errors: [],
};

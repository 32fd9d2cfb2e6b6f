import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/**
 * What the gateway refuses by itself: AWS's status and `message`. AWS sends nothing else; here it is a whole problem,
 * so that a person who tries things out is told in Chinese what to do. Clients accept both.
 */
const refusals = {
  badRequest: [
    400,
    'Bad Request',
    'request-malformed',
    '请求内容无法识别',
    '路径或查询参数的编码不对，请按 UTF-8 百分号编码后重发。',
  ],
  unauthorized: [
    401,
    'Unauthorized',
    'not-signed-in',
    '请先登录',
    '请带上 Authorization 和 X-Membership 请求头。',
  ],
  forbidden: [
    403,
    'Forbidden',
    'not-allowed',
    '登录已失效或没有这个任职',
    '请重新登录，并在 GET /v1/me 列出的任职中选择。',
  ],
  notFound: [404, 'Not Found', 'unknown-path', '没有这个接口', '请查看 /docs。'],
  tooLarge: [
    413,
    'Request Entity Too Large',
    'request-too-large',
    '请求内容过大',
    '请减少一次提交的内容后重发。',
  ],
  throttled: [429, 'Too Many Requests', 'too-many-calls', '操作过于频繁', '请稍等几秒再试。'],
  failed: [500, 'Internal Server Error', 'fault', '系统暂时不能处理', '请稍后重试；仍不成功时请联系管理员。'],
  unavailable: [503, 'Service Unavailable', 'unavailable', '系统正在启动或繁忙', '请稍后重试。'],
} as const;

export type Refusal = keyof typeof refusals;

export function refuse(response: ServerResponse, refusal: Refusal): void {
  const [status, message, code, title, detail] = refusals[refusal];
  const type = `urn:yunwangtong:problem:${code}`;
  response.writeHead(status, { 'content-type': 'application/problem+json; charset=utf-8' });
  response.end(JSON.stringify({ message, type, title, status, code, detail, traceId: randomUUID() }));
}

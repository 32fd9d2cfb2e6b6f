import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { isOwn } from '../http/is-own.ts';
import { readBytes } from '../http/read-bytes.ts';
import { inboxPage } from './inbox-page.ts';
import { deliveredMessage, type InboxStore } from './inbox-store.ts';

/** Host under which the city's settings name the inbox; no such name exists anywhere else. */
export const inboxHost = 'inbox.yunwangtong.invalid';

const freshSeconds = 300;

/** Checks the signature as a city's gateway would: `v1=` HMAC-SHA256 over `<timestamp>.<body>`, five minutes old at most. */
function isSigned({ headers }: IncomingMessage, body: string, secret: string): boolean {
  const timestamp = String(headers['x-yunwangtong-timestamp'] ?? '');
  const expected = `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
  const given = String(headers['x-yunwangtong-signature'] ?? '');
  const isFresh = Math.abs(Date.now() / 1000 - Number(timestamp)) <= freshSeconds;
  return (
    isFresh && given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected))
  );
}

const sendJson = (response: ServerResponse, status: number, body: unknown) => {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
};

/** `/_local/inbox`: stands for people's phones. Signed messages come in by POST; they are read as a page or as JSON. */
export function createInbox(store: InboxStore, secret: string): RequestListener {
  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = ((await readBytes(request, 65_536)) ?? Buffer.of()).toString('utf8');
    if (!isSigned(request, body, secret)) return sendJson(response, 401, { message: '签名不对' });
    const message = deliveredMessage.safeParse(JSON.parse(body));
    if (!message.success) return sendJson(response, 400, { message: message.error.message });
    store.keep(message.data, new Date().toISOString());
    sendJson(response, 200, { received: message.data.id });
  }

  function show(request: IncomingMessage, response: ServerResponse): void {
    const { searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const user = searchParams.get('user') ?? undefined;
    const items = store.list(user);
    if (!(request.headers.accept ?? '').includes('text/html')) {
      sendJson(response, 200, { items });
      return;
    }
    const { html, headers } = inboxPage(items, user);
    response.writeHead(200, headers);
    response.end(html);
  }

  return (request, response) => {
    if (!isOwn(request)) sendJson(response, 403, { message: '只能在本机使用' });
    else if (request.method === 'POST') void receive(request, response);
    else if (request.method === 'GET') show(request, response);
    else sendJson(response, 405, { message: '只能 GET 或 POST' });
  };
}

import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { refuse } from '../gateway/refuse.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

export interface FrontHandlers {
  readonly control: RequestListener;
  readonly inbox: RequestListener;
  readonly oidc: Handler;
  readonly gateway: Handler;
}

function choose(url: string, { control, inbox, oidc, gateway }: FrontHandlers): Handler {
  const path = url.split('?')[0] ?? '';
  if (path.startsWith('/_local/oidc/') || path === '/_local/token') return oidc;
  if (path === '/_local/inbox') return inbox;
  return path.startsWith('/_local/') ? control : gateway;
}

/** The rest of an address may be a secret, as an approval link's is. */
const firstPart = (url = '/'): string => url.split(/[/?]/, 2).join('/');

/** What the public port answers: 503 until the handlers are there, then each path's own. */
export function createFront(log: (line: string) => void) {
  let handlers: FrontHandlers | undefined;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (handlers === undefined) return refuse(response, 'unavailable');
    try {
      await choose(request.url ?? '/', handlers)(request, response);
    } catch (cause) {
      log(
        `处理 ${request.method} ${firstPart(request.url)} 失败：${cause instanceof Error ? cause.stack : String(cause)}`,
      );
      if (response.headersSent) response.destroy();
      else refuse(response, 'failed');
    }
  }

  return {
    listener: ((request, response) => void serve(request, response)) satisfies RequestListener,
    open(given: FrontHandlers): void {
      handlers = given;
    },
  };
}

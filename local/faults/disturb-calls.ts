import { type IncomingMessage, type RequestListener, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { readBytes } from '../http/read-bytes.ts';
import type { CallTrouble } from './call-faults.ts';
import { callName, throttleAnswer } from './throttle-answer.ts';

export interface CallDisturbance {
  /** Name of the function that sends a request; undefined when no function does. */
  readonly callerOf: (request: IncomingMessage) => string | undefined;
  readonly trouble: (by: string, what: string) => CallTrouble | undefined;
  readonly endThread: (functionName: string) => Promise<void>;
}

const delayMs = 400;
const bodyLimit = 64 * 1024 * 1024;

/** The same request once more, from its bytes. */
const replayed = (request: IncomingMessage, bytes: Buffer): IncomingMessage => {
  const { method, url, headers, rawHeaders, socket } = request;
  return Object.assign(Readable.from(bytes.length === 0 ? [] : [bytes]), {
    method,
    url,
    headers,
    rawHeaders,
    socket,
  }) as unknown as IncomingMessage;
};

/** Has the request served and gives its answer to nobody. */
const serveUnheard = (serve: RequestListener, request: IncomingMessage): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const response = new ServerResponse(request);
  response.end = () => {
    resolve();
    return response;
  };
  serve(request, response as Parameters<RequestListener>[1]);
  return promise;
};

/** A proxy before the AWS endpoint, in which single calls of a function go wrong as the plan says. */
export function disturbCalls(
  serve: RequestListener,
  { callerOf, trouble, endThread }: CallDisturbance,
): RequestListener {
  async function disturb(
    what: CallTrouble,
    by: string,
    ...[request, response]: Parameters<RequestListener>
  ): Promise<void> {
    const bytes = (await readBytes(request, bodyLimit)) ?? Buffer.of();
    const again = () => replayed(request, bytes);
    if (what === 'throttle') {
      const { status, headers, body } = throttleAnswer(request, bytes);
      response.writeHead(status, headers).end(body);
    } else if (what === 'delay') {
      await sleep(delayMs);
      serve(again(), response);
    } else if (what === 'duplicate') {
      response.once('finish', () => void serveUnheard(serve, again()));
      serve(again(), response);
    } else {
      await serveUnheard(serve, again());
      if (what === 'endThread') await endThread(by);
      response.destroy();
    }
  }

  return (request, response) => {
    const by = callerOf(request);
    const what = by === undefined ? undefined : trouble(by, callName(request));
    if (by === undefined || what === undefined) serve(request, response);
    else disturb(what, by, request, response).catch(() => response.destroy());
  };
}

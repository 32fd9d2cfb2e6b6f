import type { IncomingMessage, ServerResponse } from 'node:http';
import type { InvocationResult, InvokeFunction } from '../contract.ts';
import { readBytes } from '../http/read-bytes.ts';
import { Authorizers } from './authorize.ts';
import { buildEvent, type HttpEvent, splitTarget } from './build-event.ts';
import { compileRoutes, type RouteMatch } from './match-route.ts';
import type { GatewaySpec, RouteSpec } from './read-gateway.ts';
import { type Refusal, refuse } from './refuse.ts';
import { Throttles } from './throttles.ts';
import { writeAnswer } from './write-answer.ts';

/** Largest request body of an HTTP API, bytes. */
const bodyLimit = 10 * 1024 * 1024;

const timedOut = Symbol('timed out');

async function invokeWithin(
  invoke: InvokeFunction,
  { functionName, timeoutMs }: RouteSpec,
  event: HttpEvent,
): Promise<InvocationResult | typeof timedOut> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<typeof timedOut>((resolve) => {
    timer = setTimeout(resolve, timeoutMs, timedOut);
  });
  try {
    return await Promise.race([invoke(functionName, event), limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** Serves one HTTP API: routes requests to functions in payload format 2.0, behind the template's authorizers. */
export function createGateway(gateway: GatewaySpec, invoke: InvokeFunction) {
  const findRoute = compileRoutes(gateway.routes);
  const authorizers = new Authorizers(gateway, invoke);
  const throttles = new Throttles(() => performance.now());

  async function readEvent(request: IncomingMessage, match: RouteMatch): Promise<HttpEvent | Refusal> {
    const body = await readBytes(request, bodyLimit);
    if (body === undefined) return 'tooLarge';
    try {
      return buildEvent(gateway, request, match, body);
    } catch (cause) {
      if (cause instanceof URIError) return 'badRequest';
      throw cause;
    }
  }

  /** Puts what the authorizer says about the caller into the event; answers why it may not pass, if so. */
  async function admit(event: HttpEvent, { authorizer }: RouteSpec): Promise<Refusal | undefined> {
    if (authorizer === undefined) return undefined;
    const authorization = await authorizers.authorize(authorizer, event);
    if (!authorization.admitted) return authorization.refusal;
    event.requestContext['authorizer'] = { lambda: authorization.context };
    return undefined;
  }

  async function callFunction(route: RouteSpec, event: HttpEvent): Promise<Refusal | { payload: unknown }> {
    const result = await invokeWithin(invoke, route, event);
    if (result === timedOut) return 'unavailable';
    if (result.ok) return result;
    return result.errorType === 'RequestTooLargeException' ? 'tooLarge' : 'failed';
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const match = findRoute(request.method ?? 'GET', splitTarget(request).path);
    if (match === undefined) return refuse(response, 'notFound');
    if (!throttles.admits(match.route)) return refuse(response, 'throttled');
    const event = await readEvent(request, match);
    if (typeof event === 'string') return refuse(response, event);
    const obstacle = await admit(event, match.route);
    const outcome = obstacle ?? (await callFunction(match.route, event));
    if (typeof outcome === 'string') refuse(response, outcome);
    else writeAnswer(response, outcome.payload, String(event.requestContext['requestId']));
  };
}

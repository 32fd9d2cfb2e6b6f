import { setTimeout as pause } from 'node:timers/promises';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import { followEvent } from '#shared/http/follow-event.ts';
import { parseRequest } from '#shared/http/parse-request.ts';
import { readEnvironment } from '#shared/http/read-environment.ts';
import { respond, respondFault, respondRefusal } from '#shared/http/respond.ts';
import { systemWallClock } from '#shared/kernel/clock.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { log } from '#shared/log/log.ts';
import { documentClient } from '#shared/table/document-client.ts';
import { endEverywhere, endSession } from '../app/end-session.ts';
import { exchangeCode } from '../app/exchange-code.ts';
import type { SessionServices } from '../app/ports.ts';
import { refreshSession } from '../app/refresh-session.ts';
import { createOidcIssuer } from '../store/oidc-issuer.ts';
import { createSessionStore } from '../store/session-store.ts';
import { isOwnPage } from './is-own-page.ts';
import { sessionCookie } from './session-cookie.ts';

const environment = readEnvironment({
  TABLE_NAME: z.string(),
  OIDC_ISSUER: z.string(),
  OIDC_CLIENT_ID: z.string(),
  PUBLIC_BASE_URL: z.string(),
  SESSION_HOURS: z.coerce.number(),
  SESSION_IDLE_MINUTES: z.coerce.number(),
});
const { origin } = new URL(environment.PUBLIC_BASE_URL);
const life = {
  wholeMs: environment.SESSION_HOURS * 3_600_000,
  idleMs: environment.SESSION_IDLE_MINUTES * 60_000,
};
const services: SessionServices = {
  sessions: createSessionStore(documentClient(), environment.TABLE_NAME, life),
  issuer: createOidcIssuer({
    issuer: environment.OIDC_ISSUER,
    clientId: environment.OIDC_CLIENT_ID,
    redirectUri: `${origin}/signin`,
    homeUri: `${origin}/`,
  }),
  life,
  clock: systemWallClock,
  pause,
};
const cookie = sessionCookie(environment.PUBLIC_BASE_URL, life.wholeMs);

const line = (longest: number) => z.string().check(z.maxLength(longest));
const exchangeBody = z.strictObject({
  answer: line(4096),
  state: line(256),
  nonce: line(256),
  codeVerifier: line(256),
});
const refreshBody = z.strictObject({
  /** The API turned away the token that was given last. */
  refused: z.optional(z.boolean()),
});
const nothing = z.strictObject({});

type Outcome = { readonly cookie?: string } & ({ readonly body: unknown } | { readonly refusal: Refusal });
interface Operation {
  readonly body: z.ZodMiniType;
  readonly run: (body: unknown, secret: string | undefined) => Promise<Outcome>;
}

/** A cookie whose session is gone is taken back; one whose session merely stands still says why until it is replaced. */
const gone: ReadonlySet<string> = new Set(['session-missing', 'session-not-renewable']);
const refused = (refusal: Refusal): Outcome =>
  gone.has(refusal.code) ? { refusal, cookie: cookie.clear() } : { refusal };

const operations: Readonly<Record<string, Operation>> = {
  'POST /session/exchange': {
    body: exchangeBody,
    run: async (body, secret) => {
      const opened = await exchangeCode(services, exchangeBody.parse(body), secret);
      if (!opened.ok) return refused(opened.refusal);
      return { body: opened.value.view, cookie: cookie.write(opened.value.secret) };
    },
  },
  'POST /session/refresh': {
    body: refreshBody,
    run: async (body, secret) => {
      const refreshed = await refreshSession(services, secret, refreshBody.parse(body).refused ?? false);
      return refreshed.ok ? { body: refreshed.value } : refused(refreshed.refusal);
    },
  },
  'POST /session/end': {
    body: nothing,
    run: async (_body, secret) => ({ body: await endSession(services, secret), cookie: cookie.clear() }),
  },
  'POST /session/end-everywhere': {
    body: nothing,
    run: async (_body, secret) => {
      const ended = await endEverywhere(services, secret);
      return ended.ok ? { body: ended.value, cookie: cookie.clear() } : refused(ended.refusal);
    },
  },
};

const crossSite: Refusal = { code: 'cross-site', detail: '请从本系统的页面登录和退出。' };

const carryOut = async (event: APIGatewayProxyEventV2): Promise<Outcome> => {
  const operation = operations[event.routeKey];
  if (!operation) return { refusal: { code: 'unknown-path', detail: event.routeKey } };
  if (!isOwnPage(event.headers, origin)) return { refusal: crossSite };
  const request = parseRequest({ body: operation.body }, event);
  if (!request.ok) return { refusal: request.refusal };
  return operation.run(request.value.body, cookie.read(event.cookies));
};

const answerEvent = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
  const traceId = event.requestContext.requestId;
  try {
    const outcome = await carryOut(event);
    const response =
      'refusal' in outcome ? respondRefusal(outcome.refusal, traceId) : respond(200, { body: outcome.body });
    return outcome.cookie === undefined ? response : { ...response, cookies: [outcome.cookie] };
  } catch (error) {
    log.error('http.fault', error, { operation: event.routeKey });
    return respondFault(traceId);
  }
};

/** The sign-in session of the console's pages; no operation of the interface. Neither cookie nor token is ever logged. */
export const handler = followEvent(answerEvent);

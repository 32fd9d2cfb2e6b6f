import { gzipSync } from 'node:zlib';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import { casesForLinks } from '#functions/cases/ports/cases-for-links.ts';
import { ordersForLinks } from '#functions/provisioning/ports/orders-for-links.ts';
import { postHolders } from '#functions/tenancy/ports/post-holders.ts';
import { decisionBody } from '#shared/contracts/case-commands.ts';
import { explainIssues } from '#shared/http/explain-issues.ts';
import { followEvent } from '#shared/http/follow-event.ts';
import { readEnvironment } from '#shared/http/read-environment.ts';
import { readForm } from '#shared/http/read-form.ts';
import { transportHeaders } from '#shared/http/security-headers.ts';
import { systemWallClock } from '#shared/kernel/clock.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { log } from '#shared/log/log.ts';
import { dataRoleClients } from '#shared/table/data-roles.ts';
import { closedPage, codeAskedPage, inertPage } from '../app/code-pages.ts';
import { decideByLink, type SentDecision } from '../app/decide-by-link.ts';
import { openLink } from '../app/open-link.ts';
import { faultPage, pageHeaders } from '../app/page-frame.ts';
import type { LinkServices } from '../app/ports.ts';
import { requestCode } from '../app/request-code.ts';
import { createLinkStore } from '../store/link-store.ts';

const environment = readEnvironment({ TABLE_NAME: z.string(), SYSTEM_ROLE_ARN: z.string() });
const client = dataRoleClients({ system: environment.SYSTEM_ROLE_ARN })({ kind: 'system' });
const services: LinkServices = {
  links: createLinkStore(client, environment.TABLE_NAME),
  cases: casesForLinks(client, environment.TABLE_NAME),
  orders: ordersForLinks(client, environment.TABLE_NAME),
  posts: postHolders(client, environment.TABLE_NAME),
  clock: systemWallClock,
};

/** Shorter answers wait: how long it took tells nothing of why there is nothing to see. */
const leastMs = 600;
const longestBody = 64_000;

interface Page {
  readonly status: number;
  readonly body: string;
  /** Told to whoever has shown that they know the code; everybody else's answers take the same time. */
  readonly known: boolean;
}

const closed: Page = { status: 404, body: closedPage, known: false };
const page = (status: number, body: string): Page => ({ status, body, known: true });

/** The opinion that counts: what was written, else the phrase that was chosen for this very button. */
const opinionOf = (form: URLSearchParams): string => {
  const phrase = form.get(form.get('verb') === 'approve' ? 'agreeing' : 'objecting') ?? '';
  return ((form.get('opinion') ?? '').trim() || phrase).replaceAll('\r\n', '\n');
};

const readDecision = (form: URLSearchParams): Result<SentDecision, readonly string[]> => {
  const opinion = opinionOf(form);
  const read = decisionBody.safeParse({ verb: form.get('verb'), ...(opinion === '' ? {} : { opinion }) });
  return read.success
    ? accept(read.data)
    : refuse(explainIssues('', read.error.issues).map(({ message }) => `意见${message}`));
};

const statusOf = { decided: 200, already: 409, moved: 409, mend: 422 } as const;

const operations: Readonly<Record<string, (token: string, form: URLSearchParams) => Promise<Page>>> = {
  'POST /l/{token}/code': async (token) => {
    await requestCode(services, token);
    return { status: 200, body: codeAskedPage, known: false };
  },
  'POST /l/{token}/open': async (token, form) => {
    const opened = await openLink(services, token, form.get('code') ?? '');
    return opened === undefined ? closed : page(200, opened);
  },
  'POST /l/{token}/decide': async (token, form) => {
    const view = form.get('view') ?? '';
    const outcome = await decideByLink(services, token, view, readDecision(form), opinionOf(form));
    return outcome === undefined ? closed : page(statusOf[outcome.as], outcome.page);
  },
};

const answer = (event: APIGatewayProxyEventV2, { status, body }: Page): APIGatewayProxyStructuredResultV2 => {
  const headers = { ...transportHeaders, ...pageHeaders, vary: 'accept-encoding' };
  if (!/\bgzip\b/.test(event.headers['accept-encoding'] ?? '')) return { statusCode: status, headers, body };
  return {
    statusCode: status,
    headers: { ...headers, 'content-encoding': 'gzip' },
    body: gzipSync(body, { level: 9 }).toString('base64'),
    isBase64Encoded: true,
  };
};

const atLeast = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const answerEvent = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
  const token = event.pathParameters?.['token'] ?? '';
  const operation = operations[event.routeKey];
  if (operation === undefined) return answer(event, page(200, inertPage(token)));
  const least = atLeast(leastMs);
  try {
    const result = await operation(token, readForm(event, longestBody));
    if (!result.known) await least;
    return answer(event, result);
  } catch (error) {
    log.error('http.fault', error, { operation: event.routeKey });
    return answer(event, page(500, faultPage(event.requestContext.requestId)));
  }
};

/** The approval link's pages. Neither the address nor anything that was sent is ever written to a log. */
export const handler = followEvent(answerEvent);

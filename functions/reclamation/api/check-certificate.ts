import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import { faultPage, pageHeaders } from '#functions/link/app/page-frame.ts';
import { followEvent } from '#shared/http/follow-event.ts';
import { readEnvironment } from '#shared/http/read-environment.ts';
import { readForm } from '#shared/http/read-form.ts';
import { transportHeaders } from '#shared/http/security-headers.ts';
import { log } from '#shared/log/log.ts';
import { dataRoleClients } from '#shared/table/data-roles.ts';
import { askPage, foundPage, unknownPage } from '../app/certificate-pages.ts';
import { createCertificateReader } from '../store/certificate-store.ts';

const environment = readEnvironment({ TABLE_NAME: z.string(), SYSTEM_ROLE_ARN: z.string() });
const client = dataRoleClients({ system: environment.SYSTEM_ROLE_ARN })({ kind: 'system' });
const findCertificate = createCertificateReader(client, environment.TABLE_NAME);

/** Shorter answers wait: how long it took tells nothing of what was wrong. */
const leastMs = 400;
const longestBody = 4000;
const longestField = 100;

const atLeast = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const page = (statusCode: number, body: string): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { ...transportHeaders, ...pageHeaders },
  body,
});

const fieldOf = (form: URLSearchParams, name: string): string =>
  (form.get(name) ?? '').slice(0, longestField);

const answerEvent = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
  if (!event.routeKey.startsWith('POST')) {
    const asked = new URLSearchParams(event.rawQueryString);
    return page(200, askPage(fieldOf(asked, 'number'), fieldOf(asked, 'code')));
  }
  const least = atLeast(leastMs);
  try {
    const form = readForm(event, longestBody);
    const found = await findCertificate(fieldOf(form, 'number'), fieldOf(form, 'code'));
    await least;
    return found ? page(200, foundPage(found)) : page(404, unknownPage);
  } catch (error) {
    log.error('http.fault', error, { operation: event.routeKey });
    return page(500, faultPage(event.requestContext.requestId));
  }
};

/** 证明核验, for anybody: asking shows a form, sending it shows what the paper says. Nothing that was sent is logged. */
export const handler = followEvent(answerEvent);

import type { ServerResponse } from 'node:http';

/** What the gateway refuses by itself: AWS's status and message, with the code that clients here may read. */
const refusals = {
  badRequest: [400, 'Bad Request', 'request-malformed'],
  unauthorized: [401, 'Unauthorized', 'not-signed-in'],
  forbidden: [403, 'Forbidden', 'not-allowed'],
  notFound: [404, 'Not Found', 'unknown-path'],
  tooLarge: [413, 'Request Entity Too Large', 'request-too-large'],
  failed: [500, 'Internal Server Error', 'fault'],
  unavailable: [503, 'Service Unavailable', 'unavailable'],
} as const;

export type Refusal = keyof typeof refusals;

export function refuse(response: ServerResponse, refusal: Refusal): void {
  const [status, message, code] = refusals[refusal];
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ message, code }));
}

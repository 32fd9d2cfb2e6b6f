import { followRequest } from '#shared/log/followed-request.ts';

interface GatewayEvent {
  readonly requestContext: { readonly requestId: string };
}

/** A handler whose lines, and what it leaves behind, carry the id under which the gateway knows the request. */
export const followEvent =
  <Event extends GatewayEvent, Answer>(answer: (event: Event) => Promise<Answer>) =>
  (event: Event): Promise<Answer> =>
    followRequest({ correlationId: event.requestContext.requestId }, () => answer(event));

import middy from '@middy/core';
import httpSecurityHeaders from '@middy/http-security-headers';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { fileAnswer, type OperationContract } from '#shared/contracts/operation-contract.ts';
import type { Contracts } from '#shared/contracts/operation-contracts.ts';
import { type OperationId, operations } from '#shared/contracts/operations.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { type Result, refuse } from '#shared/kernel/result.ts';
import { log } from '#shared/log/log.ts';
import { followEvent } from './follow-event.ts';
import type { SpendQuota } from './keep-quota.ts';
import { type ParsedRequest, parseRequest } from './parse-request.ts';
import { type Answer, respond, respondFault, respondRefusal } from './respond.ts';
import { respondFile } from './respond-file.ts';

type BodyOf<Id extends OperationId> = Contracts[Id]['answer']['_zod']['output'];

/** One operation of an HTTP function: asked with a checked request and the authorizer's context. */
export type Serve<Id extends OperationId> = (
  request: ParsedRequest<Id>,
  authorizer: unknown,
) => Promise<Result<Answer<BodyOf<Id>>, Refusal>>;

type Event = APIGatewayProxyEventV2 & { requestContext: { authorizer?: { lambda?: unknown } } };

const operationByRoute = new Map(operations.map((o) => [`${o.method} ${o.path}`, o.id]));

/**
 * The one chain of every HTTP function: security headers, contract check, quota, one use case, problem answers. A
 * function is given its own contracts, so that it carries no other context's.
 * Answers 400 for what does not fit the contract, the refusal's status for refusals, 500 only for faults.
 */
export const httpFunction = <Id extends OperationId>(
  contracts: Readonly<Record<NoInfer<Id>, OperationContract>>,
  serve: { readonly [Key in Id]: Serve<Key> },
  spend: SpendQuota = async () => undefined,
) => {
  const serveChecked = async (
    id: Id,
    request: ReturnType<typeof parseRequest>,
    authorizer: unknown,
  ): Promise<Result<Answer<unknown>, Refusal>> => {
    if (!request.ok) return request;
    const spent = await spend(id, request.value.body, authorizer);
    return spent ? refuse(spent) : serve[id](request.value as ParsedRequest<Id>, authorizer);
  };

  const answerEvent = async (event: Event): Promise<APIGatewayProxyStructuredResultV2> => {
    const traceId = event.requestContext.requestId;
    const id = operationByRoute.get(event.routeKey) as Id | undefined;
    if (id === undefined || !(id in serve))
      return respondRefusal({ code: 'unknown-path', detail: event.routeKey }, traceId);
    try {
      const contract: OperationContract = contracts[id];
      const result = await serveChecked(
        id,
        parseRequest(contract, event),
        event.requestContext.authorizer?.lambda,
      );
      if (!result.ok) {
        log.info('http.refused', { operation: id, refusal: result.refusal.code });
        return respondRefusal(result.refusal, traceId);
      }
      return contract.file === undefined
        ? respond(contract.status, result.value)
        : respondFile(contract.status, contract.file, fileAnswer.parse(result.value.body));
    } catch (error) {
      log.error('http.fault', error, { operation: id });
      return respondFault(traceId);
    }
  };
  return middy<Event, APIGatewayProxyStructuredResultV2>()
    .use(httpSecurityHeaders())
    .handler(followEvent(answerEvent));
};

/** The same, for functions with operations that are counted per tenant. */
export const countedFunction =
  (spend: SpendQuota) =>
  <Id extends OperationId>(
    contracts: Readonly<Record<NoInfer<Id>, OperationContract>>,
    serve: { readonly [Key in Id]: Serve<Key> },
  ) =>
    httpFunction(contracts, serve, spend);

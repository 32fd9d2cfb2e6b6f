import middy from '@middy/core';
import httpSecurityHeaders from '@middy/http-security-headers';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { fileAnswer, type OperationContract } from '#shared/contracts/operation-contract.ts';
import { type Contracts, contracts } from '#shared/contracts/operation-contracts.ts';
import { type OperationId, operations } from '#shared/contracts/operations.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import type { Result } from '#shared/kernel/result.ts';
import { log } from '#shared/log/log.ts';
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
 * The one chain of every HTTP function: security headers, contract check, one use case, problem answers.
 * Answers 400 for what does not fit the contract, the refusal's status for refusals, 500 only for faults.
 */
export const httpFunction = <Id extends OperationId>(serve: { readonly [Key in Id]: Serve<Key> }) => {
  const answerEvent = async (event: Event): Promise<APIGatewayProxyStructuredResultV2> => {
    const traceId = event.requestContext.requestId;
    const id = operationByRoute.get(event.routeKey) as Id | undefined;
    if (id === undefined || !(id in serve))
      return respondRefusal({ code: 'unknown-path', detail: event.routeKey }, traceId);
    try {
      const contract: OperationContract = contracts[id];
      const request = parseRequest(contract, event);
      if (!request.ok) return respondRefusal(request.refusal, traceId);
      const result = await serve[id](
        request.value as ParsedRequest<Id>,
        event.requestContext.authorizer?.lambda,
      );
      if (!result.ok) return respondRefusal(result.refusal, traceId);
      return contract.file === undefined
        ? respond(contract.status, result.value)
        : respondFile(contract.status, contract.file, fileAnswer.parse(result.value.body));
    } catch (error) {
      log.error('http.fault', error, { traceId, operation: id });
      return respondFault(traceId);
    }
  };
  return middy<Event, APIGatewayProxyStructuredResultV2>().use(httpSecurityHeaders()).handler(answerEvent);
};

import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AwsService } from '../contract.ts';
import { readBytes } from '../http/read-bytes.ts';
import type { ServeS3 } from '../s3/create-s3.ts';
import { authorizeCall } from './authorize-call.ts';
import type { Forwarded } from './dynamodb/forward.ts';
import { AwsError } from './errors.ts';
import type { Principal, PrincipalDirectory } from './principals.ts';
import { writeXml, type XmlNode } from './sts/write-xml.ts';

export interface EndpointSetup {
  readonly principals: PrincipalDirectory;
  readonly dynamo: (
    principal: Principal,
    operation: string,
    headers: IncomingMessage['headers'],
    body: Buffer,
  ) => Promise<Forwarded>;
  readonly sts: (principal: Principal, action: string, form: URLSearchParams) => XmlNode;
  readonly services: readonly AwsService[];
  readonly s3: ServeS3;
  readonly log: (line: string) => void;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

/** Largest request that any of the services takes. */
const requestLimit = 20 * 1024 * 1024;
const dynamoTarget = 'DynamoDB_20120810.';
const stsNamespace = 'https://sts.amazonaws.com/doc/2011-06-15/';

const json = (status: number, body: unknown): Answer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: JSON.stringify(body),
});

const xml = (status: number, body: string): Answer => ({
  status,
  headers: { 'content-type': 'text/xml' },
  body,
});

function shapeError(error: AwsError, isForm: boolean): Answer {
  const requestId = randomUUID();
  if (!isForm) {
    const namespace = 'com.amazon.coral.service#';
    return json(error.status, {
      __type: namespace + error.code,
      message: error.message,
      Message: error.message,
    });
  }
  const node = { Error: { Type: 'Sender', Code: error.code, Message: error.message }, RequestId: requestId };
  return xml(error.status, `<ErrorResponse xmlns="${stsNamespace}">${writeXml(node)}</ErrorResponse>`);
}

/** The one AWS endpoint of the runtime: authenticates, judges by policy, dispatches by bucket, target or form action. */
export function createEndpoint({
  principals,
  dynamo,
  sts,
  services,
  s3,
  log,
}: EndpointSetup): RequestListener {
  function authenticate(request: IncomingMessage): Principal {
    const principal = principals.authenticate(request.headers);
    if (typeof principal !== 'string') return principal;
    throw new AwsError(principal, `The embedded runtime does not know these credentials (${principal})`);
  }

  async function callService(service: AwsService, principal: Principal, operation: string, body: Buffer) {
    const parsed = JSON.parse(body.toString('utf8') || '{}') as Record<string, unknown>;
    const action = service.iamAction(operation);
    authorizeCall(principal, { action, resource: service.iamResource(operation, parsed), context: {} });
    const answer = await service.handle(operation, parsed);
    return json(answer.status, answer.body);
  }

  async function answerForm(principal: Principal, body: Buffer): Promise<Answer> {
    const form = new URLSearchParams(body.toString('utf8'));
    const action = form.get('Action') ?? '';
    const result = writeXml({
      [`${action}Result`]: sts(principal, action, form),
      ResponseMetadata: { RequestId: randomUUID() },
    });
    return xml(200, `<${action}Response xmlns="${stsNamespace}">${result}</${action}Response>`);
  }

  async function answerCall(request: IncomingMessage, isForm: boolean): Promise<Answer> {
    const body = await readBytes(request, requestLimit);
    if (body === undefined) throw new AwsError('RequestEntityTooLarge', 'The request is too large', 413);
    const principal = authenticate(request);
    if (isForm) return answerForm(principal, body);
    const target = String(request.headers['x-amz-target'] ?? '');
    const operation = target.slice(target.indexOf('.') + 1);
    if (target.startsWith(dynamoTarget)) return dynamo(principal, operation, request.headers, body);
    const service = services.find(({ targetPrefix }) => target.startsWith(targetPrefix));
    if (service !== undefined) return callService(service, principal, operation, body);
    const what = target || `${request.method} ${request.url}`;
    throw new AwsError('UnknownOperationException', `${what} is not supported by the embedded runtime`);
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (await s3(request, response)) return;
    const isForm = String(request.headers['content-type']).startsWith('application/x-www-form-urlencoded');
    const answer = await answerCall(request, isForm).catch((cause: unknown) => {
      const error =
        cause instanceof AwsError ? cause : new AwsError('InternalServerError', String(cause), 500);
      log(`AWS 端点拒绝：${error.code} ${error.message}`);
      return shapeError(error, isForm);
    });
    response.writeHead(answer.status, { 'x-amzn-requestid': randomUUID(), ...answer.headers });
    response.end(answer.body);
  }

  return (request, response) => void serve(request, response);
}

import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { authorizeCall } from '../aws/authorize-call.ts';
import { AwsError } from '../aws/errors.ts';
import { evaluatePolicies } from '../aws/policy/evaluate-policies.ts';
import { type PrincipalDirectory, principalContext } from '../aws/principals.ts';
import { writeXml } from '../aws/sts/write-xml.ts';
import { readBytes } from '../http/read-bytes.ts';
import { authenticateRequest } from './authenticate-request.ts';
import type { BucketSpec } from './bucket-spec.ts';
import { corsHeaders } from './cors.ts';
import {
  deleteObject,
  getObject,
  getTagging,
  type Operation,
  putObject,
  putTagging,
} from './object-operations.ts';
import type { ObjectStore } from './object-store.ts';
import { postObject } from './post-object.ts';
import { denied, notSupported } from './refuse-s3.ts';
import type { S3Answer, S3Call, S3Scene } from './s3-call.ts';

export interface S3Setup {
  readonly buckets: readonly BucketSpec[];
  readonly store: ObjectStore;
  readonly principals: PrincipalDirectory;
  readonly log: (line: string) => void;
}

/** Serves one request to a bucket; false when the path names none. */
export type ServeS3 = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** What one request may carry here; S3 itself takes 5 GB. */
const bodyLimit = 64 * 1024 * 1024;

/** Query parameters that choose an operation or belong to a signed URL; any other is refused by name. */
const knownParameters =
  /^(versionId|tagging|x-id|response-content-disposition|response-content-type|response-cache-control|X-Amz-(Algorithm|Credential|Date|Expires|SignedHeaders|Signature|Security-Token|Content-Sha256))$|^x-amz-checksum-mode$/;
/** Headers that would change what happens and are not honoured. */
const unsupportedHeaders =
  /^(range|if-(match|modified-since|unmodified-since)|x-amz-(acl|copy-source.*|grant-.*|meta-.*|object-lock-.*|server-side-.*|storage-class|website-.*|write-offset-bytes|mfa|bypass-.*))$/;

const operations: Readonly<Record<string, Operation>> = {
  PUT: putObject,
  GET: getObject,
  HEAD: getObject,
  DELETE: deleteObject,
  'PUT tagging': putTagging,
  'GET tagging': getTagging,
};

const readKey = (path: string, prefix: string, url: URL): string => {
  if (url.pathname !== path) throw notSupported('a key with dot segments');
  try {
    return decodeURIComponent(path.slice(prefix.length));
  } catch {
    throw new AwsError('InvalidURI', "Couldn't parse the specified URI.");
  }
};

const refuseUnsupported = ({ method, url, headers }: S3Call): void => {
  for (const name of url.searchParams.keys())
    if (!knownParameters.test(name)) throw notSupported(`the query parameter ${name}`);
  for (const name of Object.keys(headers))
    if (unsupportedHeaders.test(name) || (name === 'if-none-match' && method !== 'PUT'))
      throw notSupported(`the header ${name}`);
};

function createScene({ store, principals }: S3Setup): S3Scene {
  const authorize: S3Scene['authorize'] = (principal, action, bucket, key) => {
    const request = { action, resource: key === '' ? bucket.arn : `${bucket.arn}/${key}`, context: {} };
    const context = principalContext(principal);
    if (evaluatePolicies(bucket.denials, { ...request, context }) === 'deny') throw denied();
    try {
      authorizeCall(principal, request);
    } catch (cause) {
      throw cause instanceof AwsError ? denied(cause.message) : cause;
    }
  };
  const allows: S3Scene['allows'] = (...asked) => {
    try {
      authorize(...asked);
      return true;
    } catch (cause) {
      if (cause instanceof AwsError) return false;
      throw cause;
    }
  };
  return { store, principals, authorize, allows };
}

/** S3 for the buckets of the templates: what the system uses of it, checked as S3 checks it; the rest refused by name. */
export function createS3(setup: S3Setup): ServeS3 {
  const { buckets, principals, log } = setup;
  const scene = createScene(setup);

  async function readCall(request: IncomingMessage, bucket: BucketSpec): Promise<S3Call> {
    const { method = 'GET', url: target = '/', headers } = request;
    const url = new URL(target, `http://${headers.host ?? '127.0.0.1'}`);
    const [path = ''] = target.split('?');
    const body = await readBytes(request, bodyLimit);
    if (body === undefined) throw notSupported('a request over 64 MB');
    return { bucket, key: readKey(path, `/${bucket.name}/`, url), method, url, headers, body };
  }

  async function answerCall(call: S3Call): Promise<S3Answer> {
    refuseUnsupported(call);
    if (call.method === 'POST' && call.key === '') return postObject(scene, call);
    const name = call.url.searchParams.has('tagging') ? `${call.method} tagging` : call.method;
    const operation = call.key === '' ? undefined : operations[name];
    if (operation === undefined)
      throw notSupported(`${name} on ${call.key === '' ? 'a bucket' : 'an object'}`);
    return operation(scene, authenticateRequest(principals, call.method, call.url, call.headers), call);
  }

  function preflight(request: IncomingMessage, bucket: BucketSpec): S3Answer {
    const headers = corsHeaders(bucket.cors, request);
    if (headers === undefined) throw denied('CORSResponse: This CORS request is not allowed.');
    return { status: 200, headers };
  }

  function shapeError(cause: unknown): S3Answer {
    const error = cause instanceof AwsError ? cause : new AwsError('InternalError', String(cause), 500);
    log(`S3 拒绝：${error.code} ${error.message}`);
    const body = writeXml({ Error: { Code: error.code, Message: error.message } });
    return { status: error.status, headers: { 'content-type': 'application/xml' }, body };
  }

  return async (request, response) => {
    const [path = ''] = (request.url ?? '/').split('?');
    const bucket = buckets.find(({ name }) => path === `/${name}` || path.startsWith(`/${name}/`));
    if (bucket === undefined) return false;
    const answer = await (request.method === 'OPTIONS'
      ? Promise.resolve().then(() => preflight(request, bucket))
      : readCall(request, bucket).then(answerCall)
    ).catch(shapeError);
    const cors = request.method === 'OPTIONS' ? {} : corsHeaders(bucket.cors, request);
    response.writeHead(answer.status, { 'x-amz-request-id': randomUUID(), ...answer.headers, ...cors });
    response.end(request.method === 'HEAD' ? undefined : answer.body);
    return true;
  };
}

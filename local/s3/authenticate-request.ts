import type { IncomingHttpHeaders } from 'node:http';
import { AwsError } from '../aws/errors.ts';
import type { Known, PrincipalDirectory } from '../aws/principals.ts';
import { denied } from './refuse-s3.ts';
import {
  canonicalUrl,
  demandSignature,
  readAmzDate,
  readCredential,
  signText,
  textToSign,
} from './signature.ts';

/** Whoever an access key and session token belong to. @throws InvalidAccessKeyId, ExpiredToken, InvalidToken */
export function findKnown(principals: PrincipalDirectory, accessKeyId: string, token: string | null): Known {
  const known = principals.find(accessKeyId);
  if (known === undefined)
    throw new AwsError('InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist.', 403);
  if ((known.sessionToken ?? null) !== token)
    throw new AwsError('InvalidToken', 'The provided token is malformed or otherwise invalid.');
  if (known.expiresAt < Date.now()) throw new AwsError('ExpiredToken', 'The provided token has expired.');
  return known;
}

/** Who signed a URL, when it still holds and nothing of it was changed. */
function authenticateUrl(
  principals: PrincipalDirectory,
  method: string,
  url: URL,
  headers: IncomingHttpHeaders,
): Known {
  const part = (name: string) => url.searchParams.get(name) ?? '';
  if (part('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256') throw denied('Only AWS4-HMAC-SHA256 signs a URL');
  const scope = readCredential(part('X-Amz-Credential'));
  const known = findKnown(principals, scope.accessKeyId, url.searchParams.get('X-Amz-Security-Token'));
  const signedAt = readAmzDate(part('X-Amz-Date'));
  if (!(signedAt + Number(part('X-Amz-Expires')) * 1000 >= Date.now())) throw denied('Request has expired');
  const text = textToSign(canonicalUrl(method, url, headers), part('X-Amz-Date'), scope);
  demandSignature(signText(text, known.secretAccessKey, scope), part('X-Amz-Signature'));
  return known;
}

/**
 * Who asks: by the Authorization header (whose signature is not checked, as for every service here) or by a signed
 * URL, which anybody may hold and which is checked whole.
 */
export function authenticateRequest(
  principals: PrincipalDirectory,
  method: string,
  url: URL,
  headers: IncomingHttpHeaders,
): Known['principal'] {
  if (url.searchParams.has('X-Amz-Signature'))
    return authenticateUrl(principals, method, url, headers).principal;
  const accessKeyId = /Credential=([^/,\s]+)\//.exec(headers.authorization ?? '')?.[1];
  if (accessKeyId === undefined) throw denied();
  const token = headers['x-amz-security-token'];
  return findKnown(principals, accessKeyId, typeof token === 'string' ? token : null).principal;
}

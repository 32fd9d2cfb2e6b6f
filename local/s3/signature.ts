import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { badSignature, denied, invalid } from './refuse-s3.ts';

/** `<access key>/<date>/<region>/s3/aws4_request` */
export interface CredentialScope {
  readonly accessKeyId: string;
  readonly date: string;
  readonly region: string;
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** @throws InvalidArgument when it is no credential of Signature Version 4 for S3 */
export function readCredential(text: string): CredentialScope {
  const [accessKeyId, date, region, service, end] = text.split('/');
  if (!accessKeyId || !date || !region || service !== 's3' || end !== 'aws4_request')
    throw invalid(`X-Amz-Credential is malformed: ${text}`);
  return { accessKeyId, date, region };
}

/** @throws AccessDenied when it is no date as `20261122T080000Z` */
export function readAmzDate(text: string): number {
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  if (s === undefined) throw denied(`X-Amz-Date is malformed: ${text}`);
  return Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`);
}

/** Signature of a text under the key of a day, a region and S3; hexadecimal. */
export function signText(text: string, secret: string, { date, region }: CredentialScope): string {
  const key = ['s3', 'aws4_request'].reduce(hmac, hmac(hmac(`AWS4${secret}`, date), region));
  return hmac(key, text).toString('hex');
}

/** @throws SignatureDoesNotMatch */
export function demandSignature(expected: string, given: string): void {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  if (a.length !== b.length || !timingSafeEqual(a, b)) throw badSignature();
}

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** The request that a presigned URL signs, in its canonical form. */
export function canonicalUrl(method: string, url: URL, headers: Readonly<Record<string, unknown>>): string {
  const query = [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
  const signed = url.searchParams.get('X-Amz-SignedHeaders') ?? '';
  const lines = signed.split(';').map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`);
  return [method, url.pathname, query, lines.join(''), signed, 'UNSIGNED-PAYLOAD'].join('\n');
}

/** What is signed for a canonical request. */
export function textToSign(canonical: string, amzDate: string, { date, region }: CredentialScope): string {
  const digest = createHash('sha256').update(canonical).digest('hex');
  return ['AWS4-HMAC-SHA256', amzDate, `${date}/${region}/s3/aws4_request`, digest].join('\n');
}

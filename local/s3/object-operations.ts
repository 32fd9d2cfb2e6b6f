import { AwsError } from '../aws/errors.ts';
import type { Principal } from '../aws/principals.ts';
import { writeXml } from '../aws/sts/write-xml.ts';
import { type DecodedBody, decodeChunks } from './decode-chunks.ts';
import { demandChecksums } from './demand-checksums.ts';
import { demandAbsence, demandUnlocked, lockFor, lockHeaders } from './object-lock.ts';
import type { ObjectVersion } from './object-store.ts';
import { denied } from './refuse-s3.ts';
import { placeOf, type S3Answer, type S3Call, type S3Scene, versionHeaders } from './s3-call.ts';
import { readTagging } from './tagging.ts';

export type Operation = (scene: S3Scene, principal: Principal, call: S3Call) => S3Answer;

const versionOf = ({ url }: S3Call): string | undefined => url.searchParams.get('versionId') ?? undefined;

/** `s3:GetObject` becomes `s3:GetObjectVersion` where a version is named. */
const actionOn = (call: S3Call, verb: string, what = ''): string =>
  `s3:${verb}Object${versionOf(call) === undefined ? '' : 'Version'}${what}`;

const missing = (call: S3Call): AwsError =>
  versionOf(call) === undefined
    ? new AwsError('NoSuchKey', 'The specified key does not exist.', 404)
    : new AwsError('NoSuchVersion', 'The specified version does not exist.', 404);

/** Whoever may not list the bucket is not told that a key is missing. */
const demandVersion = (scene: S3Scene, principal: Principal, call: S3Call): ObjectVersion => {
  const found = scene.store.find(placeOf(call), versionOf(call));
  if (found !== undefined && !found.deleted) return found;
  throw scene.allows(principal, 's3:ListBucket', call.bucket, '') ? missing(call) : denied();
};

const readBody = ({ headers, body }: S3Call): DecodedBody =>
  String(headers['x-amz-content-sha256']).startsWith('STREAMING-')
    ? decodeChunks(body, Number(headers['x-amz-decoded-content-length']))
    : { bytes: body, trailers: {} };

const tagHeader = (text: string) => Object.fromEntries(new URLSearchParams(text));

export const putObject: Operation = (scene, principal, call) => {
  scene.authorize(principal, 's3:PutObject', call.bucket, call.key);
  const tagging = call.headers['x-amz-tagging'];
  if (tagging !== undefined) scene.authorize(principal, 's3:PutObjectTagging', call.bucket, call.key);
  const { bytes, trailers } = readBody(call);
  const checksums = { ...call.headers, ...trailers };
  demandChecksums(bytes, checksums);
  demandAbsence(scene.store, call);
  const stored = scene.store.put(placeOf(call), bytes, {
    contentType: call.headers['content-type'] ?? 'binary/octet-stream',
    tags: tagging === undefined ? {} : tagHeader(String(tagging)),
    ...lockFor(call.bucket, checksums),
  });
  return { status: 200, headers: versionHeaders(stored) };
};

const overridden = ['content-disposition', 'content-type', 'cache-control'] as const;

export const getObject: Operation = (scene, principal, call) => {
  scene.authorize(principal, actionOn(call, 'Get'), call.bucket, call.key);
  const version = demandVersion(scene, principal, call);
  const overrides = overridden.flatMap((name) => {
    const wanted = call.url.searchParams.get(`response-${name}`);
    return wanted === null ? [] : [[name, wanted]];
  });
  return {
    status: 200,
    headers: {
      'content-type': version.contentType,
      'content-length': version.size,
      'last-modified': new Date(version.modifiedAt).toUTCString(),
      'accept-ranges': 'bytes',
      ...versionHeaders(version),
      ...(scene.allows(principal, 's3:GetObjectRetention', call.bucket, call.key)
        ? lockHeaders(version)
        : {}),
      ...Object.fromEntries(overrides),
    },
    ...(call.method === 'HEAD' ? {} : { body: scene.store.read(version) }),
  };
};

export const deleteObject: Operation = (scene, principal, call) => {
  scene.authorize(principal, actionOn(call, 'Delete'), call.bucket, call.key);
  const versionId = versionOf(call);
  if (versionId !== undefined) {
    demandUnlocked(scene.store.find(placeOf(call), versionId));
    scene.store.erase(placeOf(call), versionId);
    return { status: 204, headers: { 'x-amz-version-id': versionId } };
  }
  const marker = scene.store.hide(placeOf(call));
  return { status: 204, headers: { 'x-amz-delete-marker': 'true', 'x-amz-version-id': marker.versionId } };
};

export const putTagging: Operation = (scene, principal, call) => {
  scene.authorize(principal, actionOn(call, 'Put', 'Tagging'), call.bucket, call.key);
  const version = demandVersion(scene, principal, call);
  demandChecksums(call.body, call.headers);
  scene.store.tag(version, readTagging(call.body.toString('utf8')));
  return { status: 200, headers: { 'x-amz-version-id': version.versionId } };
};

export const getTagging: Operation = (scene, principal, call) => {
  scene.authorize(principal, actionOn(call, 'Get', 'Tagging'), call.bucket, call.key);
  const version = demandVersion(scene, principal, call);
  const tags = Object.entries(version.tags).map(([Key, Value]) => writeXml({ Tag: { Key, Value } }));
  return {
    status: 200,
    headers: { 'content-type': 'application/xml', 'x-amz-version-id': version.versionId },
    body: `<Tagging><TagSet>${tags.join('')}</TagSet></Tagging>`,
  };
};

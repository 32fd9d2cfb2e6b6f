import { AwsError } from '../aws/errors.ts';
import { findKnown } from './authenticate-request.ts';
import { demandChecksums } from './demand-checksums.ts';
import { lockFor } from './object-lock.ts';
import { demandPolicy } from './post-policy.ts';

import { denied, invalid, notSupported } from './refuse-s3.ts';
import { type S3Answer, type S3Call, type S3Scene, versionHeaders } from './s3-call.ts';
import { demandSignature, readCredential, signText } from './signature.ts';
import { readTagging } from './tagging.ts';

const knownFields = new Set([
  'key',
  'bucket',
  'policy',
  'tagging',
  'content-type',
  'x-amz-algorithm',
  'x-amz-credential',
  'x-amz-date',
  'x-amz-security-token',
  'x-amz-signature',
  'x-amz-checksum-algorithm',
  'x-amz-checksum-sha256',
  'success_action_status',
]);

interface Form {
  readonly fields: ReadonlyMap<string, string>;
  readonly file: Buffer;
}

/** The fields before the file, and the file; what follows it is not read, as on S3. */
async function readForm({ headers, body }: S3Call): Promise<Form> {
  const type = headers['content-type'] ?? '';
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => {
      throw new AwsError('MalformedPOSTRequest', 'The body of your POST request is not well-formed.');
    });
  const fields = new Map<string, string>();
  for (const [name, value] of form) {
    if (name.toLowerCase() === 'file') {
      const file = typeof value === 'string' ? Buffer.from(value) : Buffer.from(await value.arrayBuffer());
      return { fields, file };
    }
    if (typeof value !== 'string') throw invalid(`${name} is a file, but only the field file may be one`);
    if (fields.has(name.toLowerCase())) throw invalid(`${name} is given twice`);
    fields.set(name.toLowerCase(), value);
  }
  throw invalid('POST requires exactly one file upload per request.');
}

/** Who made the policy, when its signature is theirs. */
function authenticateForm({ principals }: S3Scene, fields: ReadonlyMap<string, string>) {
  const encoded = fields.get('policy');
  if (encoded === undefined || fields.get('x-amz-algorithm') !== 'AWS4-HMAC-SHA256')
    throw denied('An upload without a signed policy is not allowed');
  const scope = readCredential(fields.get('x-amz-credential') ?? '');
  const known = findKnown(principals, scope.accessKeyId, fields.get('x-amz-security-token') ?? null);
  demandSignature(signText(encoded, known.secretAccessKey, scope), fields.get('x-amz-signature') ?? '');
  return { principal: known.principal, policy: encoded };
}

/** POST Object: a browser's upload under a signed policy, every condition of which is checked. */
export async function postObject(scene: S3Scene, call: S3Call): Promise<S3Answer> {
  const { fields, file } = await readForm(call);
  for (const name of fields.keys()) if (!knownFields.has(name)) throw notSupported(`the form field ${name}`);
  if ((fields.get('success_action_status') ?? '204') !== '204')
    throw notSupported('a success_action_status other than 204');
  const key = fields.get('key') ?? '';
  if (key === '' || /\$\{filename\}/i.test(key)) throw notSupported('an upload without an exact key');
  const { principal, policy } = authenticateForm(scene, fields);
  demandPolicy(policy, new Map(fields).set('bucket', call.bucket.name), file.length, Date.now());
  scene.authorize(principal, 's3:PutObject', call.bucket, key);
  const tagging = fields.get('tagging');
  if (tagging !== undefined) scene.authorize(principal, 's3:PutObjectTagging', call.bucket, key);
  demandChecksums(file, Object.fromEntries(fields));
  const stored = scene.store.put({ bucket: call.bucket.name, key }, file, {
    contentType: fields.get('content-type') ?? 'binary/octet-stream',
    tags: tagging === undefined ? {} : readTagging(tagging),
    ...lockFor(call.bucket, Object.fromEntries(fields)),
  });
  return { status: 204, headers: versionHeaders(stored) };
}

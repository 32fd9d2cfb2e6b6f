import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  PutObjectTaggingCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPolicyDocument } from '#local/aws/policy/read-policy-document.ts';
import { issueCredentials, PrincipalDirectory } from '#local/aws/principals.ts';
import { createS3 } from '#local/s3/create-s3.ts';
import { ObjectStore } from '#local/s3/object-store.ts';

const name = 'yunwangtong-files-1';
const arn = `arn:aws-cn:s3:::${name}`;
const origin = 'http://127.0.0.1:8080';
const dataDir = mkdtempSync(join(tmpdir(), 'yunwangtong-s3-'));
const db = new DatabaseSync(':memory:');
const principals = new PrincipalDirectory();

const policyFor = (actions: string[], prefix: string) =>
  readPolicyDocument(
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: actions, Resource: `${arn}/${prefix}` }],
    },
    'test',
  );
const role = 'arn:aws-cn:iam::1:role/files';
const county = issueCredentials();
principals.add(county, {
  arn: role,
  roleArn: role,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM's own placeholder
  statements: policyFor(['s3:*'], 'T/${aws:PrincipalTag/city}/*'),
  tags: { city: 'yancheng' },
  administrator: false,
});
const reader = issueCredentials();
principals.add(reader, {
  arn: role,
  roleArn: role,
  statements: policyFor(['s3:GetObject'], '*'),
  tags: {},
  administrator: false,
});

const serve = createS3({
  buckets: [
    {
      name,
      arn,
      cors: [
        {
          AllowedMethods: ['POST'],
          AllowedOrigins: [origin],
          AllowedHeaders: [],
          ExposedHeaders: [],
          MaxAge: 60,
        },
      ],
      denials: [],
    },
  ],
  store: new ObjectStore(db, dataDir),
  principals,
  log: () => undefined,
});
const server = createServer((request, response) => {
  void serve(request, response).then((served) => served || response.writeHead(421).end());
});
let endpoint = '';
const clientOf = (credentials: typeof county) =>
  new S3Client({ endpoint, region: 'cn-north-1', credentials, maxAttempts: 1 });
let client: S3Client;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  client = clientOf(county);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  db.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const at = (Key: string) => ({ Bucket: name, Key });
const bytes = Buffer.from('架构图'.repeat(40_000));
const put = (Key: string, Body: Buffer | string = bytes) =>
  client.send(new PutObjectCommand({ ...at(Key), Body, ContentType: 'text/plain', Tagging: 'keep=no' }));
const refusal = async (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: { name: string; $metadata?: { httpStatusCode?: number } }) =>
      `${error.$metadata?.httpStatusCode} ${error.name}`,
  );

describe('objects, by the SDK', () => {
  it('come back as they were put, stream bodies without their framing', async () => {
    await put('T/yancheng/甲 乙');
    await client.send(
      new PutObjectCommand({
        ...at('T/yancheng/stream'),
        Body: Readable.from([bytes.subarray(0, 70_000), bytes.subarray(70_000)]),
        ContentLength: bytes.length,
      }),
    );
    for (const key of ['T/yancheng/甲 乙', 'T/yancheng/stream']) {
      const got = await client.send(new GetObjectCommand(at(key)));
      expect(Buffer.from((await got.Body?.transformToByteArray()) ?? [])).toEqual(bytes);
      expect((await client.send(new HeadObjectCommand(at(key)))).ContentLength).toBe(bytes.length);
    }
  });

  it('keep their versions when they are written over, tagged and deleted', async () => {
    const key = 'T/yancheng/versions';
    const first = await put(key, 'one');
    await put(key, 'two');
    const versionId = first.VersionId ?? '';
    await client.send(
      new PutObjectTaggingCommand({
        ...at(key),
        VersionId: versionId,
        Tagging: { TagSet: [{ Key: 'keep', Value: 'yes & <so>' }] },
      }),
    );
    await client.send(new DeleteObjectCommand(at(key)));
    const tags = (VersionId?: string) =>
      client.send(new GetObjectTaggingCommand({ ...at(key), ...(VersionId ? { VersionId } : {}) }));
    expect((await tags(versionId)).TagSet).toEqual([{ Key: 'keep', Value: 'yes & <so>' }]);
    const old = await client.send(new GetObjectCommand({ ...at(key), VersionId: versionId }));
    expect(await old.Body?.transformToString()).toBe('one');
    expect(await refusal(tags())).toBe('403 AccessDenied');
    await client.send(new DeleteObjectCommand({ ...at(key), VersionId: versionId }));
    expect(await refusal(tags(versionId))).toBe('403 AccessDenied');
  });

  it('are refused by IAM outside the prefix and for what is not allowed', async () => {
    await put('T/yancheng/a', 'a');
    expect(await refusal(put('T/kaifeng/a', 'a'))).toBe('403 AccessDenied');
    expect(await refusal(clientOf(reader).send(new GetObjectCommand(at('T/yancheng/a'))))).toBe('done');
    expect(await refusal(clientOf(reader).send(new DeleteObjectCommand(at('T/yancheng/a'))))).toBe(
      '403 AccessDenied',
    );
    expect(await refusal(clientOf(issueCredentials()).send(new GetObjectCommand(at('T/yancheng/a'))))).toBe(
      '403 InvalidAccessKeyId',
    );
  });

  it('are not told apart from missing ones by whoever may not list', async () => {
    expect(await refusal(client.send(new GetObjectCommand(at('T/yancheng/none'))))).toBe('403 AccessDenied');
  });

  it('are refused when a checksum does not fit', async () => {
    const wrong = new PutObjectCommand({ ...at('T/yancheng/b'), Body: 'b', ChecksumSHA256: 'AAAA' });
    expect(await refusal(client.send(wrong))).toBe('400 BadDigest');
  });

  it.each([
    ['a list', new ListObjectsV2Command({ Bucket: name })],
    ['a copy', new CopyObjectCommand({ ...at('T/yancheng/c'), CopySource: `${name}/T/yancheng/a` })],
    ['a range', new GetObjectCommand({ ...at('T/yancheng/a'), Range: 'bytes=0-1' })],
    ['a write on condition', new PutObjectCommand({ ...at('T/yancheng/a'), IfMatch: '"etag"' })],
    ['an ACL', new PutObjectCommand({ ...at('T/yancheng/a'), ACL: 'public-read' })],
  ])('%s is refused by name', async (_, command) => {
    expect(await refusal(client.send(command as GetObjectCommand))).toBe('501 NotImplemented');
  });
});

describe('a signed address', () => {
  const sign = (expiresIn: number, at_: Date = new Date()) =>
    getSignedUrl(
      client,
      new GetObjectCommand({
        ...at('T/yancheng/甲 乙'),
        ResponseContentDisposition: "attachment; filename*=UTF-8''%E7%94%B2",
      }),
      { expiresIn, signingDate: at_ },
    );

  it('gives the object to whoever holds it, with the headers that were signed', async () => {
    const answer = await fetch(await sign(60));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''%E7%94%B2");
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
  });

  it('gives nothing once anything of it is changed, for another method, or when its time is over', async () => {
    const url = await sign(60);
    const changed = [
      url.replace('%E7%94%B2%20%E4%B9%99', 'stream'),
      url.replace('X-Amz-Expires=60', 'X-Amz-Expires=600'),
      `${url}&response-content-type=text/html`,
      url.replace(/Signature=./, 'Signature=g'),
      await sign(60, new Date(Date.now() - 61_000)),
    ];
    for (const each of changed) expect((await fetch(each)).status, each).toBe(403);
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(403);
  });
});

describe('an upload from a browser', () => {
  const post = async (key: string, credentials = county) => {
    const { url, fields } = await createPresignedPost(clientOf(credentials), {
      ...at(key),
      Conditions: [['content-length-range', 1, 1000]],
      Expires: 60,
    });
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append('file', new Blob(['申请']), '申请.txt');
    return fetch(url, { method: 'POST', body: form, headers: { origin } });
  };

  it('is taken under its policy, and read by the page that sent it', async () => {
    const answer = await post('T/yancheng/posted');
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    const got = await client.send(new GetObjectCommand(at('T/yancheng/posted')));
    expect(await got.Body?.transformToString()).toBe('申请');
  });

  it('is refused when whoever signed it may not write there', async () => {
    expect((await post('T/kaifeng/posted')).status).toBe(403);
    expect((await post('T/yancheng/posted', reader)).status).toBe(403);
  });

  it('is let through by a preflight for its own origin and method only', async () => {
    const ask = (from: string, method: string) =>
      fetch(`${endpoint}/${name}`, {
        method: 'OPTIONS',
        headers: { origin: from, 'access-control-request-method': method },
      });
    const allowed = await ask(origin, 'POST');
    expect([allowed.status, allowed.headers.get('access-control-max-age')]).toEqual([200, '60']);
    expect((await ask('http://evil.example', 'POST')).status).toBe(403);
    expect((await ask(origin, 'DELETE')).status).toBe(403);
  });

  it('that is no form is no fault of the server', async () => {
    for (const type of ['multipart/form-data; boundary=x', 'text/plain', 'multipart/form-data'])
      expect(
        (await fetch(`${endpoint}/${name}`, { method: 'POST', body: 'x', headers: { 'content-type': type } }))
          .status,
      ).toBe(400);
  });
});

import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueCredentials, PrincipalDirectory } from '#local/aws/principals.ts';
import { createS3 } from '#local/s3/create-s3.ts';
import { ObjectStore } from '#local/s3/object-store.ts';

const bucket = { arn: 'arn:aws-cn:s3:::locked', name: 'locked', cors: [], denials: [] };
const dataDir = mkdtempSync(join(tmpdir(), 'yunwangtong-lock-'));
const db = new DatabaseSync(':memory:');
const principals = new PrincipalDirectory();
const owner = issueCredentials();
principals.add(owner, {
  arn: 'arn:aws-cn:iam::1:root',
  roleArn: 'arn:aws-cn:iam::1:root',
  statements: [],
  tags: {},
  administrator: true,
});
const serve = createS3({
  buckets: [{ ...bucket, lock: { mode: 'COMPLIANCE', days: 366 } }],
  store: new ObjectStore(db, dataDir),
  principals,
  log: () => undefined,
});
const server = createServer((request, response) => void serve(request, response));
let client: S3Client;
let endpoint: string;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  client = new S3Client({
    endpoint,
    region: 'cn-north-1',
    credentials: owner,
    maxAttempts: 1,
    forcePathStyle: true,
  });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  db.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const at = (Key: string) => ({ Bucket: 'locked', Key });
const put = (Key: string, Body: string, IfNoneMatch?: string) =>
  client.send(new PutObjectCommand({ ...at(Key), Body, ...(IfNoneMatch ? { IfNoneMatch } : {}) }));
const read = async (Key: string, VersionId?: string) => {
  const got = await client.send(new GetObjectCommand({ ...at(Key), ...(VersionId ? { VersionId } : {}) }));
  return { ...got, text: await got.Body?.transformToString() };
};
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: { name: string; $metadata?: { httpStatusCode?: number } }) =>
      `${error.$metadata?.httpStatusCode} ${error.name}`,
  );

describe('a bucket under object lock', () => {
  it('locks every version as it is written, and tells until when', async () => {
    await put('told', 'one');
    const { ObjectLockMode, ObjectLockRetainUntilDate } = await read('told');
    expect(ObjectLockMode).toBe('COMPLIANCE');
    const days = (Number(ObjectLockRetainUntilDate) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(365.9);
    expect(days).toBeLessThanOrEqual(366);
  });

  it('lets not even its owner take a version away; what is written over or hidden is still there', async () => {
    const { VersionId: first = '' } = await put('kept', 'one');
    await put('kept', 'two');
    await client.send(new DeleteObjectCommand(at('kept')));
    expect(await refusal(read('kept'))).toBe('404 NoSuchKey');
    expect(await refusal(client.send(new DeleteObjectCommand({ ...at('kept'), VersionId: first })))).toBe(
      '403 AccessDenied',
    );
    expect((await read('kept', first)).text).toBe('one');
    const lifted = new DeleteObjectCommand({
      ...at('kept'),
      VersionId: first,
      BypassGovernanceRetention: true,
    });
    expect(await refusal(client.send(lifted))).toBe('501 NotImplemented');
  });

  it('writes only where nothing lies when it is asked to', async () => {
    await put('once', 'one', '*');
    expect(await refusal(put('once', 'two', '*'))).toBe('412 PreconditionFailed');
    expect((await read('once')).text).toBe('one');
    expect(await refusal(put('once', 'two', '"etag"'))).toBe('501 NotImplemented');
    await client.send(new DeleteObjectCommand(at('once')));
    expect(await refusal(put('once', 'three', '*'))).toBe('done');
  });

  it('takes nothing without a checksum', async () => {
    const answer = await fetch(`${endpoint}/locked/bare`, {
      method: 'PUT',
      body: 'x',
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=${owner.accessKeyId}/20261130/cn-north-1/s3/aws4_request`,
        'x-amz-security-token': owner.sessionToken,
      },
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('<Code>InvalidRequest</Code>');
    expect(await refusal(read('bare'))).toBe('404 NoSuchKey');
  });
});

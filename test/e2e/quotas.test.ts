import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OperationId, operations } from '#shared/contracts/operations.ts';
import { carriedFiles, type QuotaName, quotas } from '#shared/contracts/quotas.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { usageKey } from '#shared/table/usage-keys.ts';
import { askOperation } from '#test/support/access-requests.ts';
import { administrationOf } from '#test/support/administration.ts';
import { type Asker, ask, askerOf, sharedSystem } from '#test/support/ask.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { draftOf } from '#test/support/file-application.ts';
import { described } from '#test/support/upload.ts';

const system = sharedSystem();
const tenant = 'yancheng/tinghu';
const table = DynamoDBDocumentClient.from(
  new DynamoDBClient({
    region: system.region,
    credentials: system.administrator,
    endpoint: system.awsEndpoint,
  }),
);
afterAll(() => table.destroy());

/** Sets how often a tenant has called what is counted, in this window and the next, whichever the call falls into. */
const called = async (name: QuotaName, calls: number, by: TenantId = tenant) => {
  const { seconds } = quotas[name] ?? { seconds: 1 };
  const now = Math.floor(Date.now() / 1000);
  const start = now - (now % seconds);
  for (const window of [start, start + seconds])
    await table.send(
      new PutCommand({
        TableName: system.tableName,
        Item: { ...usageKey(by, name, window), calls, ttl: window + 2 * seconds },
      }),
    );
};

const deadline = {
  profile: 'yancheng',
  from: '2026-10-16',
  amount: 3,
  unit: 'workingDay',
  direction: 'after',
};
const bill = {
  profile: 'yancheng',
  from: '2026-01-01',
  to: '2026-02-01',
  lines: [
    {
      id: '1',
      prices: [{ effectiveFrom: '2026-01-01', unitPriceFen: 100 }],
      per: 'month',
      periods: [{ from: '2026-01-01', to: '2026-02-01', quantity: 1 }],
    },
  ],
};

const file = { fileName: '证明.png', content: 'AAAA' };
/** What makes a request carry its file, where it need not. */
const carrying: Partial<Record<OperationId, object>> = {
  performObligation: { file },
  recordFinding: { file },
  actOnRectification: { kind: 'state', of: 'mended', text: '已整改。', file },
  signLetter: { scan: file },
};
const upload = (by: Asker, id: string, more: object = carrying[id as OperationId] ?? {}) => {
  const route = operations.find((one) => one.id === id);
  if (!route) throw new Error(`no operation ${id}`);
  return askOperation(system, by, route, {}, 1, more);
};

let clerk: Asker | undefined;
let other: Asker | undefined;
let tenantAdmin: Asker;
const call: Partial<Record<QuotaName, (by?: Asker) => ReturnType<typeof ask>>> = {};
beforeAll(async () => {
  ({ tenantAdmin } = await administrationOf(system, 'tinghu'));
  [clerk, other] = await Promise.all(['tinghu-clerk', 'dongtai-clerk'].map((user) => askerOf(system, user)));
  const { caseId } = await draftOf((await countyCast(system, 'tinghu')).clerk);
  const post =
    (path: string, body: unknown) =>
    (by: Asker | undefined = clerk) =>
      ask(system, by ?? {}, 'POST', path, { body, key: randomUUID() });
  call.computeDeadline = post('/v1/trials/deadline', deadline);
  call.computeBill = post('/v1/trials/bill', bill);
  call.reserveAttachment = post(`/v1/cases/${caseId}/attachments`, described(Buffer.from('图')));
  call.decideBatch = post('/v1/decision-batches', { rows: [{ caseId, taskId: 'x', version: 1 }] });
  call.startHandOver = () =>
    ask(system, tenantAdmin, 'POST', '/v1/hand-overs', {
      body: { from: 'nobody', to: 'nobody-else', reason: '离岗。' },
      key: randomUUID(),
    });
  call.uploads = (by = clerk) => upload(by ?? {}, 'performObligation');
  call.startExport = () =>
    ask(system, tenantAdmin, 'POST', '/v1/exports', {
      body: { node: 'tinghu', personal: false },
      key: randomUUID(),
    });
});

const counted = Object.entries(quotas) as [QuotaName, { calls: number; seconds: number }][];

describe('what is counted per tenant', () => {
  it('are exports, uploads, bulk verbs and every trial, and nothing else', () => {
    const trials = operations.filter(({ context }) => context === 'trials').map(({ id }) => id);
    expect(Object.keys(quotas).sort()).toEqual(
      ['startExport', 'reserveAttachment', 'uploads', 'decideBatch', 'startHandOver', ...trials].sort(),
    );
  });

  it.each(counted)(
    '%s is refused once over its number, says when to come again, and goes on in the next window',
    async (id, { calls, seconds }) => {
      await called(id, calls);
      const refused = await call[id]?.();
      expect(refused?.status, refused?.text).toBe(429);
      expect(refused?.body).toMatchObject({ code: 'too-many-calls', title: '操作过于频繁' });
      const after = Number(refused?.headers.get('retry-after'));
      expect(after).toBeGreaterThan(0);
      expect(after).toBeLessThanOrEqual(seconds);
      expect(refused?.text).toContain(`${after} 秒`);
      await called(id, calls - 1);
      expect((await call[id]?.())?.status).not.toBe(429);
      expect((await call[id]?.())?.status).toBe(429);
      await called(id, 0);
      expect((await call[id]?.())?.status).not.toBe(429);
    },
  );

  it.each(Object.keys(carriedFiles))(
    '%s counts among the uploads with its file, and only then',
    async (id) => {
      await called('uploads', 120);
      expect((await upload(clerk ?? {}, id)).body).toMatchObject({ code: 'too-many-calls' });
      if (id in carrying) expect((await upload(clerk ?? {}, id, {})).status).not.toBe(429);
      await called('uploads', 0);
    },
  );

  it('a provider’s uploads are those of the city’s node, where its people have their posts', async () => {
    const provider = await askerOf(system, 'yancheng-provider');
    await called('uploads', 120, 'yancheng/_city');
    expect((await upload(provider, 'signLetter')).status).toBe(429);
    await called('uploads', 0, 'yancheng/_city');
    expect((await upload(provider, 'signLetter')).status).not.toBe(429);
  });

  it('one tenant’s calls are not another’s', async () => {
    await called('computeDeadline', 6000);
    expect((await call.computeDeadline?.())?.status).toBe(429);
    expect((await call.computeDeadline?.(other))?.status).toBe(200);
    await called('computeDeadline', 0);
  });

  it('fifty calls of a trial in a second pass', async () => {
    await called('computeBill', 0);
    const answers = await Promise.all(Array.from({ length: 50 }, () => call.computeBill?.()));
    expect(answers.map((answer) => answer?.status)).toEqual(Array.from({ length: 50 }, () => 200));
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CatalogueView } from '#shared/contracts/catalogue.ts';
import type { CatalogueAnswer, DraftView, VersionList } from '#shared/contracts/catalogue-versions.ts';
import { ask, askerOf } from '#test/support/ask.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { problemFrom } from '#test/support/expect-problem.ts';
import { applicationWith, draftOf, submitted } from '#test/support/file-application.ts';
import {
  type KaifengCast,
  kaifengCast,
  kaifengDraft,
  openAccount,
} from '#test/support/kaifeng-application.ts';
import { type RunningSystem, startSystem } from '#test/support/runtime.ts';

let running: RunningSystem;
beforeAll(async () => {
  running = await startSystem();
});
afterAll(() => running.stop());

const call = async <Answer>(
  user: string,
  method: string,
  path: string,
  sent: object = {},
): Promise<Answer> => {
  const asker = await askerOf(running.system, user);
  const heard = await ask(running.system, asker, method, path, { key: randomUUID(), ...sent });
  expect(heard.status, heard.text).toBe(200);
  return heard.body as Answer;
};

type Product = CatalogueView['products'][number];

/** The next version for today, from the one in force; only drafted. */
const draft = async (user: string, change: (products: readonly Product[]) => readonly Product[]) => {
  const { base, version } = await call<DraftView>(user, 'GET', '/v1/catalogue-draft');
  const effectiveFrom = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const body = { effectiveFrom, products: change(base?.products ?? []) };
  const saved = { body, ifMatch: version };
  return {
    effectiveFrom,
    version: (await call<CatalogueAnswer>(user, 'PUT', '/v1/catalogue-draft', saved)).version,
  };
};
const release = (user: string, ifMatch: number) =>
  call<CatalogueAnswer>(user, 'POST', '/v1/catalogue-draft/releases', { body: {}, ifMatch });
const inForce = (user: string) => call<CatalogueView>(user, 'GET', '/v1/catalogue');
const awaitInForce = (user: string, label: string) =>
  expect.poll(async () => (await inForce(user)).version, { timeout: 120_000 }).toBe(label);

describe('the catalogue of Yancheng', () => {
  it('[yc-cloud-13-1] changes a price by a new version with its day; what was filed and billed before keeps the old one', async () => {
    const cast = await countyCast(running.system);
    const before = await inForce('dafeng-clerk');
    const filed = await submitted(cast);
    const seen = await cast.clerk.view(filed);
    const productId = String(seen.prices[0]?.productId);
    const old = before.products.find(({ id }) => id === productId)?.unitPriceFen ?? 0;
    const { version, effectiveFrom } = await draft('yancheng-operator', (products) =>
      products.map((one) => (one.id === productId ? { ...one, unitPriceFen: old + 3_100 } : one)),
    );
    const { label = '' } = await release('yancheng-leader', version);
    await awaitInForce('dafeng-clerk', label);

    const { items } = await call<VersionList>('dafeng-clerk', 'GET', '/v1/catalogues');
    expect(items.slice(0, 2)).toMatchObject([
      { version: label, effectiveFrom, state: 'inForce', changes: { changed: 1 } },
      { version: before.version, state: 'superseded' },
    ]);
    const kept = await cast.clerk.view(filed);
    expect(kept.catalogueVersion).toBe(before.version);
    expect(kept.prices).toEqual(seen.prices);
    expect(kept.monthlyCostFen).toBe(seen.monthlyCostFen);
    const { caseId } = await draftOf(cast.clerk);
    const fresh = await cast.clerk.view(caseId);
    expect(fresh.catalogueVersion).toBe(label);
    expect(fresh.prices.find((price) => price.productId === productId)?.unitPriceFen).toBe(old + 3_100);

    const next = new Date(Date.parse(effectiveFrom) + 86_400_000).toISOString().slice(0, 10);
    const day = new Date(Date.parse(effectiveFrom) - 86_400_000).toISOString().slice(0, 10);
    const prices = [
      { effectiveFrom: '2026-01-01', unitPriceFen: old },
      { effectiveFrom, unitPriceFen: old + 3_100 },
    ];
    const billed = async (from: string, to: string) => {
      const lines = [{ id: productId, prices, per: 'day', periods: [{ from, to, quantity: 1 }] }];
      const body = { profile: 'yancheng', from, to, lines };
      return (await call<{ totalFen: number }>('dafeng-clerk', 'POST', '/v1/trials/bill', { body })).totalFen;
    };
    expect(await billed(day, effectiveFrom)).toBe(old);
    expect(await billed(effectiveFrom, next)).toBe(old + 3_100);
  });

  it('[yc-cloud-32-1] offers a backup service that can be put on an application, and wants it there when it is used', async () => {
    const cast = await countyCast(running.system);
    const { products } = await inForce('dafeng-clerk');
    const backup = products.filter(({ kind, retiredOn }) => kind === 'backup' && retiredOn === undefined);
    expect(backup.length).toBeGreaterThan(0);
    const lines = applicationWith().sections['resources']?.['lines'] as { productId: string }[];
    const without = lines.filter(({ productId }) => !backup.some(({ id }) => id === productId));
    const refused = await draftOf(cast.clerk, {
      resources: { lines: without },
      declarations: { backup: 'cloud' },
    });
    const told = await problemFrom(cast.clerk.requestConfirmation(refused.caseId, refused.version));
    expect(told.errors).toMatchObject([{ pointer: '/declarations/backup', clause: 'yc-cloud-32-1' }]);
    const lineNo = Math.max(0, ...lines.map((line) => Number((line as { lineNo?: number }).lineNo))) + 1;
    const wanted = { ...lines[0], lineNo, productId: backup[0]?.id };
    const accepted = await draftOf(cast.clerk, {
      resources: { lines: [...without, wanted] },
      declarations: { backup: 'cloud' },
    });
    await cast.clerk.requestConfirmation(accepted.caseId, accepted.version);
  });
});

describe('the catalogue of Kaifeng', () => {
  const lines = [{ lineNo: 1, productId: 'kf-host-trial', quantity: 1, purpose: '应用服务' }];
  const asking = async (cast: KaifengCast) => {
    const { caseId, version } = await kaifengDraft(cast, { changes: { resources: { lines } } });
    return cast.clerk.requestConfirmation(caseId, version);
  };

  it('[kf-cloud-10-3] serves no application with what the authority has not approved yet', async () => {
    const cast = await kaifengCast(running.system);
    await openAccount(cast);
    const { version } = await draft('kaifeng-officer', ([first, ...rest]) =>
      first === undefined
        ? []
        : [first, ...rest, { ...first, id: 'kf-host-trial', name: '试用型云主机', unitPriceFen: 9_900 }],
    );
    const told = await problemFrom(asking(cast));
    expect(told).toMatchObject({ status: 422, code: 'form-incomplete' });
    expect(told.errors?.map(({ pointer }) => pointer)).toEqual(['/resources/lines/0/productId']);
    const { label = '' } = await release('kaifeng-authority', version);
    await awaitInForce('lankao-clerk', label);
    await asking(cast);
  });
});

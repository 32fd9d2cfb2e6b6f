import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CatalogueView } from '#shared/contracts/catalogue.ts';
import type {
  CatalogueAnswer,
  DraftView,
  RepricingView,
  VersionList,
  VersionView,
} from '#shared/contracts/catalogue-versions.ts';
import { type Asker, ask, askerOf, type Heard, type Sent, sharedSystem } from '#test/support/ask.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { expectProblem } from '#test/support/expect-problem.ts';
import { draftOf as draftOfCase, submitted } from '#test/support/file-application.ts';

const system = sharedSystem();
type Person = 'operator' | 'leader' | 'authority' | 'clerk' | 'officer' | 'kaifengAuthority' | 'finance';
const users: Readonly<Record<Person, string>> = {
  operator: 'yancheng-operator',
  leader: 'yancheng-leader',
  authority: 'yancheng-authority',
  clerk: 'dafeng-clerk',
  officer: 'kaifeng-officer',
  kaifengAuthority: 'kaifeng-authority',
  finance: 'kaifeng-finance',
};
const people = new Map<Person, Asker>();
beforeAll(async () => {
  for (const who of Object.keys(users) as Person[]) people.set(who, await askerOf(system, users[who]));
});

const send = (who: Person, method: string, path: string, sent: Sent = {}): Promise<Heard> =>
  ask(system, people.get(who) ?? {}, method, path, { key: randomUUID(), ...sent });
const get = async <Body>(who: Person, path: string): Promise<Body> => {
  const heard = await send(who, 'GET', path);
  expect(heard.status, heard.text).toBe(200);
  return heard.body as Body;
};
const draftOf = (who: Person) => get<DraftView>(who, '/v1/catalogue-draft');
const listOf = (who: Person) => get<VersionList>(who, '/v1/catalogues');
const drafted = (
  view: DraftView,
  effectiveFrom: string,
  change: (product: object & { id: string }) => object,
) => ({
  effectiveFrom,
  products: (view.base?.products ?? []).map((product) => change(product)),
});
const hostLine = (quantity: number) => ({ lineNo: 1, productId: 'host-2c4g', quantity, pool: 'countyPool' });
const same = (product: object) => product;
const save = (who: Person, body: object, ifMatch: number) =>
  send(who, 'PUT', '/v1/catalogue-draft', { body, ifMatch });
const release = (who: Person, ifMatch: number, key = randomUUID()) =>
  send(who, 'POST', '/v1/catalogue-draft/releases', { body: {}, ifMatch, key });
const answerOf = (heard: Heard): CatalogueAnswer => {
  expect(heard.status, heard.text).toBe(200);
  return heard.body as CatalogueAnswer;
};

describe('a version for the future, in Yancheng', () => {
  const future = '2031-01-01';

  it('is drafted by one, released by another, and leaves today’s prices alone', async () => {
    const today = await get<CatalogueView>('clerk', '/v1/catalogue');
    const view = await draftOf('operator');
    const body = drafted(view, future, (product) =>
      product.id === 'host-2c4g' ? { ...product, unitPriceFen: 13_000 } : product,
    );
    const { version } = answerOf(await save('operator', body, view.version));
    expectProblem(await release('operator', version), 403, 'not-allowed');
    const seen = await draftOf('leader');
    expect(seen.draft?.differences).toMatchObject({
      added: [],
      changed: [{ before: { unitPriceFen: 12_050 }, after: { unitPriceFen: 13_000, effectiveFrom: future } }],
    });
    const writing = await countyCast(system, 'yandu');
    const repricingOf = (who: Person) => get<RepricingView>(who, '/v1/catalogue-draft/repricing');
    const foreseen = await repricingOf('leader');
    expect(foreseen).toMatchObject({ version, effectiveFrom: future, complete: true });
    await draftOfCase(writing.clerk, { resources: { lines: [hostLine(2)] } });
    const another = await repricingOf('operator');
    expect(another.drafts - foreseen.drafts).toBe(1);
    expect(another.repriced - foreseen.repriced).toBe(1);
    expect(another.beforeFen - foreseen.beforeFen).toBe(2 * 12_050);
    expect(another.afterFen - foreseen.afterFen).toBe(2 * 13_000);
    await submitted(writing);
    expect(await repricingOf('leader')).toEqual(another);
    expectProblem(await send('clerk', 'GET', '/v1/catalogue-draft/repricing'), 403, 'not-allowed');
    const { label } = answerOf(await release('leader', version));
    expect(label).toMatch(/^yancheng-2031-01-01/);
    expectProblem(await send('leader', 'GET', '/v1/catalogue-draft/repricing'), 404, 'not-found');
    expect(await get<CatalogueView>('clerk', '/v1/catalogue')).toEqual(today);
    const shown = await get<VersionView>('clerk', `/v1/catalogues/${label}`);
    expect(shown).toMatchObject({ state: 'future', changes: { changed: 1 }, against: today.version });
    expect(shown.products.find(({ id }) => id === 'host-2c4g')?.unitPriceFen).toBe(13_000);
  });

  it('[yc-cloud-13-2] shows as unfiled until the authority’s filing is recorded with date and receipt', async () => {
    const before = await listOf('clerk');
    const [unfiled] = before.items;
    if (!unfiled) throw new Error('nothing was released');
    expect(unfiled).toMatchObject({ filed: false, state: 'future' });
    const path = `/v1/catalogues/${unfiled.version}/filings`;
    const filing = { number: '盐数备〔2026〕3号', filedOn: unfiled.releasedAt.slice(0, 10) };
    const filedOn = new Date(Date.parse(unfiled.releasedAt) + 8 * 3_600_000).toISOString().slice(0, 10);
    const body = { ...filing, filedOn };
    expectProblem(
      await send('operator', 'POST', path, { body, ifMatch: before.version }),
      403,
      'not-allowed',
    );
    const key = randomUUID();
    const file = () => send('authority', 'POST', path, { body, ifMatch: before.version, key });
    const first = await file();
    expect(answerOf(first).label).toBe(unfiled.version);
    expect((await file()).text).toBe(first.text);
    const [filed] = (await listOf('clerk')).items;
    expect(filed).toMatchObject({ filed: true, filing: { number: filing.number, filedOn } });
    const again = { body, ifMatch: before.version + 1 };
    expectProblem(await send('authority', 'POST', path, again), 409, 'already-filed');
  });

  it('can’t be preceded by another one, nor by one in the past', async () => {
    const view = await draftOf('operator');
    for (const day of ['2030-12-31', '2020-01-01'])
      expect(
        expectProblem(
          await save('operator', drafted(view, day, same), view.version),
          422,
          'catalogue-invalid',
        ).errors?.[0]?.pointer,
      ).toBe('/effectiveFrom');
  });

  it('lets only one of two drafters save over the same state', async () => {
    const view = await draftOf('operator');
    const body = drafted(view, future, same);
    const answers = await Promise.all([
      save('operator', body, view.version),
      save('operator', { ...body, note: '另一稿' }, view.version),
    ]);
    const [won, lost] = answers.sort((a, b) => a.status - b.status);
    expect(won?.status).toBe(200);
    if (lost) expectProblem(lost, 409, 'catalogue-moved');
  });

  it('is kept in a chain that verifies, by names that only the directory knows', async () => {
    const page = await get<{ items: { text: string; actor?: { name: string } }[] }>(
      'clerk',
      '/v1/catalogue-journal',
    );
    expect(page.items.map(({ text }) => text).join('\n')).toMatch(
      /备案号 盐数备〔2026〕3号[\s\S]*发布目录 yancheng-2031/,
    );
    expect(page.items.every(({ actor }) => actor !== undefined)).toBe(true);
    expect(await get('clerk', '/v1/catalogue-journal/verification')).toMatchObject({ intact: true });
  });
});

describe('Kaifeng', () => {
  it('[kf-cloud-10-3] uses no draft before somebody else of the authority approves it', async () => {
    const view = await draftOf('officer');
    const { version } = answerOf(await save('officer', drafted(view, '2031-01-01', same), view.version));
    expect((await listOf('officer')).items.map(({ version: label }) => label)).toEqual(['kaifeng-2026-05']);
    expectProblem(await release('officer', version), 403, 'own-matter');
    expectProblem(await release('finance', version), 403, 'not-allowed');
    expect(answerOf(await release('kaifengAuthority', version)).label).toBe('kaifeng-2031-01-01');
    expect((await listOf('finance')).items[0]).toMatchObject({ filed: true, state: 'future' });
  });

  it('[kf-cloud-10-4] asks for a reason when a price is above the standard that finance set', async () => {
    const standards = await get<{ version: number; items: object[] }>(
      'officer',
      '/v1/catalogue-budget-standards',
    );
    const body = { document: '汴财〔2026〕9号', items: [{ productId: 'kf-host-4c8g', ceilingFen: 20_000 }] };
    const put = (who: Person) =>
      send(who, 'PUT', '/v1/catalogue-budget-standards', { body, ifMatch: standards.version });
    expectProblem(await put('officer'), 403, 'not-allowed');
    const { version } = answerOf(await put('finance'));
    const view = await draftOf('officer');
    const refused = await save('officer', drafted(view, '2031-01-01', same), version);
    const at = view.base?.products.findIndex(({ id }) => id === 'kf-host-4c8g');
    expect(expectProblem(refused, 422, 'catalogue-invalid').errors).toMatchObject([
      { pointer: `/products/${at}/aboveStandardReason`, code: 'above-standard', clause: 'kf-cloud-10-4' },
    ]);
    const reasoned = drafted(view, '2031-01-01', (product) =>
      product.id === 'kf-host-4c8g' ? { ...product, aboveStandardReason: '芯片涨价' } : product,
    );
    answerOf(await save('officer', reasoned, version));
  });

  it('sees nothing of Yancheng’s versions', async () => {
    expectProblem(await send('officer', 'GET', '/v1/catalogues/yancheng-2026-05'), 404, 'not-found');
  });
});

describe('whoever has no part in it', () => {
  it('reads what is released, sees no draft and changes nothing', async () => {
    expect((await listOf('clerk')).may).toEqual([]);
    expectProblem(await send('clerk', 'GET', '/v1/catalogue-draft'), 403, 'not-allowed');
    const view = await draftOf('operator');
    const body = drafted(view, '2031-01-01', same);
    expectProblem(await save('clerk', body, view.version), 403, 'not-allowed');
    expectProblem(await release('clerk', view.version), 403, 'not-allowed');
  });
});

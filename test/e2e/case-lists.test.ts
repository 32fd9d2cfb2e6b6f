import { beforeAll, describe, expect, it } from 'vitest';
import type { Cast } from '#examples/play-application.ts';
import type { ListedCase, WorkloadView } from '#shared/contracts/case-lists.ts';
import { tenants } from '#shared/tenancy/cities.ts';
import { type Asker, ask, askerOf, sharedSystem } from '#test/support/ask.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { expectProblem } from '#test/support/expect-problem.ts';
import { draftOf, submitted } from '#test/support/file-application.ts';
import { shiftClock } from '#test/support/shift-clock.ts';

const system = sharedSystem();
const askers = new Map<string, Asker>();
let cast: Cast;
let sheyang: Cast;
/** A submitted case of binhai under two drafts that only the department sees, and one of sheyang. */
let here: string;
let there: string;
beforeAll(async () => {
  for (const user of [
    'binhai-clerk',
    'binhai-cdo',
    'binhai-reviewer',
    'yancheng-operator',
    'kaifeng-authority',
  ])
    askers.set(user, await askerOf(system, user));
  cast = await countyCast(system, 'binhai');
  sheyang = await countyCast(system, 'sheyang');
  there = await submitted(sheyang);
  here = await submitted(cast);
  await draftOf(cast.clerk);
  await draftOf(cast.clerk);
});

const get = (user: string, path: string) => ask(system, askers.get(user) ?? {}, 'GET', path);

interface ListPage {
  readonly items: readonly ListedCase[];
  readonly nextCursor?: string;
}
const list = async (user: string, query: string): Promise<ListPage> => {
  const heard = await get(user, `/v1/cases?${query}`);
  expect(heard.status, heard.text).toBe(200);
  return heard.body as ListPage;
};
const idsOf = ({ items }: ListPage) => items.map(({ caseId }) => caseId);

const allIds = async (user: string, query: string): Promise<string[]> => {
  const ids: string[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const page: ListPage = await list(user, `${query}${cursor === '' ? '' : `&cursor=${cursor}`}`);
    ids.push(...idsOf(page));
    cursor = page.nextCursor;
  }
  return ids;
};

describe('the list of cases', () => {
  it('fills its pages past drafts that the reader may not see', async () => {
    const page = await list('binhai-reviewer', 'limit=1');
    expect(page.items).toHaveLength(1);
    expect(idsOf(page)).toEqual([here]);
  });

  it('shows where a case lies: its line and the desk that holds it', async () => {
    const [listed] = (await list('binhai-reviewer', 'limit=1')).items;
    expect(listed?.line.map(({ title, state }) => `${title} ${state}`)).toEqual([
      '单位确认 done',
      '本级审核 now',
      '市级复核 next',
    ]);
    expect(listed?.desk).toMatchObject({ holder: '县级政务云初审', light: { state: 'normal' } });
  });

  it('joins all counties for the city, newest first, page by page without gap or repetition', async () => {
    const whole = await allIds('yancheng-operator', 'limit=100');
    expect(whole).toEqual(expect.arrayContaining([here, there]));
    expect(whole.indexOf(here)).toBeLessThan(whole.indexOf(there));
    const times = whole.map((id) => id.slice(id.indexOf('.')));
    expect(times).toEqual([...times].sort().reverse());
    expect(await allIds('yancheng-operator', 'limit=3')).toEqual(whole);
  });

  it('is narrowed by county, status, name and hand', async () => {
    expect(await allIds('yancheng-operator', 'tenant=yancheng/binhai&limit=100')).not.toContain(there);
    const drafts = await list('binhai-clerk', 'status=draft&limit=100');
    expect(new Set(drafts.items.map(({ status }) => status))).toEqual(new Set(['draft']));
    expect(await allIds('binhai-clerk', `text=${encodeURIComponent('基层医疗')}`)).toContain(here);
    expect(await allIds('binhai-clerk', `text=${encodeURIComponent('没有这样的系统')}`)).toEqual([]);
    expect(await allIds('binhai-clerk', 'mine=true&limit=100')).toContain(here);
    expect(await allIds('binhai-cdo', 'mine=true&limit=100')).toEqual([]);
    expectProblem(await get('binhai-clerk', '/v1/cases?status=unheard'), 400, 'request-invalid');
  });

  it('hides every county from another city', async () => {
    const ids = await allIds('kaifeng-authority', 'limit=100');
    expect(ids.filter((id) => [here, there].includes(id))).toEqual([]);
  });
});

describe('the workload', () => {
  const workload = async (user: string): Promise<WorkloadView> => {
    const heard = await get(user, '/v1/workload');
    expect(heard.status, heard.text).toBe(200);
    return heard.body as WorkloadView;
  };
  const cellOf = ({ rows }: WorkloadView, tenant: string, stage: string) =>
    rows.find((row) => row.tenant === tenant)?.cells.find((cell) => cell.stage === stage);

  it('counts what lies in each county at each stage for the city, and how late it is', async () => {
    const now = await workload('yancheng-operator');
    // Other tests open counties of their own in the same system.
    const seeded = tenants.filter(({ city }) => city === 'yancheng').map(({ id }) => id);
    expect(now.rows.map(({ tenant }) => tenant)).toEqual(expect.arrayContaining(seeded));
    expect(now.stages.map(({ title }) => title)).toEqual(['初审', '签批', '复核', '审核', '签批']);
    const before = cellOf(now, 'yancheng/binhai', 'firstReview');
    expect(before?.open).toBeGreaterThan(0);
    await shiftClock(system, 60);
    try {
      const later = cellOf(await workload('yancheng-operator'), 'yancheng/binhai', 'firstReview');
      expect(later).toMatchObject({ open: before?.open, overdue: before?.open, more: false });
      expect(later?.oldestDays).toBeGreaterThan(20);
    } finally {
      await shiftClock(system, 0);
    }
  });

  it('shows a county its own only, and departments and other cities nothing', async () => {
    expect((await workload('binhai-reviewer')).rows.map(({ tenant }) => tenant)).toEqual(['yancheng/binhai']);
    expect((await workload('binhai-clerk')).rows).toEqual([]);
    const elsewhere = (await workload('kaifeng-authority')).rows.map(({ tenant }) => tenant);
    expect(elsewhere.filter((tenant) => !tenant.startsWith('kaifeng/'))).toEqual([]);
  });
});

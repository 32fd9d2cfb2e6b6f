import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RecomputationServices, runRecomputation } from '#functions/calendar/app/run-recomputation.ts';
import type { PublishedNotice } from '#functions/calendar/domain/notice.ts';
import type { Recomputation } from '#functions/calendar/domain/recomputation.ts';
import { accept, refuse } from '#shared/kernel/result.ts';
import { tenants } from '#shared/tenancy/cities.ts';
import { closure, notice2027 } from '#test/support/holiday-notices.ts';

const published: PublishedNotice = { ...notice2027, version: 1, publishedAt: '2026-12-01T00:00:00.000Z' };
const firstJob: Recomputation = {
  city: 'yancheng',
  version: 1,
  state: 'running',
  revision: 0,
  pass: 1,
  passStartedAt: '2026-12-01T00:00:00.000Z',
  startedAt: '2026-12-01T00:00:00.000Z',
  settleAfter: '2026-12-01T00:02:00.000Z',
  cursor: { tenant: 0 },
  lookedAt: 0,
  moved: 0,
  failedCount: 0,
  failed: [],
};

class Killed extends Error {}

/** Cases of some tenants of Yancheng, each moved once; the process dies before the writes that `dies` names. */
const setup = (
  cases: Readonly<Record<string, readonly string[]>>,
  dies: (write: number) => boolean = () => false,
) => {
  const table = { job: firstJob as Recomputation, marker: true, moves: new Map<string, string[]>() };
  const broken = new Set<string>();
  const unreadable = new Set<string>();
  let writes = 0;
  let dead = false;
  let business = '2026-12-01T00:00:10.000Z';
  let wall = '2026-12-01T00:00:30.000Z';
  let known: readonly PublishedNotice[] = [published];
  const write = () => {
    writes += 1;
    dead ||= dies(writes);
    if (dead) throw new Killed();
  };
  const services: RecomputationServices = {
    calendars: { list: async () => known, loadJob: async () => table.job },
    jobs: {
      save: async (job) => {
        write();
        if (table.job.revision !== job.revision - 1) return false;
        table.job = job;
        return true;
      },
      clearMarker: async () => {
        write();
        table.marker = false;
      },
    },
    clocks: {
      page: async (tenant, after, _limit) => {
        const all = cases[tenant] ?? [];
        const from = after === undefined ? 0 : Number(after);
        const next = from + 2 < all.length ? String(from + 2) : undefined;
        const refs = all.slice(from, from + 2).map((id) => ({ tenant, kind: 'case' as const, id }));
        return { refs, ...(next === undefined ? {} : { next }) };
      },
      recompute: async ({ id }, _notices, since) => {
        if (broken.has(id)) return refuse({ code: 'case-moved', detail: '办件正在频繁办理。' });
        if (unreadable.has(id)) throw new Error('the item is damaged');
        const moves = table.moves.get(id) ?? [];
        if (moves.length === 0) {
          write();
          moves.push(business);
          table.moves.set(id, moves);
        }
        return accept(moves.some((at) => at >= since));
      },
    },
    nodesOf: async () => tenants.filter(({ city }) => city === 'yancheng'),
    clock: { now: () => new Date(business) },
    wallClock: { now: () => new Date(wall) },
  };
  const run = () => runRecomputation(services, 'yancheng', 1);
  return {
    table,
    broken,
    unreadable,
    run,
    publishMore: (more: readonly PublishedNotice[]) => {
      known = [...known, ...more];
    },
    /** @param minutes since the publication, on both clocks */
    later: (minutes = 5) => {
      wall = new Date(Date.parse('2026-12-01T00:00:00.000Z') + minutes * 60_000).toISOString();
      business = wall;
    },
    /** Pages until none is due at once; after a death the queue brings the message again. */
    drain: async () => {
      for (let n = 0; n < 500; n += 1) {
        const outcome = await run().catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error;
          dead = false;
          return 'more' as const;
        });
        if (outcome !== 'more') return outcome;
      }
      throw new Error('it never ended');
    },
  };
};

const cases = {
  'yancheng/dafeng': ['dafeng.1', 'dafeng.2', 'dafeng.3', 'dafeng.4', 'dafeng.5'],
  'yancheng/tinghu': ['tinghu.1'],
  'yancheng/_city': ['_city.1', '_city.2'],
};

describe('a recomputation', () => {
  it('looks at every case page by page, waits, looks once more and ends', async () => {
    const job = setup(cases);
    expect(await job.drain()).toBe('later');
    expect(job.table.job).toMatchObject({ state: 'settling', lookedAt: 8, moved: 8, failedCount: 0 });
    expect(await job.run()).toBe('later');
    job.later();
    expect(await job.drain()).toBe('over');
    expect(job.table.job).toMatchObject({ state: 'done', lookedAt: 8, moved: 8 });
    expect(job.table.marker).toBe(false);
  });

  it('killed before any writes, goes on at its cursor and counts everything once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 20 }), async (deaths) => {
        const job = setup(cases, (write) => deaths.includes(write));
        expect(await job.drain()).toBe('later');
        expect(job.table.job).toMatchObject({ state: 'settling', lookedAt: 8, moved: 8 });
        expect([...job.table.moves.values()].map(({ length }) => length)).toEqual(Array(8).fill(1));
      }),
    );
  });

  it('brought twice at once, only one of the two goes on', async () => {
    const job = setup(cases);
    const outcomes = await Promise.all([job.run(), job.run()]);
    expect(outcomes.sort()).toEqual(['more', 'over']);
    await job.drain();
    expect(job.table.job).toMatchObject({ lookedAt: 8, moved: 8 });
  });

  it('names what it could not do, and tries that again at the last look', async () => {
    const job = setup(cases);
    job.broken.add('dafeng.2');
    await job.drain();
    expect(job.table.job).toMatchObject({ failedCount: 1, failed: [{ id: 'dafeng.2' }] });
    job.broken.clear();
    job.later();
    await job.drain();
    expect(job.table.job).toMatchObject({ state: 'done', moved: 8, failedCount: 0, failed: [] });
    expect(job.table.moves.get('dafeng.2')).toHaveLength(1);
  });

  it('keeps what still fails at the last look, says why, and tries it again, later and later, until it is done', async () => {
    const job = setup(cases);
    job.broken.add('dafeng.2');
    job.unreadable.add('_city.1');
    await job.drain();
    job.later(5);
    expect(await job.drain()).toBe('later');
    expect(job.table.job).toMatchObject({
      state: 'retrying',
      failedCount: 2,
      failed: expect.arrayContaining([
        { tenant: 'yancheng/dafeng', kind: 'case', id: 'dafeng.2', reason: '办件正在频繁办理。' },
        {
          tenant: 'yancheng/_city',
          kind: 'case',
          id: '_city.1',
          reason: expect.stringContaining('系统日志'),
        },
      ]),
      retryAfter: '2026-12-01T00:10:00.000Z',
    });
    expect(job.table.marker).toBe(true);

    job.later(9);
    expect(await job.run()).toBe('later');
    job.unreadable.clear();
    expect(job.table.moves.has('_city.1')).toBe(false);
    job.later(11);
    expect(await job.run()).toBe('later');
    expect(job.table.job).toMatchObject({
      state: 'retrying',
      moved: 7,
      failedCount: 1,
      failed: [{ id: 'dafeng.2' }],
      retryAfter: '2026-12-01T00:21:00.000Z',
    });

    job.broken.clear();
    job.later(30);
    expect(await job.run()).toBe('over');
    expect(job.table.job).toMatchObject({ state: 'done', lookedAt: 8, moved: 8, failedCount: 0, failed: [] });
    expect(job.table.marker).toBe(false);
    expect([...job.table.moves.values()].map(({ length }) => length)).toEqual(Array(8).fill(1));
  });

  it('with more failures than it keeps, looks at everything again, killed at any write or not', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { maxLength: 10 }),
        async (deaths) => {
          const many = Array.from({ length: 60 }, (_, n) => `dafeng.${n}`);
          const job = setup({ 'yancheng/dafeng': many }, (write) => deaths.includes(write));
          for (const id of many) job.unreadable.add(id);
          await job.drain();
          job.later(5);
          await job.drain();
          expect(job.table.job).toMatchObject({ state: 'retrying', failedCount: 60, moved: 0 });
          expect(job.table.job.failed).toHaveLength(50);
          job.unreadable.clear();
          job.later(60);
          expect(await job.drain()).toBe('over');
          expect(job.table.job).toMatchObject({ state: 'done', failedCount: 0 });
          expect(job.table.moves.size).toBe(60);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('leaves the rest to a later version that concerns as many, not to a county’s closure', async () => {
    const job = setup(cases);
    await job.run();
    job.publishMore([{ ...closure('2026-12-09'), scope: 'yancheng/dafeng', version: 2, publishedAt: '' }]);
    expect(await job.run()).toBe('more');
    job.publishMore([{ ...notice2027, number: '更正', version: 3, publishedAt: '' }]);
    expect(await job.run()).toBe('over');
    expect(job.table.job.state).toBe('merged');
    expect(job.table.marker).toBe(false);
  });
});

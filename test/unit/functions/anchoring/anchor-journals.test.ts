import { describe, expect, it } from 'vitest';
import { anchorJournals } from '#functions/anchoring/app/anchor-journals.ts';
import type { AnchorMark, AnchorServices, WrittenEntry } from '#functions/anchoring/app/ports.ts';
import { type Anchor, anchorHash, follows, noAnchors } from '#shared/kernel/anchor/anchor.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';

const hour = 3_600_000;
const start = Date.parse('2026-11-30T02:00:00.000Z');

/** Journals, marks and locked anchors in memory; `crash` dies after the next anchor is written. */
function setup() {
  let now = start;
  const entries: WrittenEntry[] = [];
  const marks = new Map<string, AnchorMark>();
  const locked = new Map<string, Anchor>();
  let watermark: string | undefined = new Date(start).toISOString();
  const trouble = { crash: false, refuse: '' };
  const services: AnchorServices = {
    clock: { now: () => new Date(now) },
    entries: {
      list: async function* (date, after, until) {
        for (const entry of entries)
          if (shanghaiDateOf(new Date(entry.at)) === date && entry.at >= after && entry.at <= until)
            yield entry;
      },
      readHeads: async (wanted) =>
        wanted.map(({ journal, seq, at }) => ({ journal, seq, at, hash: `${journal}:${seq}` })),
    },
    marks: {
      find: async (tenant) => marks.get(tenant),
      keep: async (tenant, mark) => {
        if (trouble.crash) throw new Error('killed');
        if ((marks.get(tenant)?.seq ?? 0) !== mark.seq - 1) return false;
        marks.set(tenant, mark);
        return true;
      },
      watermark: async () => watermark,
      keepWatermark: async (until) => {
        watermark = until;
      },
    },
    anchors: {
      put: async (anchor) => {
        if (trouble.refuse === anchor.tenant) throw new Error('no storage');
        const key = `${anchor.tenant}/${anchor.seq}`;
        const found = locked.get(key);
        if (!found) locked.set(key, anchor);
        return found;
      },
    },
  };
  return {
    services,
    trouble,
    locked,
    run: () => anchorJournals(services),
    pass: (ms: number) => {
      now += ms;
    },
    write: (tenant: TenantId, journal: string, seq: number, ago = 0) =>
      entries.push({
        tenant,
        journal,
        seq,
        at: new Date(now - ago).toISOString(),
        key: { pk: `T#${tenant}#${journal}`, sk: `EV#${seq}` },
      }),
    anchorsOf: (tenant: TenantId) =>
      [...locked.values()].filter((anchor) => anchor.tenant === tenant).sort((a, b) => a.seq - b.seq),
  };
}

const heads = (anchors: readonly Anchor[]) =>
  anchors.map((anchor) => anchor.heads.map(({ journal, seq }) => `${journal}@${seq}`));

describe('the anchoring of journals', () => {
  it('locks the last entry of each journal that moved, tenant by tenant, as one chain', async () => {
    const { run, pass, write, anchorsOf } = setup();
    write('yancheng/dafeng', 'C#1', 1);
    write('yancheng/dafeng', 'C#1', 2);
    write('yancheng/dafeng', 'ADMINISTRATION', 7);
    write('yancheng/_city', 'R#CATALOGUE', 3);
    expect(await run()).toEqual({ tenants: 2, heads: 3 });
    pass(hour);
    write('yancheng/dafeng', 'C#1', 3);
    await run();
    const county = anchorsOf('yancheng/dafeng');
    expect(heads(county)).toEqual([['ADMINISTRATION@7', 'C#1@2'], ['C#1@3']]);
    expect(heads(anchorsOf('yancheng/_city'))).toEqual([['R#CATALOGUE@3']]);
    let chain = noAnchors;
    for (const anchor of county) {
      expect(follows(anchor, chain)).toBe(true);
      chain = { seq: anchor.seq, hash: anchorHash(anchor) };
    }
  });

  it('does nothing when it comes twice, however soon', async () => {
    const { run, pass, write, locked } = setup();
    write('yancheng/dafeng', 'C#1', 1);
    await run();
    for (const later of [0, 1, 60_000, 5 * 60_000]) {
      pass(later);
      expect(await run()).toEqual({ tenants: 0, heads: 0 });
    }
    write('yancheng/dafeng', 'C#2', 1);
    await run();
    pass(60_000);
    await run();
    expect(locked.size).toBe(2);
  });

  it('finds what was written before the last run and seen only after it', async () => {
    const { run, pass, write, anchorsOf } = setup();
    write('yancheng/dafeng', 'C#1', 4);
    await run();
    pass(hour);
    await run();
    write('yancheng/dafeng', 'C#2', 1, 9 * 60_000);
    pass(30_000);
    await run();
    expect(heads(anchorsOf('yancheng/dafeng'))).toEqual([['C#1@4'], ['C#2@1']]);
  });

  it('makes up for runs that were missed for days', async () => {
    const { run, pass, write, anchorsOf } = setup();
    for (let day = 0; day < 9; day += 1) {
      write('yancheng/dafeng', 'C#1', day + 1);
      pass(24 * hour);
    }
    await run();
    const anchored = anchorsOf('yancheng/dafeng').flatMap((anchor) => anchor.heads.map(({ seq }) => seq));
    expect(anchored).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(await run()).toEqual({ tenants: 0, heads: 0 });
  });

  it('takes over what a run that died had locked, and goes on', async () => {
    const { run, pass, write, trouble, anchorsOf } = setup();
    write('yancheng/dafeng', 'C#1', 1);
    trouble.crash = true;
    await expect(run()).rejects.toThrow();
    trouble.crash = false;
    write('yancheng/dafeng', 'C#1', 2);
    pass(1000);
    await run();
    expect(heads(anchorsOf('yancheng/dafeng'))).toEqual([['C#1@1'], ['C#1@2']]);
  });

  it('refuses to build on an anchor that somebody else put in its place', async () => {
    const { run, write, locked, anchorsOf } = setup();
    write('yancheng/dafeng', 'C#1', 1);
    await run();
    const [own] = anchorsOf('yancheng/dafeng');
    if (own) locked.set('yancheng/dafeng/2', { ...own, seq: 2, previous: own.previous });
    write('yancheng/dafeng', 'C#1', 2);
    await expect(run()).rejects.toThrow('1 tenants were not anchored');
    expect(locked.size).toBe(2);
  });

  it('lets one tenant’s trouble hold up no other, and comes back to it', async () => {
    const { run, pass, write, trouble, anchorsOf } = setup();
    write('yancheng/dafeng', 'C#1', 1);
    write('yancheng/sheyang', 'C#1', 1);
    trouble.refuse = 'yancheng/dafeng';
    await expect(run()).rejects.toThrow();
    expect(anchorsOf('yancheng/sheyang')).toHaveLength(1);
    trouble.refuse = '';
    pass(3 * 24 * hour);
    await run();
    expect(heads(anchorsOf('yancheng/dafeng'))).toEqual([['C#1@1']]);
    expect(anchorsOf('yancheng/sheyang')).toHaveLength(1);
  });

  it('anchors the others on later days too while one tenant’s trouble lasts, and then passes over none of its days', async () => {
    const { run, pass, write, trouble, anchorsOf } = setup();
    trouble.refuse = 'yancheng/dafeng';
    for (const seq of [1, 2, 3]) {
      write('yancheng/dafeng', `C#${seq}`, 1);
      write('yancheng/sheyang', 'C#1', seq);
      await expect(run()).rejects.toThrow('1 tenants were not anchored');
      pass(24 * hour);
    }
    expect(heads(anchorsOf('yancheng/sheyang'))).toEqual([['C#1@1'], ['C#1@2'], ['C#1@3']]);
    trouble.refuse = '';
    await run();
    expect(heads(anchorsOf('yancheng/dafeng'))).toEqual([['C#1@1'], ['C#2@1'], ['C#3@1']]);
  });

  it('leaves a tenant that failed on one day alone on the next ones of the same run', async () => {
    const { services, run, pass, write, anchorsOf } = setup();
    write('yancheng/dafeng', 'C#1', 1);
    pass(24 * hour);
    write('yancheng/dafeng', 'C#2', 1);
    const { put } = services.anchors;
    let refused = false;
    Object.assign(services.anchors, {
      put: async (anchor: Anchor) => {
        if (refused) return put(anchor);
        refused = true;
        throw new Error('no storage');
      },
    });
    await expect(run()).rejects.toThrow();
    expect(anchorsOf('yancheng/dafeng')).toEqual([]);
    await run();
    expect(heads(anchorsOf('yancheng/dafeng'))).toEqual([['C#1@1'], ['C#2@1']]);
  });
});

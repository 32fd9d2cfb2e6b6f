import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Anchor } from '#shared/kernel/anchor/anchor.ts';
import { cut, hourly, journalOf, judge, words } from '#test/support/anchored-journals.ts';

describe('what an export says of its own date', () => {
  const filed = journalOf(words);
  const order = journalOf(['开通']);
  const asked = journalOf(['申请导出']);
  const headOf = (journal: string, hashes: ReadonlyMap<number, string>, seq: number, written: string) => ({
    journal,
    seq,
    hash: hashes.get(seq) ?? '',
    at: written,
  });
  const anchors = hourly([
    {
      until: '2026-11-30T02:30:00.000Z',
      heads: [headOf('C#1', filed, 3, '2026-11-30T02:00:00.000Z')],
    },
    {
      until: '2026-11-30T09:30:00.000Z',
      heads: [
        headOf('C#1', filed, 5, '2026-11-30T09:00:00.000Z'),
        headOf('PV#1', order, 1, '2026-11-30T09:05:00.000Z'),
      ],
    },
    {
      until: '2026-11-30T12:30:00.000Z',
      heads: [headOf('ADMINISTRATION', asked, 1, '2026-11-30T11:59:00.000Z')],
    },
  ]);
  const honest = '2026-11-30T12:00:00.000Z';
  /** Before what was taken out had been written. */
  const forged = '2026-11-30T08:00:00.000Z';
  const all = { 'C#1': filed, 'PV#1': order, ADMINISTRATION: asked };

  it('passes an untouched one, and tells when it began and how far the anchors bear it out', () => {
    const { summary, problems } = judge(all, anchors, { begunAt: honest });
    expect(problems).toEqual([]);
    expect(summary).toContain(`导出自称始于 ${honest}，其中最晚的已锚定留痕写于 2026-11-30T11:59:00.000Z`);
    expect(summary).toContain('0 条留痕晚于锚点');
  });

  it('does not excuse a tail that was cut off, however far back it is set', () => {
    const { problems } = judge({ ...all, 'C#1': cut(filed, 3) }, anchors, { begunAt: forged });
    expect(problems).toEqual([
      expect.stringContaining(`导出自称始于 ${forged}，其中却有 2026-11-30T11:59:00.000Z 写入`),
      'C#1：留痕自第 4 条起缺失，第 2 号锚点记有第 5 条。',
    ]);
  });

  it('does not excuse the journal of a process that is missing', () => {
    const { 'PV#1': _, ...without } = all;
    const { problems } = judge(without, anchors, { begunAt: forged, volumes: 500 });
    expect(problems).toEqual([
      expect.stringContaining('开始时间被改动'),
      'PV#1：整条留痕缺失，第 2 号锚点记有第 1 条。',
    ]);
  });

  it('may lie a while before its last entry, as long as its volumes were being built', () => {
    const begun = '2026-11-30T11:40:00.000Z';
    expect(judge(all, anchors, { begunAt: begun, volumes: 2 }).problems).toEqual([]);
    expect(judge(all, anchors, { begunAt: begun, volumes: 1 }).problems).toHaveLength(1);
  });

  it('never excuses a tail when anything that was written well after it is still there', () => {
    fc.assert(
      fc.property(fc.nat(24 * 60), fc.integer({ min: 1, max: 4 }), (minutesBack, kept) => {
        const begun = new Date(Date.parse(honest) - minutesBack * 60_000).toISOString();
        const left = { ...all, 'C#1': cut(filed, kept) };
        expect(judge(left, anchors, { begunAt: begun }).problems.join()).toContain('C#1：留痕自第');
        expect(judge(all, anchors, { begunAt: begun }).problems.join()).not.toContain('缺失');
      }),
    );
  });
});

describe('copies of the anchors that end before the export', () => {
  const early = '2026-11-30T02:00:00.000Z';
  const heads = (hashes: ReadonlyMap<number, string>, seq: number) => [
    { journal: 'C#1', seq, hash: hashes.get(seq) ?? '', at: early },
  ];
  const whole = journalOf(words);
  const [first, second] = hourly([
    { until: '2026-11-30T03:00:00.000Z', heads: heads(whole, 3) },
    { until: '2026-11-30T12:30:00.000Z', heads: heads(whole, 5) },
  ]) as [Anchor, Anchor];
  const late = { begunAt: '2026-11-30T12:00:00.000Z' };

  it('do not pass together with a tail that was cut off where they end', () => {
    const { problems } = judge({ 'C#1': cut(whole, 3) }, [first], late);
    expect(problems).toEqual([expect.stringContaining('比导出早 9 小时，其间的缺失看不出来')]);
    expect(judge({ 'C#1': cut(whole, 3) }, [first], { ...late, newest: 2 }).problems).toEqual([
      expect.stringContaining('锁定存储中最新的锚点是第 2 号，副本只到第 1 号'),
    ]);
    expect(judge({ 'C#1': whole }, [first, second], { ...late, newest: 2 }).problems).toEqual([]);
  });

  it('do not pass while the export holds newer entries, whatever the auditor saw', () => {
    const told = judge({ 'C#1': whole }, [first], { ...late, newest: 1 });
    expect(told.problems).toEqual([expect.stringContaining('其后写入的 2 条留痕无锚点可证')]);
    expect(told.summary).toContain('2 条留痕晚于锚点');
  });

  it('pass for a tenant in which nothing moved since, once the auditor has looked', () => {
    expect(judge({ 'C#1': cut(whole, 3) }, [first], { ...late, newest: 1 }).problems).toEqual([]);
    expect(judge({ 'C#1': cut(whole, 3) }, [first]).problems).toEqual([]);
  });
});

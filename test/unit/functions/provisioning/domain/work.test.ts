import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { remainingOf } from '#functions/provisioning/domain/order-state.ts';
import { carryReleased, releaseUnits } from '#functions/provisioning/domain/release-units.ts';
import { reportUnits, type UnitReport } from '#functions/provisioning/domain/report-units.ts';
import {
  evolveWork,
  reportWork,
  syncWork,
  type WorkEvent,
  type WorkOrder,
  workFor,
} from '#functions/provisioning/domain/work-order.ts';
import { orderShape } from '#functions/provisioning/store/order-shape.ts';
import type { Item } from '#shared/table/read-all.ts';
import { batchOf, orderStory } from '#test/support/order-story.ts';

interface Step {
  readonly what: 'open' | 'fail' | 'release' | 'carry';
  readonly unit: number;
  readonly which: number;
  readonly twice: boolean;
}

const at = '2026-07-08T02:00:00.000Z';

/** An order with one batch, and its work order; what follows from either waits until it is carried. */
const setup = (quantity: number) => {
  const story = orderStory(quantity);
  story.confirmsAll('2026-07-07T02:00:00.000Z');
  story.plans(1, quantity, { reason: '一次到位' });
  let work: WorkOrder = workFor(story.now(), 1, at);
  const underWay: (() => void)[] = [];
  const record = (events: readonly WorkEvent[]): void => {
    for (const event of events) {
      work = evolveWork(work, event, at);
      if (event.type === 'WorkReported')
        underWay.push(() => story.record(reportUnits(story.now(), 1, event.report), at));
      if (event.type === 'WorkUnitsReleased')
        underWay.push(() => story.record(carryReleased(story.now(), 1, event.unitIds), at));
    }
  };
  const reports = (report: UnitReport) => {
    const decided = reportWork(work, report);
    if (decided.ok) record(decided.value);
    return decided;
  };
  const asksBack = (): void => {
    const decided = releaseUnits(story.now(), 1, '退回');
    if (!decided.ok) return;
    story.record(decided.value, at);
    underWay.push(() => record(syncWork(work, workFor(story.now(), 1, at))));
  };
  const carries = (which: number, twice: boolean): void => {
    const [next] = underWay.splice(which % Math.max(1, underWay.length), 1);
    next?.();
    if (twice) next?.();
  };
  const open = (...indexes: readonly number[]): UnitReport['opened'] =>
    indexes.flatMap((index) => {
      const unit = work.units[index];
      return unit ? [{ unitId: unit.unitId, instanceId: unit.unitId, addresses: ['10.0.0.1'] }] : [];
    });
  const fail = (...indexes: readonly number[]): UnitReport['failed'] =>
    indexes.flatMap((index) => {
      const unit = work.units[index];
      return unit ? [{ unitId: unit.unitId, reason: '资源不足' }] : [];
    });
  return { story, work: () => work, reports, asksBack, carries, open, fail, underWay };
};

describe('a provider’s report that meets a release', () => {
  it('is not lost: what it opened stays opened, and only the rest is given back', () => {
    const { story, reports, asksBack, carries, open, fail, underWay } = setup(3);
    reports({ opened: open(0), failed: fail(1, 2) });
    carries(0, false);
    asksBack();
    expect(reports({ opened: open(1), failed: [] }).ok).toBe(true);
    while (underWay.length > 0) carries(underWay.length - 1, false);
    expect(batchOf(story.now(), 1).units.map(({ state }) => state)).toEqual(['opened', 'opened', 'released']);
    expect(batchOf(story.now(), 1).releases).toEqual([{ at, units: 2, reason: '退回' }]);
    expect(remainingOf(story.now(), { lineNo: 1, quantity: 3 })).toBe(1);
  });

  it('in any order of reports, releases and deliveries, work order and order come to the same', () => {
    const step: fc.Arbitrary<Step> = fc.record({
      what: fc.constantFrom<Step['what'][]>('open', 'fail', 'release', 'carry', 'carry'),
      unit: fc.nat({ max: 5 }),
      which: fc.nat(),
      twice: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { story, work, reports, asksBack, carries, open, fail, underWay } = setup(6);
        const plays = {
          open: ({ unit }: Step) => reports({ opened: open(unit), failed: [] }),
          fail: ({ unit }: Step) => reports({ opened: [], failed: fail(unit) }),
          release: asksBack,
          carry: ({ which, twice }: Step) => carries(which, twice),
        };
        for (const one of steps) plays[one.what](one);
        while (underWay.length > 0) carries(0, true);
        expect(batchOf(story.now(), 1).units.map(({ state }) => state)).toEqual(
          work().units.map(({ state }) => state),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('the size of a report', () => {
  it('of a thousand resources with every address that they may have is refused with what to do, and half of it as well', () => {
    const { work, reports } = setup(1000);
    const addresses = Array.from(
      { length: 16 },
      (_, index) => `2001:db8:1111:2222:3333:4444:5555:${1000 + index}`,
    );
    const opened = work().units.map(({ unitId }) => ({ unitId, instanceId: `i-${unitId}`, addresses }));
    expect(reports({ opened, failed: [] })).toMatchObject({
      refusal: { code: 'answer-invalid', errors: [{ pointer: '/opened', code: 'report-too-large' }] },
    });
    const reason = '因'.repeat(300);
    const failed = work().units.map(({ unitId }) => ({ unitId, reason }));
    expect(reports({ opened: [], failed })).toMatchObject({
      refusal: { errors: [{ pointer: '/failed', code: 'report-too-large' }] },
    });
    expect(reports({ opened: opened.slice(0, 250), failed: [] }).ok).toBe(true);
    expect(reports({ opened: opened.slice(250, 500), failed: [] })).toMatchObject({
      refusal: { errors: [{ pointer: '/opened', code: 'batch-too-large' }] },
    });
  });

  it('lets 300 hosts pass, and their credentials lie apart from them until they are fetched', () => {
    const { story, work, reports, carries } = setup(300);
    const opened = work().units.map(({ unitId }, index) => ({
      unitId,
      instanceId: `i-${unitId}-0123456789abcdef`,
      addresses: [`10.8.${Math.floor(index / 250)}.${index % 250}`, `2001:db8::${index}`],
    }));
    expect(reports({ opened, failed: [] }).ok).toBe(true);
    carries(0, false);
    story.deposits('2026-07-09T02:00:00.000Z', 'digest', 's'.repeat(320_000));
    const sizes = () =>
      Object.values(orderShape.split(story.now()).parts).map((part) =>
        Buffer.byteLength(JSON.stringify(part)),
      );
    expect(Math.max(...sizes())).toBeGreaterThan(300_000);
    const kept = orderShape.split(story.now());
    const read = orderShape.join(
      kept.header as Item,
      new Map(Object.entries(kept.parts)) as Map<string, Item>,
    );
    expect(read).toEqual(story.now());
    story.collects('2026-07-10T02:00:00.000Z');
    expect(JSON.stringify(orderShape.split(story.now()).parts)).not.toContain('sss');
    expect(Math.max(...sizes())).toBeLessThan(100_000);
  });
});

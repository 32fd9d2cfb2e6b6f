import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueView } from '#functions/provisioning/app/due-view.ts';
import { openCredentials, sealCredentials } from '#functions/provisioning/app/seal-credentials.ts';
import { workNotices } from '#functions/provisioning/app/work-notices.ts';
import { billingStart } from '#functions/provisioning/domain/billing-start.ts';
import { mostMisses, waitingCredentials } from '#functions/provisioning/domain/collect-credentials.ts';
import { recomputeDue } from '#functions/provisioning/domain/order-due.ts';
import { remainingOf } from '#functions/provisioning/domain/order-state.ts';
import { orderStatus } from '#functions/provisioning/domain/order-status.ts';
import { evolveWork, syncWork, workFor } from '#functions/provisioning/domain/work-order.ts';
import { newSecretCode } from '#shared/kernel/secret-code.ts';
import { createWorkingCalendar, type OverlayNotice } from '#shared/kernel/working-calendar.ts';
import type { ProvisioningRules } from '#shared/regulation/provisioning-spec.ts';
import { batchOf, provisioningRulesOf, orderStory as setup } from '#test/support/order-story.ts';

const yancheng = provisioningRulesOf('yancheng');
const kaifeng = provisioningRulesOf('kaifeng');

describe('billing', () => {
  it('[yc-cloud-17-2] begins at the later of confirmation and opening; by the switch `literal` the first batch from the confirmation', () => {
    const story = setup(4);
    story.confirmsAll('2026-07-07T02:00:00.000Z');
    story.plans(1, 2);
    expect(billingStart(story.now(), batchOf(story.now(), 1), yancheng)).toBeUndefined();
    story.opens(1, '2026-07-09T02:00:00.000Z');
    story.plans(2, 2, { usageSeen: '正常' });
    story.opens(2, '2026-08-06T02:00:00.000Z');
    const literal: ProvisioningRules = {
      ...yancheng,
      billingFrom: { value: 'literal', clause: 'yc-cloud-17-2', source: 'localDefault' },
    };
    const startsBy = (rules: ProvisioningRules) =>
      [1, 2].map((no) => billingStart(story.now(), batchOf(story.now(), no), rules));
    expect(startsBy(yancheng)).toEqual(['2026-07-09', '2026-08-06']);
    expect(startsBy(literal)).toEqual(['2026-07-07', '2026-08-06']);
  });

  it('by the switch `literal` begins with the confirmation also where a batch before it was given back whole', () => {
    const story = setup(4);
    story.confirmsAll('2026-07-07T02:00:00.000Z');
    story.plans(1, 2);
    story.opens(1, '2026-07-08T02:00:00.000Z', () => false);
    story.releases(1, '2026-07-09T02:00:00.000Z');
    story.plans(2, 2, { usageSeen: '正常' });
    story.opens(2, '2026-07-20T02:00:00.000Z');
    const literal: ProvisioningRules = {
      ...yancheng,
      billingFrom: { value: 'literal', clause: 'yc-cloud-17-2', source: 'localDefault' },
    };
    expect(billingStart(story.now(), batchOf(story.now(), 1), literal)).toBeUndefined();
    expect(billingStart(story.now(), batchOf(story.now(), 2), literal)).toBe('2026-07-07');
  });

  it('does not begin before the confirmation, whatever is open', () => {
    const opened = { no: 1, openedAt: '2026-07-07T02:00:00.000Z' };
    const parties = ['operator', 'department', 'provider'] as const;
    const batches = [{ ...opened, plannedAt: '2026-07-06T02:00:00.000Z', units: [] }];
    expect(billingStart({ parties, batches }, opened, yancheng)).toBeUndefined();
    const late = { parties, batches, confirmedAt: '2026-07-10T02:00:00.000Z' };
    expect(billingStart(late, opened, yancheng)).toBe('2026-07-10');
  });

  it('of a batch that opened in part begins with its last unit, or when the rest is given back', () => {
    const story = setup(4);
    story.confirmsAll('2026-07-07T02:00:00.000Z');
    story.plans(1, 4);
    story.opens(1, '2026-07-08T02:00:00.000Z', (index) => index < 3);
    expect(billingStart(story.now(), batchOf(story.now(), 1), yancheng)).toBeUndefined();
    story.releases(1, '2026-07-10T02:00:00.000Z');
    expect(billingStart(story.now(), batchOf(story.now(), 1), yancheng)).toBe('2026-07-10');
    expect(remainingOf(story.now(), { lineNo: 1, quantity: 4 })).toBe(1);
  });

  it('begins with the latest answer, also when an earlier one is carried after it', () => {
    const story = setup(4);
    story.confirmsAll('2026-07-07T02:00:00.000Z');
    story.plans(1, 4);
    const [first, ...rest] = batchOf(story.now(), 1).units.map(({ unitId }) => ({
      unitId,
      instanceId: unitId,
      addresses: ['10.0.0.1'],
    }));
    story.reports(1, { opened: rest, failed: [] }, '2026-07-12T02:00:00.000Z');
    story.reports(1, { opened: first ? [first] : [], failed: [] }, '2026-07-09T02:00:00.000Z');
    expect(billingStart(story.now(), batchOf(story.now(), 1), yancheng)).toBe('2026-07-12');
    expect(story.now().completedAt).toBe('2026-07-12T02:00:00.000Z');
  });
});

describe('an order', () => {
  it('holds what was last assessed, and nothing of a line that was assessed to nothing', () => {
    expect(setup(3).now().lines).toMatchObject([
      { lineNo: 1, quantity: 3, pool: { kind: 'countyPool', county: 'yancheng/dafeng' }, zone: 'internet' },
    ]);
  });

  it('[kf-cloud-16-2] is to be configured within three working days of the approval, that day not counted', () => {
    const { due } = setup(1, kaifeng).now();
    expect(due).toMatchObject({ dueOn: '2026-07-09', clause: 'kf-cloud-16-2' });
    const calendar = createWorkingCalendar(undefined, 'kaifeng/lankao');
    const light = (now: string, doneAt?: string) =>
      dueView(due, doneAt, { calendar, now: new Date(now) })?.light;
    expect(light('2026-07-09T15:59:00.000Z')).not.toBe('overdue');
    expect(light('2026-07-09T16:00:00.000Z')).toBe('overdue');
    expect(light('2026-07-20T02:00:00.000Z', '2026-07-09T15:00:00.000Z')).toBe('met');
    expect(light('2026-07-20T02:00:00.000Z', '2026-07-10T02:00:00.000Z')).toBe('missed');
  });

  it('keeps one wait however often the machine asks, and tells a decided one its outcome', () => {
    const story = setup(1);
    expect(story.waits('confirmation').events).toMatchObject([{ type: 'WaitOpened' }]);
    expect(story.waits('confirmation').events).toMatchObject([{ type: 'TokenAdded', wait: 0 }]);
    story.confirmsAll('2026-07-07T02:00:00.000Z');
    expect(story.waits('confirmation')).toMatchObject({ events: [], outcome: 'Approved' });
    story.plans(1, 1);
    story.opens(1, '2026-07-08T02:00:00.000Z');
    expect(story.waits('batch', 1)).toMatchObject({ events: [], outcome: 'Concluded' });
    expect(orderStatus(story.now())).toBe('opened');
  });

  it('in any course of batches, failures and repeats opens each piece once and never more than was assessed', () => {
    const step = fc.record({ count: fc.integer({ min: 1, max: 6 }), seed: fc.nat(), repeat: fc.boolean() });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 18 }), fc.array(step, { maxLength: 12 }), (quantity, steps) => {
        const story = setup(quantity);
        story.confirmsAll('2026-07-07T02:00:00.000Z');
        for (const { count, seed, repeat } of steps) {
          const no = story.now().batches.length + 1;
          if (!story.plans(no, count, { withoutUsage: '随机' }).ok) continue;
          const which = (index: number) => (seed >> (index % 16)) % 3 !== 0;
          story.opens(no, '2026-07-08T02:00:00.000Z', which);
          if (repeat) story.opens(no, '2026-07-09T02:00:00.000Z', which);
          story.releases(no, '2026-07-10T02:00:00.000Z');
        }
        const order = story.now();
        const units = order.batches.flatMap((batch) => batch.units);
        const opened = units.filter(({ state }) => state === 'opened');
        expect(new Set(units.map(({ unitId }) => unitId)).size).toBe(units.length);
        expect(opened.length + remainingOf(order, { lineNo: 1, quantity })).toBe(quantity);
        expect(orderStatus(order) === 'opened').toBe(opened.length === quantity);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the due day of an order', () => {
  const closed = '2026-07-09';
  const notices: readonly OverlayNotice[] = [{ version: 1, title: '关于防汛停办的通知', days: [closed] }];
  const calendar = createWorkingCalendar(
    { version: '1', days: [{ date: closed, kind: 'holiday', reason: '防汛停办' }] },
    'yancheng/dafeng',
  );

  it('moves with a notice, once, says why, and stays as it was when all is opened', () => {
    const story = setup(1, kaifeng);
    const moves = recomputeDue(story.now(), notices, kaifeng, calendar);
    expect(moves).toMatchObject([{ from: closed, due: { dueOn: '2026-07-10', clause: 'kf-cloud-16-2' } }]);
    story.record(moves, '2026-07-07T02:00:00.000Z');
    expect(story.now().dueMoves).toMatchObject([{ from: closed, to: '2026-07-10' }]);
    expect(recomputeDue(story.now(), notices, kaifeng, calendar)).toEqual([]);

    const opened = setup(1, kaifeng);
    opened.plans(1, 1);
    opened.opens(1, '2026-07-08T02:00:00.000Z');
    expect(recomputeDue(opened.now(), notices, kaifeng, calendar)).toEqual([]);
  });

  it('takes the work orders with it that are not done, and tells their provider', () => {
    const story = setup(1, kaifeng);
    const work = workFor(story.now(), undefined, '2026-07-06T02:00:00.000Z');
    story.record(recomputeDue(story.now(), notices, kaifeng, calendar), '2026-07-07T02:00:00.000Z');
    const wanted = workFor(story.now(), undefined, '2026-07-07T02:00:00.000Z');
    const events = syncWork(work, wanted);
    const after = events.reduce((state, event) => evolveWork(state, event, ''), work);
    expect(after.due?.dueOn).toBe('2026-07-10');
    expect(workNotices(events, after).map(({ event }) => event)).toEqual([
      'work.dueMoved',
      // Its program.
      'work.dueMoved',
      'work.soon',
      'work.overdue',
      'work.overdue',
    ]);
    expect(syncWork(after, wanted)).toEqual([]);
    expect(syncWork({ ...work, answeredAt: '2026-07-06T03:00:00.000Z' }, wanted)).toEqual([]);
  });
});

describe('credentials', () => {
  const left = () => {
    const story = setup(1);
    story.confirmsAll('2026-07-07T02:00:00.000Z');
    story.plans(1, 1);
    story.opens(1, '2026-07-08T02:00:00.000Z');
    story.deposits('2026-07-09T03:00:00.000Z', 'newer');
    return { ...story, batch: () => batchOf(story.now(), 1) };
  };

  it('are the newest that were left, in whatever order deposits are carried', () => {
    const { deposits, batch } = left();
    deposits('2026-07-09T02:00:00.000Z', 'older');
    expect(batch().credentials?.digest).toBe('newer');
  });

  it('that were fetched or destroyed do not come back with an earlier deposit', () => {
    for (const opened of [true, false]) {
      const { collects, deposits, batch } = left();
      for (let times = 0; times < (opened ? 1 : mostMisses); times += 1)
        collects('2026-07-10T02:00:00.000Z', opened);
      deposits('2026-07-09T02:00:00.000Z', 'older');
      deposits('2026-07-09T03:00:00.000Z', 'newer');
      expect(batch().credentials).toBeUndefined();
    }
  });

  it('left anew after a receipt wait to be fetched, and both receipts stay', () => {
    const { now, collects, deposits, batch } = left();
    collects('2026-07-10T02:00:00.000Z');
    deposits('2026-07-11T02:00:00.000Z', 'reset');
    expect(waitingCredentials(now(), 1)).toMatchObject({
      ok: true,
      value: { credentials: { digest: 'reset' } },
    });
    expect(batch().receipt?.digest).toBe('newer');
    collects('2026-07-12T02:00:00.000Z');
    expect(batch()).toMatchObject({ receipt: { digest: 'reset' }, earlierReceipts: [{ digest: 'newer' }] });
    expect(waitingCredentials(now(), 1)).toMatchObject({ refusal: { code: 'credentials-collected' } });
  });

  it('open with their code, however it was read out, and with no other', () => {
    const code = newSecretCode();
    const { sealed } = sealCredentials(code, 'root / 口令');
    const read = `${code.slice(0, 10).toLowerCase()} ${code.slice(10)}`.replaceAll('0', 'O');
    expect(openCredentials(read, sealed)).toBe('root / 口令');
    expect(openCredentials(newSecretCode(), sealed)).toBeUndefined();
    expect(sealed).not.toContain('root');
  });
});

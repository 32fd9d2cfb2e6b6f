import { describe, expect, it } from 'vitest';
import { dueView } from '#functions/provisioning/app/due-view.ts';
import { admitWait } from '#functions/provisioning/domain/admit-wait.ts';
import { evolveOrder } from '#functions/provisioning/domain/evolve-order.ts';
import { type ApprovedLine, openOrder } from '#functions/provisioning/domain/open-order.ts';
import type { OrderEvent } from '#functions/provisioning/domain/order-events.ts';
import { isReconfiguration, type Order } from '#functions/provisioning/domain/order-state.ts';
import { orderStatus } from '#functions/provisioning/domain/order-status.ts';
import { planBatch } from '#functions/provisioning/domain/plan-batch.ts';
import { reportUnits } from '#functions/provisioning/domain/report-units.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { profileOf } from '#shared/regulation/find-profile.ts';

const calendar = createWorkingCalendar(undefined, 'kaifeng/_city');
const rulesOf = (city: string) => {
  const profile = profileOf(city);
  if (!profile) throw new Error(`no rules of ${city}`);
  return profile.provisioning;
};
const at = '2026-07-07T02:00:00.000Z';
const who = { tenant: 'yancheng/dafeng', membership: 'm' } as const;

const line = (lineNo: number, quantity: number, row: object = {}): ApprovedLine => ({
  lineNo,
  productId: 'host-8c',
  product: { name: '云主机 8核', kind: 'host', specification: '8核', unit: '台' },
  quantity,
  unitPriceFen: 200,
  row: { ...row },
});
const inUse = {
  name: '云主机 4核',
  specification: '4核',
  quantity: 1,
  pool: { kind: 'cityPool' },
  zone: 'internet',
} as const;

/** The order of a change approved on Monday 2026-07-06. */
const setup = (lines: readonly ApprovedLine[], city = 'yancheng') => {
  const rules = rulesOf(city);
  const opened = openOrder(
    {
      tenant: `${city}/dafeng` as 'yancheng/dafeng',
      caseId: 'dafeng.9',
      systemId: 'dafeng.1',
      systemName: '系统',
      organisation: { id: 'o', name: '单位' },
      ruleVersion: 'v',
      provider: { id: 'p', name: '云服务商' },
      approvedAt: '2026-07-06T02:00:00.000Z',
      priceVersion: 'c',
      lines,
      changing: new Map([['dafeng.1-1-1', inUse]]),
    },
    rules,
    calendar,
  );
  let order: Order | undefined;
  const record = (events: readonly OrderEvent[]): void => {
    for (const event of events) order = evolveOrder(order, event, at);
  };
  record(opened);
  const now = (): Order => {
    if (!order) throw new Error('no order');
    return order;
  };
  const waits = (batch: number) => {
    const admission = admitWait(now(), 'batch', batch, `t${batch}`);
    record(admission.events);
    return admission;
  };
  const reports = (): void =>
    record(
      reportUnits(now(), 1, {
        opened: [{ unitId: 'dafeng.1-1-1', instanceId: 'i', addresses: ['10.0.0.1'] }],
        failed: [],
      }),
    );
  return { opened, rules, now, record, waits, reports };
};

describe('the order of a change', () => {
  it('orders the changed resources at once, where they lie, one piece staying one; the added ones wait for a plan', () => {
    const { now } = setup([line(1, 3, { resourceId: 'dafeng.1-1-1' }), line(2, 2, { pool: 'countyPool' })]);
    const [batch] = now().batches;
    expect(batch?.units).toEqual([{ unitId: 'dafeng.1-1-1', lineNo: 1, quantity: 1, state: 'ordered' }]);
    expect(batch && isReconfiguration(now(), batch)).toBe(true);
    expect(now().lines[0]).toMatchObject({
      pool: inUse.pool,
      zone: 'internet',
      changes: { name: '云主机 4核' },
    });
    expect(now().parties).toEqual([]);
  });

  it('leaves out what is no longer in use, and is none where nothing is left', () => {
    const gone = line(1, 1, { resourceId: 'dafeng.1-1-7' });
    expect(
      setup([gone, line(2, 1)])
        .now()
        .lines.map(({ lineNo }) => lineNo),
    ).toEqual([2]);
    expect(setup([gone, line(2, 0)]).opened).toEqual([]);
  });

  it('ends with the machine, whether the provider or the machine is the quicker', () => {
    const quick = setup([line(1, 1, { resourceId: 'dafeng.1-1-1' })]);
    quick.reports();
    expect(quick.waits(1)).toMatchObject({ outcome: 'Concluded' });
    expect(quick.waits(1).events).toEqual([]);
    const slow = setup([line(1, 1, { resourceId: 'dafeng.1-1-1' })]);
    expect(slow.waits(1).outcome).toBeUndefined();
    slow.reports();
    for (const { now } of [quick, slow]) {
      expect(orderStatus(now())).toBe('opened');
      expect(now().waits).toMatchObject([{ outcome: 'Concluded' }]);
    }
  });

  it('goes on to the added lines without asking what was seen of the changed ones', () => {
    const { now, waits, reports, rules } = setup([line(1, 1, { resourceId: 'dafeng.1-1-1' }), line(2, 2)]);
    waits(1);
    reports();
    waits(2);
    const wanted = { quantities: [{ lineNo: 2, quantity: 2 }] };
    expect(planBatch(now(), wanted, who, { rules, letterSigned: true }).ok).toBe(true);
  });

  it.each([
    ['2026-07-09T12:00:00.000Z', 'soon'],
    ['2026-07-10T02:00:00.000Z', 'overdue'],
  ])('[kf-cloud-18-2] approved on Monday 2026-07-06 and not done, is at %s %s', (when, light) => {
    const { now } = setup([line(1, 1, { resourceId: 'dafeng.1-1-1' })], 'kaifeng');
    expect(now().due).toMatchObject({ dueOn: '2026-07-09', clause: 'kf-cloud-18-2' });
    expect(dueView(now().due, undefined, { calendar, now: new Date(when) })?.light).toBe(light);
  });
});

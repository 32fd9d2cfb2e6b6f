import { admitWait } from '#functions/provisioning/domain/admit-wait.ts';
import {
  collectCredentials,
  depositCredentials,
  waitingCredentials,
} from '#functions/provisioning/domain/collect-credentials.ts';
import { confirmOrder } from '#functions/provisioning/domain/confirm-order.ts';
import { evolveOrder } from '#functions/provisioning/domain/evolve-order.ts';
import { openOrder } from '#functions/provisioning/domain/open-order.ts';
import type { OrderEvent } from '#functions/provisioning/domain/order-events.ts';
import type { Order } from '#functions/provisioning/domain/order-state.ts';
import { planBatch } from '#functions/provisioning/domain/plan-batch.ts';
import { carryReleased, releaseUnits } from '#functions/provisioning/domain/release-units.ts';
import { reportUnits, type UnitReport } from '#functions/provisioning/domain/report-units.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { profileOf } from '#shared/regulation/find-profile.ts';
import type { ProvisioningRules } from '#shared/regulation/provisioning-spec.ts';

export const provisioningRulesOf = (city: string): ProvisioningRules => {
  const profile = profileOf(city);
  if (!profile) throw new Error(`no rules of ${city}`);
  return profile.provisioning;
};
const yancheng = provisioningRulesOf('yancheng');
const caseId = `dafeng.${'0'.repeat(25)}1`;
const who = { tenant: 'yancheng/dafeng', membership: 'm' } as const;

/** An order told from its beginning, with the machine waiting where it would. */
export const orderStory = (
  quantity = 4,
  rules: ProvisioningRules = yancheng,
  approvedAt = '2026-07-06T02:00:00.000Z',
) => {
  let order: Order | undefined;
  const record = (events: readonly OrderEvent[], at: string): void => {
    for (const event of events) order = evolveOrder(order, event, at);
  };
  const now = (): Order => {
    if (!order) throw new Error('nothing told yet');
    return order;
  };
  record(
    openOrder(
      {
        tenant: 'yancheng/dafeng',
        caseId,
        systemId: caseId,
        systemName: '系统',
        organisation: { id: 'dafeng-health', name: '卫健委' },
        ruleVersion: 'v',
        provider: { id: 'p', name: '云服务商' },
        approvedAt,
        priceVersion: 'c',
        lines: [
          {
            lineNo: 1,
            productId: 'host',
            product: { name: '云主机', kind: 'host', specification: '4核', unit: '台' },
            quantity,
            unitPriceFen: 100,
            row: { pool: 'countyPool', zone: 'internet' },
          },
          {
            lineNo: 2,
            productId: 'none',
            product: { name: '不予开通', kind: 'host', specification: '4核', unit: '台' },
            quantity: 0,
            unitPriceFen: 100,
            row: {},
          },
        ],
      },
      rules,
      createWorkingCalendar(undefined, 'yancheng/dafeng'),
    ),
    approvedAt,
  );
  let tokens = 0;
  const waits = (step: 'confirmation' | 'batch', batch?: number) => {
    tokens += 1;
    const admission = admitWait(now(), step, batch, `token-${tokens}`);
    record(admission.events, approvedAt);
    return admission;
  };
  const confirmsAll = (at: string): void => {
    waits('confirmation');
    for (const party of ['provider', 'department', 'operator'] as const) {
      const decided = confirmOrder(now(), party, who, at);
      if (decided.ok) record(decided.value, at);
    }
  };
  const plans = (no: number, count: number, more: object = {}) => {
    waits('batch', no);
    const decided = planBatch(now(), { quantities: [{ lineNo: 1, quantity: count }], ...more }, who, {
      rules,
      letterSigned: true,
    });
    if (decided.ok) record(decided.value, '2026-07-07T02:00:00.000Z');
    return decided;
  };
  const reports = (no: number, report: UnitReport, at: string): void =>
    record(reportUnits(now(), no, report), at);
  const opens = (no: number, at: string, which: (index: number) => boolean = () => true): void => {
    const units = now().batches.find((batch) => batch.no === no)?.units ?? [];
    const opened = units
      .filter((_, index) => which(index))
      .map(({ unitId }) => ({ unitId, instanceId: unitId, addresses: ['10.0.0.1'] }));
    const failed = units
      .filter((_, index) => !which(index))
      .map(({ unitId }) => ({ unitId, reason: '资源不足' }));
    reports(no, { opened, failed }, at);
  };
  const releases = (no: number, at: string): void => {
    const decided = releaseUnits(now(), no, '退回');
    if (!decided.ok) return;
    record(decided.value, at);
    const back = batchOf(now(), no).units.filter(({ state }) => state === 'releasing');
    record(
      carryReleased(
        now(),
        no,
        back.map(({ unitId }) => unitId),
      ),
      at,
    );
  };
  const deposits = (at: string, digest: string, sealed = digest): void =>
    record(depositCredentials(now(), 1, { depositedAt: at, by: who, sealed, digest }), at);
  const collects = (at: string, opened = true): void => {
    const waiting = waitingCredentials(now(), 1);
    if (waiting.ok) record(collectCredentials(1, waiting.value.credentials, opened, who, at), at);
  };
  return { now, record, waits, confirmsAll, plans, reports, opens, releases, deposits, collects };
};

export const batchOf = (order: Order, no: number) => {
  const batch = order.batches.find((one) => one.no === no);
  if (!batch) throw new Error(`no batch ${no}`);
  return batch;
};

import type { Obligation } from '#functions/obligations/domain/obligation-state.ts';

const orderId = `dafeng.${'0'.repeat(25)}1`;

/** 上线 of a first batch, owed since June and late from the middle of July on. */
export const lateGoLive: Obligation = {
  tenant: 'yancheng/dafeng',
  obligationId: `${orderId}-b1-goLive`,
  kind: 'goLive',
  ruleVersion: 'yancheng-2026-04-27',
  systemId: orderId,
  systemName: '平台',
  organisation: { id: 'dafeng-health', name: '大丰区卫健委' },
  orderId,
  batch: 1,
  turn: 1,
  from: '2026-06-01',
  openedAt: '2026-06-01T02:00:00.000Z',
  due: { dueOn: '2026-07-14', provisional: false, calendarVersion: '0' },
  pauses: [],
  moves: [],
};

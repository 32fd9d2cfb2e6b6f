import type { Reclamation } from '#functions/reclamation/domain/reclamation-state.ts';

/** A reclamation as one's test needs it. */
export const reclamationOf = (more: Partial<Reclamation> = {}): Reclamation => ({
  tenant: 'yancheng/dafeng',
  reclamationId: 'r',
  systemId: 's',
  systemName: '某平台',
  organisation: { id: 'health', name: '卫健委' },
  ruleVersion: 'yancheng-2026-04-27',
  cause: 'security',
  authority: 'county',
  decision: {
    at: '2026-03-02T02:00:00.000Z',
    by: { tenant: 'yancheng/dafeng', membership: 'leader' },
    reason: '被入侵。',
  },
  resources: [],
  notice: { from: '2026-03-02', calendarVersion: '1', actOn: '2026-03-09', graceClause: 'house' },
  archived: [],
  waits: [],
  ...more,
});

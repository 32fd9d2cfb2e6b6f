import { passSystemDoor } from '#shared/aggregate/pass-system-door.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { createWorkingCalendar, type OverlayNotice } from '#shared/kernel/working-calendar.ts';
import { log } from '#shared/log/log.ts';
import { recomputeNotice } from '../domain/recompute-notice.ts';
import type { ReclaimingServices, ReclamationRef } from './ports.ts';
import { reclamationProcess } from './reclamation-rules.ts';
import { rulesOf } from './rules-of.ts';

/**
 * Recomputes the days of a reclamation on the calendar in force. Answers whether a notice has moved them since `since`, now
 * or in an earlier attempt of the same run.
 */
export const recomputeReclamation = async (
  {
    reclamations,
    references,
    clock,
    newSalt,
  }: Pick<ReclaimingServices, 'reclamations' | 'references' | 'clock' | 'newSalt'>,
  ref: ReclamationRef,
  notices: readonly OverlayNotice[],
  since: string,
): Promise<Result<boolean, Refusal>> => {
  const calendar = createWorkingCalendar(await references.calendarOverlay(cityOf(ref.tenant)), ref.tenant);
  const now = clock.now();
  const today = shanghaiDateOf(now);
  const after = await passSystemDoor(reclamationProcess, reclamations, {
    ref,
    at: now.toISOString(),
    newSalt,
    decide: (loaded) =>
      loaded ? recomputeNotice(loaded.state, notices, rulesOf(loaded.state), { calendar, today }) : [],
  });
  const moved = after?.movedAt !== undefined && after.movedAt >= since;
  if (moved) log.info('targets.moved', { tenant: ref.tenant, caseId: ref.reclamationId });
  return accept(moved);
};

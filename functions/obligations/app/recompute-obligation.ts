import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import type { OverlayNotice } from '#shared/kernel/working-calendar.ts';
import { log } from '#shared/log/log.ts';
import { recomputeDue } from '../domain/recompute-due.ts';
import { passSystem } from './pass-system.ts';
import type { ObligationRef, SystemServices } from './ports.ts';
import { reckoningFor } from './reckoning-for.ts';

/**
 * Recomputes one obligation on the calendar in force. Answers whether a notice has moved its date since `since`, now or
 * in an earlier attempt of the same run.
 */
export const recomputeObligation = async (
  services: SystemServices,
  ref: ObligationRef,
  notices: readonly OverlayNotice[],
  since: string,
): Promise<Result<boolean, Refusal>> => {
  const loaded = await services.obligations.load(ref);
  if (!loaded) return accept(false);
  const reckoning = await reckoningFor(services, loaded.state);
  const after = await passSystem(services, ref, reckoning.now, (standing) =>
    recomputeDue(standing, notices, reckoning),
  );
  const moved = after?.moves.some(({ kind, at }) => kind === 'recomputed' && at >= since) ?? false;
  if (moved) log.info('targets.moved', { tenant: ref.tenant, caseId: ref.obligationId });
  return accept(moved);
};

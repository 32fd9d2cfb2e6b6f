import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { ReclamationRules } from '#shared/regulation/reclamation-spec.ts';
import type { Reclamation } from './reclamation-state.ts';

/**
 * The first day that is no longer billed: the day of the actual reclaim, at whose end nothing is in use any more; where
 * the rules cap it, the limit's last day at the latest (yc-cloud-20-5). Undefined before the reclaim.
 */
export const billingEnd = (
  { executed, notice }: Pick<Reclamation, 'executed' | 'notice'>,
  { billingUntil }: Pick<ReclamationRules, 'billingUntil'>,
): string | undefined => {
  if (!executed) return undefined;
  const reclaimedOn = shanghaiDateOf(new Date(executed.at));
  const limit = billingUntil.value === 'reclaimOrLimit' ? notice.due?.dueOn : undefined;
  return limit !== undefined && limit < reclaimedOn ? limit : reclaimedOn;
};

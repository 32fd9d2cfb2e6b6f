import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import type { OrderEvent } from './order-events.ts';
import type { Batch, Doer, Order, SealedCredentials } from './order-state.ts';

/** Wrong codes after which a deposit is destroyed. */
export const mostMisses = 5;

/** What waits to be fetched of a batch, or why nothing does. */
export const waitingCredentials = (
  order: Order,
  no: number,
): Result<{ readonly batch: Batch; readonly credentials: SealedCredentials }, Refusal> => {
  const batch = order.batches.find((one) => one.no === no);
  if (!batch) return refuse({ code: 'not-found', detail: '没有这一批，请刷新后再办。' });
  if (batch.credentials) return accept({ batch, credentials: batch.credentials });
  if (batch.receipt)
    return refuse({
      code: 'credentials-collected',
      detail: '登录凭据已经领取过，只交付一次。遗失的，请联系云服务商重置。',
    });
  return refuse({ code: 'no-credentials', detail: '云服务商还没有交付登录凭据，请等交付后再领取。' });
};

/** 领取: once, with a receipt; a wrong code counts, and the fifth destroys what was left. */
export const collectCredentials = (
  no: number,
  { digest, misses }: SealedCredentials,
  opened: boolean,
  by: Doer,
  at: string,
): readonly OrderEvent[] =>
  opened
    ? [{ type: 'CredentialsCollected', no, receipt: { at, by, digest } }]
    : [{ type: 'CredentialsMissed', no, destroyed: misses + 1 >= mostMisses }];

/** Carries a deposit into its order, in whatever order they come: the newest waits, also after an earlier one was fetched. */
export const depositCredentials = (
  order: Order,
  no: number,
  credentials: Omit<SealedCredentials, 'misses'>,
): readonly OrderEvent[] => {
  const batch = order.batches.find((one) => one.no === no);
  if (!batch || (batch.depositedAt !== undefined && credentials.depositedAt <= batch.depositedAt)) return [];
  return [{ type: 'CredentialsDeposited', no, credentials: { ...credentials, misses: 0 } }];
};

import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { ProvisioningRules } from '#shared/regulation/provisioning-spec.ts';
import type { Batch, Order } from './order-state.ts';

const dateOf = (instant: string): string => shanghaiDateOf(new Date(instant));

/**
 * The first billed day of a batch (yc-cloud-17-2): the later of confirmation and opening; by the switch `literal` the
 * first batch that opens from the confirmation. Undefined while it is not open, or what it waits for has not been confirmed.
 */
export const billingStart = (
  { parties, confirmedAt, batches }: Pick<Order, 'parties' | 'confirmedAt' | 'batches'>,
  { no, openedAt }: Pick<Batch, 'no' | 'openedAt'>,
  { billingFrom }: Pick<ProvisioningRules, 'billingFrom'>,
): string | undefined => {
  if (openedAt === undefined) return undefined;
  const opened = dateOf(openedAt);
  if (billingFrom.value === 'opening' || parties.length === 0) return opened;
  if (confirmedAt === undefined) return undefined;
  const confirmed = dateOf(confirmedAt);
  // One before it that was given back whole has opened nothing.
  const first = batches.find((batch) => batch.openedAt !== undefined)?.no;
  if (billingFrom.value === 'literal' && no === first) return confirmed;
  const [, later = opened] = [confirmed, opened].sort();
  return later;
};

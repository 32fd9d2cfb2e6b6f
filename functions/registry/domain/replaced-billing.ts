import type { BillingPeriod } from '#shared/contracts/registry.ts';
import { endBilling, type Resource } from './resource.ts';

/** Days of what a new application replaces. */
export interface Replacement {
  /** The first day that is no longer billed. */
  readonly endsOn: string;
  /** The exit came to nothing: billed again from this day on. */
  readonly resumesOn?: string;
}

const replaced = (periods: readonly BillingPeriod[], { endsOn, resumesOn }: Replacement): BillingPeriod[] => {
  if (resumesOn === undefined) return endBilling(periods, endsOn);
  // Given up before it could end anything: only whoever had not heard of that has ended it.
  const before = resumesOn < endsOn ? [...periods] : endBilling(periods, endsOn);
  const last = before.at(-1);
  if (last?.to !== endsOn) return [...periods];
  const { to: _to, ...running } = last;
  return resumesOn < endsOn
    ? [...before.slice(0, -1), running]
    : [...before, { ...running, from: resumesOn }];
};

/**
 * 重大变更: the billing of what is replaced. Told again, or told of the exit's end before or behind the replacement, it is
 * the same. Undefined where there is nothing to change.
 */
export const billReplaced = (resource: Resource, days: Replacement): Resource | undefined => {
  const { state, billing } = resource;
  const { resumesOn } = days;
  // What has been taken back keeps the days it had; what has been resumed goes its own way since.
  if (resumesOn !== undefined && (state !== 'inUse' || billing.some(({ from }) => from >= resumesOn)))
    return undefined;
  const after = replaced(billing, days);
  return JSON.stringify(after) === JSON.stringify(billing) ? undefined : { ...resource, billing: after };
};

import type { BillingPeriod, ResourceView } from '#shared/contracts/registry.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { Resource } from './resource.ts';

type Specification = ResourceView['specifications'][number];

/** What a resource becomes, from a moment on. */
export interface NewSpecification extends Specification {
  /** In which its quantity counts. */
  readonly unit: string;
  readonly unitPriceFen: number;
  /** Catalogue version of the price. */
  readonly priceVersion: string;
  /** Clause by which it is billed from then on. */
  readonly clause: string;
}

const dateOf = ({ from }: Pick<Specification, 'from'>): string => shanghaiDateOf(new Date(from));

/** Whatever of a period lies in `[from, to)`; nothing when that is empty. */
const within = (period: BillingPeriod, from: string, to: string | undefined): BillingPeriod[] => {
  const begin = period.from > from ? period.from : from;
  const { to: before, ...rest } = period;
  const end = before === undefined || (to !== undefined && to < before) ? to : before;
  if (end !== undefined && end <= begin) return [];
  return [{ ...rest, from: begin, ...(end === undefined ? {} : { to: end }) }];
};

/** Earlier than any day. */
const ever = '';

/**
 * Bills the days of `[from, to)` that are billed at all at another quantity and price. No day is added, lost or billed
 * twice: a day belongs to what is in force at its end, so that the day of the change is billed as changed.
 */
export const rebill = (
  periods: readonly BillingPeriod[],
  window: { readonly from: string; readonly to: string | undefined },
  as: Omit<BillingPeriod, 'from' | 'to'>,
): BillingPeriod[] =>
  periods.flatMap((period) => [
    ...within(period, ever, window.from),
    ...within(period, window.from, window.to).map((part) => ({ ...part, ...as })),
    ...(window.to === undefined ? [] : within(period, window.to, undefined)),
  ]);

/**
 * 变更: the specification from a moment on, in the history where that moment falls, and the billing split there.
 * Undefined when that case has changed it already, or it had been reclaimed before; in whatever order changes and the
 * reclaim are told, the same is left.
 */
export const changeSpecification = (resource: Resource, change: NewSpecification): Resource | undefined => {
  const { specifications, reclaimedAt } = resource;
  if (reclaimedAt !== undefined && change.from >= reclaimedAt) return undefined;
  if (specifications.some(({ caseId }) => caseId === change.caseId)) return undefined;
  const { unit, unitPriceFen, priceVersion, clause, ...target } = change;
  // No change is earlier than the opening.
  const [first] = specifications;
  const specification = { ...target, from: first && first.from > target.from ? first.from : target.from };
  const history = [...specifications, specification].sort((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : 0,
  );
  const next = history[history.indexOf(specification) + 1];
  return {
    ...resource,
    specifications: history,
    ...(next ? {} : { unit }),
    billing: rebill(
      resource.billing,
      { from: dateOf(specification), to: next && dateOf(next) },
      { quantity: change.quantity, unitPriceFen, priceVersion, clause },
    ),
  };
};

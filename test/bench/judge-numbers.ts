import type { BundlesMeasured } from './measure-bundles.ts';
import type { LifeMeasured } from './measure-life.ts';
import type { ListsAtSize } from './measure-lists.ts';
import type { PageWeight } from './measure-pages.ts';
import type { StoryMeasured } from './measure-story.ts';
import type { SweepAtSize } from './measure-sweep.ts';
import { addAmounts, costOf } from './weigh-cost.ts';

export interface Measured {
  readonly story: StoryMeasured;
  readonly life: LifeMeasured;
  readonly lists: readonly ListsAtSize[];
  readonly sweeps: readonly SweepAtSize[];
  readonly bundles: BundlesMeasured;
  readonly pages: readonly PageWeight[];
}

/** A number that steers, and whether it is reached; where not, an ADR may say what stands in the way. */
export interface Verdict {
  readonly what: string;
  readonly limit: string;
  readonly measured: string;
  readonly reached: boolean;
  /** The ADR that excuses a miss, and how far. */
  readonly unless?: string;
}

const most = (values: readonly number[]): number => Math.max(...values);
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;
const asRatio = (ratio: number): string => ratio.toFixed(3);
const largestPage = 14_000;
const firstScreen = 300_000;

const within = (what: string, limit: number, value: number, show: (value: number) => string): Verdict => ({
  what,
  limit: `≤ ${show(limit)}`,
  measured: show(value),
  reached: value <= limit,
});

/** The same for a number that an ADR excuses, but no further than the ADR's own ceiling. */
export const excusedBy = (
  { adr, ceiling }: { readonly adr: string; readonly ceiling: number },
  ...number: Parameters<typeof within>
): Verdict => {
  const [, , value, show] = number;
  return { ...within(...number), ...(value <= ceiling ? { unless: `${adr}: ≤ ${show(ceiling)}` } : {}) };
};

/** The largest departure of any list's units from those at the first size, and whether it asked for anything else. */
const departures = (lists: readonly ListsAtSize[]) => {
  const [first, ...later] = lists;
  return later.flatMap(({ lists: seen }) =>
    seen.map(({ read, requests }, at) => {
      const base = first?.lists[at];
      return {
        units: Math.abs(read - (base?.read ?? 0)) / (base?.read ?? 1),
        same: JSON.stringify(requests) === JSON.stringify(base?.requests),
      };
    }),
  );
};

/** By which share the sweep reads, writes or asks otherwise than at the first size. */
const sweepDepartures = ([first, ...later]: readonly SweepAtSize[]): number[] =>
  later.flatMap((each) =>
    (['read', 'write', 'requests'] as const).map((unit) =>
      Math.abs(each[unit] / Math.max(first?.[unit] ?? 0, 1) - 1),
    ),
  );

export const judgeNumbers = ({
  story,
  life,
  lists,
  sweeps,
  bundles,
  pages,
}: Measured): readonly Verdict[] => {
  const wasteOf = (writes: boolean) =>
    story.rows
      .filter(({ write }) => write > 0 === writes)
      .map(({ waste }) => waste.spent / Math.max(waste.needed, 1));
  const departed = departures(lists);
  const links = pages.filter(({ page }) => page !== '控制台首屏的脚本').map(({ bytes }) => bytes);
  const scripts = pages.find(({ page }) => page === '控制台首屏的脚本')?.bytes ?? 0;
  const { functions } = bundles;
  return [
    excusedBy(
      { adr: 'ADR 0701', ceiling: 0.0011 },
      'list price of one county application with one correction',
      0.0004,
      costOf(story.amounts).total,
      (usd) => `US$ ${usd.toFixed(6)}`,
    ),
    within(
      'the same with its traces and log lines (ADR 0701)',
      0.002,
      costOf(addAmounts(story.amounts, story.watch)).total,
      (usd) => `US$ ${usd.toFixed(6)}`,
    ),
    within('states entered by it', 8, story.states, String),
    within('states from the draft to the first billed day', 16, life.statesToFirstBill, String),
    within(
      'units of any command, of those of the items that it must touch',
      1.25,
      most(wasteOf(true)),
      asRatio,
    ),
    excusedBy(
      { adr: 'ADR 0701', ceiling: 1.5 },
      'units of opening any page, likewise',
      1.25,
      most(wasteOf(false)),
      asRatio,
    ),
    within(
      'units of queue, lists and workload at 1e5 open cases, away from those at 1e3',
      0.05,
      most(departed.map(({ units }) => units)),
      (share) => `${(share * 100).toFixed(1)} %`,
    ),
    {
      what: 'requests of queue, lists and workload at 1e5 open cases',
      limit: 'those at 1e3',
      measured: departed.every(({ same }) => same) ? 'the same' : 'others',
      reached: departed.every(({ same }) => same),
    },
    within(
      'units and requests of the sweep at 1e5 open obligations of which 20 are due, away from those at 1e3',
      0.05,
      most(sweepDepartures(sweeps)),
      (share) => `${(share * 100).toFixed(1)} %`,
    ),
    within('largest bundle of a function', 750 * 1024, most(functions.map(({ bytes }) => bytes)), kilobytes),
    excusedBy(
      { adr: 'ADR 0702', ceiling: 330_000 },
      'its own code, zod and middy',
      200_000,
      most(functions.map((each) => each.ownBytes)),
      kilobytes,
    ),
    excusedBy(
      { adr: 'ADR 0702', ceiling: 1.6 },
      'slowest import, of a plain bundle with SDK, zod and middy',
      0.85,
      most(functions.map(({ importRatio }) => importRatio)),
      asRatio,
    ),
    within('largest link page, compressed', largestPage, most(links), kilobytes),
    within('script of the console’s first screen, compressed', firstScreen, scripts, kilobytes),
  ];
};

import { countiesSharing, type MonthsEstimate } from './estimate-months.ts';
import type { StoryMeasured } from './measure-story.ts';
import file from './prices.json' with { type: 'json' };
import { costOf } from './weigh-cost.ts';
import { watchLines } from './weigh-watch.ts';
import { tableOf } from './write-report.ts';

const { assumed, prices } = file;
const usd = (value: number): string => value.toFixed(4);
const millionths = (value: number): string => (value * 1_000_000).toFixed(1);

/** What an application costs, and beside it what it leaves in traces and logs. */
const applicationTable = ({ amounts, watch }: StoryMeasured): string => {
  const { total } = costOf(amounts);
  const { total: watched } = costOf(watch);
  const { total: traces } = costOf({ trace: watch.trace ?? 0 });
  return tableOf(
    ['thing', 'US$ × 10⁻⁶'],
    [
      ['what is asked, as in DESIGN §10 and [bench](bench.md)', millionths(total)],
      ...watchLines(watch).map(({ what, usd: cost }) => [what, millionths(cost)]),
      ['**together**', `**${millionths(total + watched)}**`],
      ['together, without traces', millionths(total + watched - traces)],
    ],
  );
};

const monthsTable = ({ months }: MonthsEstimate): string =>
  tableOf(
    ['US$ a month', ...months.map(({ size }) => size.name)],
    [
      ['*applications*', ...months.map(({ size }) => `*${size.applications}*`)],
      ['*console hours*', ...months.map(({ size }) => `*${size.deskHours}*`)],
      ...(months[0]?.lines ?? []).map(({ what }, at) => [
        what,
        ...months.map(({ lines }) => usd(lines[at]?.usd ?? 0)),
      ]),
      ['**together**', ...months.map(({ totalUsd }) => `**${usd(totalUsd)}**`)],
      ['together, without traces', ...months.map(({ untracedUsd }) => usd(untracedUsd))],
    ],
  );

/** `docs/cost.md`. */
export const writeCost = (story: StoryMeasured, estimate: MonthsEstimate): string => `# What it costs

Written by \`npm run bench\` from the same weighed actions and price file as [bench.md](bench.md): list prices of
${file.region} as of ${file.asOf}, without free tier. China regions have prices of their own; their order is the same, but Lambda
there has no traces.

## One application with one correction, and what watches over it

${applicationTable(story)}

${story.watch.trace ?? 0} traces, ${((story.watch.functionLogGiB ?? 0) * 2 ** 20).toFixed(1)} KiB of lines that functions wrote and ${(story.machineBytes / 1024).toFixed(1)} KiB of what the machine logs.

- **Traces**, US$ ${prices.trace.usd * 1_000_000} a million: every invocation that no machine made, and every execution. Estimated: that Lambda, which
  records one request a second of each function and a twentieth of what is beyond, leaves none out at an office's pace.
- **Lines**: those of functions as they were written; of the machine's, its events without payloads, put into the form that Step
  Functions logs them in (estimated). The gateway's line (estimated) is within what is asked, but for its keeping.
- **Keeping**: ${assumed.logMonths.value} months, counted as if they were not compressed.

## A county's month

${monthsTable(estimate)}

- **Applications**: each with one correction, everything that follows by itself included.
- **What follows them**: for each application its opening in one batch, what is owed, one change (an application of its own), one
  rectification, and one reclamation with its certificate, by the mix of [bench.md](bench.md): a county that gives back as much as it
  opens. Estimated: the machines' lines, by the states that are entered.
- **Open consoles**: a page that stands open asks for tasks and messages every minute.
- **Whole exports**: ${assumed.exportsPerMonth.value} a month. One of a county of ${estimate.exportedCases} cases was weighed; estimated: that it grows with them.
- **Anchoring**: ${assumed.anchoredHoursPerMonth.value} hours a month in which a tenant's journals have moved (estimated); a small county's do in fewer.
- **Storage**: a year of applications in the table, with point-in-time recovery, and their files.
- **Share of the installation**: a ${countiesSharing}th of what follows.
- Not in it: storage of what follows an approval, looks into logs and traces, transfer out to the internet, domain and certificate,
  support, and the people.

## The installation's month

${tableOf(
  ['thing', 'US$'],
  [
    ...estimate.installation.map(({ what, usd: cost }) => [what, usd(cost)]),
    ['**together**', `**${usd(estimate.installationUsd)}**`],
  ],
)}

**Custom metrics**: those that the actions weighed here wrote, a log code or a refusal each, for the whole month; CloudWatch charges for
the hours in which one is written. Each further refusal that somebody meets is one more. The city's own journals are anchored, and
counted, here.
`;

import type { Measured, Verdict } from './judge-numbers.ts';
import type { DecidingMeasured } from './measure-deciding.ts';
import type { ActionRow } from './measure-story.ts';
import file from './prices.json' with { type: 'json' };
import { costOf } from './weigh-cost.ts';

type Cell = string | number;

export const tableOf = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [head, head.map((_, at) => (at === 0 ? '---' : '--:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

const two = (value: number): string => value.toFixed(2);
const usd = (value: number): string => `${(value * 1_000_000).toFixed(1)}`;
const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);

const verdictRow = ({ what, limit, measured, reached, unless }: Verdict): readonly Cell[] => [
  what,
  limit,
  measured,
  reached ? 'yes' : `no${unless === undefined ? '' : ` (${unless})`}`,
];

const actionHead = [
  'action',
  'times',
  'requests',
  'invocations',
  'read units',
  'write units',
  'of needed',
  'writes or checks',
] as const;
const actionRow = (row: ActionRow): readonly Cell[] => [
  row.action,
  row.times,
  row.requests,
  row.invocations,
  row.read,
  row.write,
  two(row.waste.spent / Math.max(row.waste.needed, 1)),
  row.written.join(' '),
];
const mixOf = (mix: Readonly<Record<string, number>>): string =>
  Object.entries(mix)
    .map(([id, times]) => `${id} ×${times}`)
    .join(', ');

const timesOf = (requests: readonly string[]): string =>
  [...Map.groupBy(requests, (request) => request)]
    .map(([request, { length }]) => (length === 1 ? request : `${request} ×${length}`))
    .join(', ');

export interface Report extends Measured {
  readonly deciding: readonly DecidingMeasured[];
  readonly verdicts: readonly Verdict[];
  readonly takenOn: string;
  readonly processors: number;
}

/** `docs/bench.md`. */
export const writeReport = (report: Report): string => {
  const { story, life, lists, sweeps, bundles, pages, deciding, verdicts, takenOn, processors } = report;
  const { parts, total } = costOf(story.amounts);
  const sizes = lists.map(({ open }) => open.toLocaleString('en'));
  return `# Bench

Written by \`npm run bench\` on ${takenOn}, ${processors} processors. Units, requests, states and bytes are counts and come
out the same on any machine; times are those of this one and are compared within the run only.

## Numbers that steer

${tableOf(['what', 'reach', 'measured', 'reached'], verdicts.map(verdictRow))}

## One county application with one correction, action by action

As the console asks, from the draft to 办结; everything that follows by itself (machine, messages, links) counts with the
action that caused it. Request units by DynamoDB's published rules from the sizes of the items
(\`local/meter/capacity-units.ts\`); “of needed” compares with each item touched once by each invocation.

${tableOf(actionHead, story.rows.map(actionRow))}

## What follows an approval, operation by operation

Each operation of 开通, 履约, 整改, 回收 and 台账 asked once, with everything that follows by itself.

${tableOf(actionHead, life.rows.map(actionRow))}

## A whole life at list price

An application, its opening in one batch, what is owed, a change, a rectification and the reclamation with its certificate, by a
fixed mix of the operations above; states as the executions' histories tell them. Together
**US$ ${life.phases.reduce((sum, { weighed }) => sum + costOf(weighed.amounts).total, 0).toFixed(6)}** and ${life.phases.reduce((sum, { states }) => sum + states, 0)} states.

${tableOf(
  ['part', 'states', 'US$ × 10⁻⁶', 'asked'],
  life.phases.map(({ phase, states, weighed, mix }) => [
    phase,
    states,
    usd(costOf(weighed.amounts).total),
    mixOf(mix),
  ]),
)}

## What it costs at list price

${file.source} (${file.asOf}, ${file.region}). Millionths of a US dollar.

${tableOf(
  ['thing', 'amount', 'price of one', 'US$ × 10⁻⁶', 'source'],
  [...parts].map(([name, cost]) => [
    name,
    Number((story.amounts[name] ?? 0).toPrecision(4)),
    file.prices[name].usd,
    usd(cost),
    file.prices[name].source,
  ]),
)}

Together **US$ ${total.toFixed(6)}**; ${story.states} states entered. Traces and the lines of functions and machines come beside it
([cost.md](cost.md)). Assumed: ${Object.values(file.assumed)
    .map(({ value, why }) => `${value} (${why})`)
    .join('; ')}.

## Lists, queue and workload

Read units of one look into a tenant's own items, with ever more cases open in one county; what the city publishes
(names, settings, calendar) is read beside it now and then, whatever the lists hold.

${tableOf(
  ['look', ...sizes.map((size) => `${size} open`), 'requests'],
  (lists[0]?.lists ?? []).map(({ what, requests }, at) => [
    what,
    ...lists.map(({ lists: seen }) => seen[at]?.read ?? ''),
    timesOf(requests),
  ]),
)}

## Sweep of obligations

One run with ever more obligations open, of which the same few are due: what is not due is not read.

${tableOf(
  ['open', 'due', 'read units', 'write units', 'requests', 'ms'],
  sweeps.map(({ open, due, read, write, requests, ms }) => [
    open.toLocaleString('en'),
    due,
    read,
    write,
    requests,
    ms.toFixed(0),
  ]),
)}

## Bundles

Plain bundle (SDK for DynamoDB and STS, whole zod, middy): ${kilobytes(bundles.plain.bytes)} KB, ${bundles.plain.importMs.toFixed(0)} ms.

${tableOf(
  ['function', 'KB', 'own code, zod, middy KB', 'import ms', 'of plain'],
  bundles.functions.map((each) => [
    each.name,
    kilobytes(each.bytes),
    kilobytes(each.ownBytes),
    each.importMs.toFixed(0),
    two(each.importRatio),
  ]),
)}

## Deciding on the embedded runtime

A reviewer's approval with all quantities assessed, each of a case of its own. DynamoDB Local is the limit: it writes one
transaction at a time. “Slowness” is how many times slower than its own computing a process was beside other work.

${tableOf(
  ['clients', 'decisions', 'per second', 'p50 ms', 'p99 ms', 'faults', 'slowness'],
  deciding.map((each) => [
    each.clients,
    each.decisions,
    each.perSecond.toFixed(1),
    each.p50Ms.toFixed(0),
    each.p99Ms.toFixed(0),
    each.faults,
    two(each.slowness),
  ]),
)}

## Pages

${tableOf(
  ['page', 'KB compressed'],
  pages.map(({ page, bytes }) => [page, kilobytes(bytes)]),
)}
`;
};

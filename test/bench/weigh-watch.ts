import type { HistoryEvent } from '@aws-sdk/client-sfn';
import type { Charge } from '#local/meter/meter.ts';
import file from './prices.json' with { type: 'json' };
import { type Amounts, addAmounts, amountsOf, costOf, type PriceName, timesAmounts } from './weigh-cost.ts';

const { assumed } = file;
const gib = 2 ** 30;

/** What is done, and, beside it, what it leaves in traces and logs. */
export interface Weighed {
  readonly amounts: Amounts;
  readonly watch: Amounts;
}

/** Machines alone invoke these, within the trace of the execution. */
const isStep = (name: string): boolean => name.endsWith('-steps');

const isRoot = (charge: Charge): boolean =>
  charge.kind === 'invocation'
    ? !isStep(charge.name)
    : charge.kind === 'call' && charge.service === 'states' && charge.operation === 'StartExecution';

/**
 * Traces, lines and their keeping. Every invocation but a machine's counts as a trace of its own, and every execution
 * as one: so seldom as here Lambda leaves none out.
 * @param machineBytes what machines log of it
 */
export const watchOf = (charges: readonly Charge[], machineBytes: number): Amounts => {
  const functionBytes = charges.reduce((sum, charge) => sum + (charge.kind === 'line' ? charge.bytes : 0), 0);
  const requests = charges.filter(({ kind }) => kind === 'request').length;
  const bytes = functionBytes + machineBytes + requests * assumed.logBytesPerRequest.value;
  return {
    trace: charges.filter(isRoot).length,
    functionLogGiB: functionBytes / gib,
    machineLogGiB: machineBytes / gib,
    logGiBMonth: (bytes / gib) * assumed.logMonths.value,
  };
};

const kinds: readonly (readonly [what: string, PriceName])[] = [
  ['traces', 'trace'],
  ['lines of functions', 'functionLogGiB'],
  ['lines of machines', 'machineLogGiB'],
  ['keeping all lines', 'logGiBMonth'],
];

export interface CostLine {
  readonly what: string;
  readonly usd: number;
}

/** Each kind of what is left in traces and logs, at list price. */
export const watchLines = (watch: Amounts): readonly CostLine[] =>
  kinds.map(([what, name]) => ({ what, usd: costOf({ [name]: watch[name] ?? 0 }).total }));

export const weighCharges = (charges: readonly Charge[], states = 0, machineBytes = 0): Weighed => ({
  amounts: amountsOf(charges, states),
  watch: watchOf(charges, machineBytes),
});

export const addWeighed = (...all: readonly Weighed[]): Weighed => ({
  amounts: addAmounts(...all.map(({ amounts }) => amounts)),
  watch: addAmounts(...all.map(({ watch }) => watch)),
});

export const timesWeighed = ({ amounts, watch }: Weighed, factor: number): Weighed => ({
  amounts: timesAmounts(amounts, factor),
  watch: timesAmounts(watch, factor),
});

/** Custom metrics that lines counted, each once. */
export const metricsIn = (charges: readonly Charge[]): readonly string[] => [
  ...new Set(charges.flatMap((charge) => (charge.kind === 'line' ? charge.metrics : []))),
];

/** Bytes of the lines that a machine writes of its execution: every event (`ALL`), without payloads. */
export const machineBytesOf = (history: readonly HistoryEvent[], executionArn: string): number =>
  history.reduce((sum, { id, previousEventId, timestamp, type, ...more }) => {
    const [told = {}] = Object.values(more).filter((value) => typeof value === 'object');
    const { name, resource, resourceType, region, error } = told as Readonly<Record<string, unknown>>;
    const line = {
      id: String(id),
      type,
      details: { name, resource, resourceType, region, error },
      previous_event_id: String(previousEventId),
      event_timestamp: String(timestamp?.getTime()),
      execution_arn: executionArn,
      redrive_count: '0',
    };
    return sum + Buffer.byteLength(JSON.stringify(line));
  }, 0);

import type { Charge } from '#local/meter/meter.ts';
import file from './prices.json' with { type: 'json' };

export type PriceName = keyof typeof file.prices;

/** How much of each priced thing was used. */
export type Amounts = Readonly<Partial<Record<PriceName, number>>>;

const { assumed } = file;
const gib = 2 ** 30;
const objectWrites = ['PUT', 'POST'];

const count = (charges: readonly Charge[], is: (charge: Charge) => boolean): number =>
  charges.filter(is).length;
const sumOf = (charges: readonly Charge[], unit: 'read' | 'write'): number =>
  charges.reduce((sum, charge) => sum + (charge.kind === 'table' ? charge[unit] : 0), 0);

const callsOf = (charges: readonly Charge[], service: 'sqs' | 's3', is: (operation: string) => boolean) =>
  count(charges, (charge) => charge.kind === 'call' && charge.service === service && is(charge.operation));

/**
 * What AWS would charge for. A message is sent once, and received and deleted by the service that carries it.
 * @param states entered, as the executions' histories tell them
 */
export const amountsOf = (charges: readonly Charge[], states: number): Amounts => {
  const invocations = count(charges, ({ kind }) => kind === 'invocation');
  const requests = count(charges, ({ kind }) => kind === 'request');
  return {
    writeUnit: sumOf(charges, 'write'),
    readUnit: sumOf(charges, 'read'),
    stateTransition: states,
    httpRequest: requests,
    invocation: invocations,
    gibSecond: invocations * assumed.billedSecondsPerInvocation.value * assumed.memoryGiB.value,
    queueRequest: 3 * callsOf(charges, 'sqs', () => true),
    objectWrite: callsOf(charges, 's3', (operation) => objectWrites.includes(operation)),
    objectRead: callsOf(charges, 's3', (operation) => !objectWrites.includes(operation)),
    logGiB: (requests * assumed.logBytesPerRequest.value) / gib,
  };
};

/** List price of each amount, and of all together, in US$. */
export const costOf = (
  amounts: Amounts,
): { readonly parts: ReadonlyMap<PriceName, number>; readonly total: number } => {
  const parts = new Map(
    Object.entries(amounts).map(([name, amount]) => {
      const price = file.prices[name as PriceName];
      return [name as PriceName, amount * price.usd] as const;
    }),
  );
  return { parts, total: [...parts.values()].reduce((sum, usd) => sum + usd, 0) };
};

/** The sum of several amounts. */
export const addAmounts = (...all: readonly Amounts[]): Amounts => {
  const names = [...new Set(all.flatMap((each) => Object.keys(each)))] as PriceName[];
  return Object.fromEntries(
    names.map((name) => [name, all.reduce((sum, each) => sum + (each[name] ?? 0), 0)]),
  );
};

export const timesAmounts = (amounts: Amounts, factor: number): Amounts =>
  Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, amount * factor]));

import type { Charge } from '#local/meter/meter.ts';

type TableCharge = Extract<Charge, { kind: 'table' }>;

const isTable = (charge: Charge): charge is TableCharge => charge.kind === 'table';
const unitsOf = ({ read, write }: TableCharge): number => read + write;

/** One piece of work on the table, the same whenever the same function touches the same items in the same way. */
const signature = ({ by, operation, index, items }: TableCharge): string =>
  JSON.stringify([by, operation, index, items.map(({ pk, sk, access }) => [pk, sk, access])]);

export interface Waste {
  readonly spent: number;
  /** Units when every function had touched each item once an invocation. */
  readonly needed: number;
}

/** What an action spent on the table, and what it would have with each item touched once by each invocation. */
export const weighWaste = (charges: readonly Charge[]): Waste => {
  const table = charges.filter(isTable);
  const runs = new Map<string | undefined, number>();
  for (const charge of charges)
    if (charge.kind === 'invocation') runs.set(charge.name, (runs.get(charge.name) ?? 0) + 1);
  const alike = new Map<string, TableCharge[]>();
  for (const charge of table) {
    const key = signature(charge);
    alike.set(key, [...(alike.get(key) ?? []), charge]);
  }
  const needed = [...alike.values()]
    .flatMap((same) => same.slice(0, runs.get(same[0]?.by) ?? 1))
    .reduce((sum, charge) => sum + unitsOf(charge), 0);
  return { spent: table.reduce((sum, charge) => sum + unitsOf(charge), 0), needed };
};

import { clientOf } from '#examples/embedded-system.ts';
import type { Charge } from '#local/meter/meter.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { submitted } from '#test/support/file-application.ts';
import type { RunningSystem } from '#test/support/runtime.ts';
import { type Entry, openChargeBook } from './charge-book.ts';
import { cloneCases, listedPart, readModel, removeClones } from './clone-cases.ts';

/** Units of one look into a list. */
export interface ListUnits {
  readonly what: string;
  readonly read: number;
  /** What the table was asked, in order of the alphabet: it may not depend on how much there is. */
  readonly requests: readonly string[];
}

export interface ListsAtSize {
  readonly open: number;
  readonly lists: readonly ListUnits[];
}

/** A running system as seen from outside, with its data folder. */
export type Reached = Pick<RunningSystem, 'control' | 'system' | 'dataDir'>;

const looks = [
  ['初审的待办第一页', 'reviewer', '/v1/tasks?limit=20'],
  ['本县的工作量', 'reviewer', '/v1/workload'],
  ['本县的办件第一页', 'reviewer', '/v1/cases?limit=20'],
  ['全市各县的工作量', 'operator', '/v1/workload'],
] as const;

type TableCharge = Extract<Charge, { kind: 'table' }>;

/** What a city publishes is read now and then, whatever the lists hold. */
const isReference = ({ items }: TableCharge): boolean =>
  items.length > 0 && items.every(({ pk }) => pk.startsWith('R#'));

const unitsOf = ({ action, charges }: Entry): ListUnits => {
  const table = charges.filter((charge) => charge.kind === 'table').filter((charge) => !isReference(charge));
  return {
    what: action,
    read: table.reduce((sum, { read }) => sum + read, 0),
    requests: table.map(({ operation, index }) => [operation, index].join(' ').trim()).sort(),
  };
};

/** One look at each list of a county and its city; references apart. */
const lookAround = async ({ control, system }: Reached, county: string): Promise<readonly Entry[]> => {
  const book = await openChargeBook(control);
  const people = {
    reviewer: await clientOf(system, `${county}-reviewer`),
    operator: await clientOf(system, 'yancheng-operator'),
  };
  for (const person of Object.values(people)) await person.me();
  for (const [what, who, path] of looks) {
    await book.record(what, async () => {
      const { status } = await people[who].call('GET', path);
      if (status !== 200) throw new Error(`${path}: ${status}`);
    });
  }
  await book.close();
  return book.entries;
};

export interface ListsMeasured {
  readonly measured: readonly ListsAtSize[];
  /** Takes the cases away that were made for it. */
  readonly remove: () => Promise<void>;
}

/** The lists of a county and its city while ever more cases are open in that county. */
export const measureLists = async (
  running: Reached,
  county: string,
  sizes: readonly number[],
): Promise<ListsMeasured> => {
  const caseId = await submitted(await countyCast(running.system, county));
  const model = listedPart(await readModel(running, `yancheng/${county}`, caseId));
  const clones: string[] = [];
  const measured: ListsAtSize[] = [];
  // Nobody is told of them: they are to lie there and nothing else.
  await running.control('streams', { enabled: false });
  for (const size of sizes) {
    clones.push(...(await cloneCases(running, model, size - clones.length)));
    const entries = await lookAround(running, county);
    measured.push({ open: clones.length, lists: entries.map(unitsOf) });
  }
  const remove = async (): Promise<void> => {
    await removeClones(running, model, clones);
    await running.control('streams', { enabled: true });
  };
  return { measured, remove };
};

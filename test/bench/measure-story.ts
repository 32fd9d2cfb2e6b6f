import { countStates } from '#examples/count-states.ts';
import { clientOf } from '#examples/embedded-system.ts';
import { itemBytes } from '#local/meter/item-bytes.ts';
import type { Charge } from '#local/meter/meter.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { RunningSystem } from '#test/support/runtime.ts';
import { type ChargeBook, type Entry, openChargeBook } from './charge-book.ts';
import { readModel } from './clone-cases.ts';
import { playCountyStory } from './county-story.ts';
import { type Amounts, amountsOf } from './weigh-cost.ts';
import { type Waste, weighWaste } from './weigh-waste.ts';

/** One kind of action, over all the times that the story has it. */
export interface ActionRow {
  readonly action: string;
  readonly times: number;
  readonly requests: number;
  readonly invocations: number;
  readonly read: number;
  readonly write: number;
  readonly waste: Waste;
  /** Kinds of the items that it writes or sets conditions on, by their sort keys without numbers. */
  readonly written: readonly string[];
}

export interface StoryMeasured {
  readonly states: number;
  readonly rows: readonly ActionRow[];
  readonly amounts: Amounts;
  /** What each minute of an open console, one look into a full queue and one sweep come to. */
  readonly poll: Amounts;
  readonly sweep: Amounts;
  /** What the finished case takes up in the table. */
  readonly caseBytes: number;
}

const isTable = (charge: Charge) => charge.kind === 'table';
const kindOf = (sk: string): string => sk.replace(/#([a-z]+\.)?[\dA-Z]{26}.*$|#\d.*$/, '') || 'STANDING';

/** One action over all the times that it was written down. */
export const rowOf = (action: string, entries: readonly Entry[]): ActionRow => {
  const charges = entries.flatMap((entry) => entry.charges);
  const table = charges.filter(isTable);
  const wastes = entries.map((entry) => weighWaste(entry.charges));
  const items = table.flatMap((charge) => charge.items).filter(({ access }) => access !== 'read');
  return {
    action,
    times: entries.length,
    requests: charges.filter(({ kind }) => kind === 'request').length,
    invocations: charges.filter(({ kind }) => kind === 'invocation').length,
    read: table.reduce((sum, { read }) => sum + read, 0),
    write: table.reduce((sum, { write }) => sum + write, 0),
    waste: {
      spent: wastes.reduce((sum, { spent }) => sum + spent, 0),
      needed: wastes.reduce((sum, { needed }) => sum + needed, 0),
    },
    written: [...new Set(items.map(({ sk }) => kindOf(sk)))].sort(),
  };
};

const recordAside = async (
  book: ChargeBook,
  action: string,
  act: () => Promise<unknown>,
): Promise<Amounts> => {
  await book.record(action, act);
  return amountsOf(book.entries.at(-1)?.charges ?? [], 0);
};

/** The story with one correction on a running system, every action weighed. */
export const measureStory = async (running: RunningSystem): Promise<StoryMeasured> => {
  const { control, system } = running;
  const book = await openChargeBook(control);
  const { tenant, caseId } = await playCountyStory(book, system);
  const entries = [...book.entries];
  const states = await countStates(system, tenant, caseId);
  const reviewer = await clientOf(system, 'dafeng-reviewer');
  const poll = async () => {
    await reviewer.call('GET', '/v1/tasks?limit=20');
    await reviewer.call('GET', '/v1/messages?limit=20');
  };
  await poll();
  const aside = {
    poll: await recordAside(book, '工作台每分钟的刷新', poll),
    sweep: await recordAside(book, '清扫', () =>
      control('schedules/run', { rule: 'yunwangtong-cases-sweep' }),
    ),
  };
  await book.close();
  const { items } = await readModel(running, tenant as TenantId, caseId);
  const grouped = Map.groupBy(entries, ({ action }) => action);
  return {
    states,
    rows: [...grouped].map(([action, same]) => rowOf(action, same)),
    amounts: amountsOf(
      entries.flatMap(({ charges }) => charges),
      states,
    ),
    ...aside,
    caseBytes: items.reduce((sum, item) => sum + itemBytes(item), 0),
  };
};

import { countStates, executionOf, historyOf } from '#examples/count-states.ts';
import { clientOf } from '#examples/embedded-system.ts';
import { itemBytes } from '#local/meter/item-bytes.ts';
import type { Charge } from '#local/meter/meter.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { RunningSystem } from '#test/support/runtime.ts';
import { type ChargeBook, type Entry, openChargeBook } from './charge-book.ts';
import { readModel } from './clone-cases.ts';
import { playCountyStory } from './county-story.ts';
import type { Amounts } from './weigh-cost.ts';
import { type Waste, weighWaste } from './weigh-waste.ts';
import {
  addWeighed,
  machineBytesOf,
  metricsIn,
  timesWeighed,
  type Weighed,
  weighCharges,
} from './weigh-watch.ts';

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
  /** Its traces and log lines. */
  readonly watch: Amounts;
  /** What the machine logs of it. */
  readonly machineBytes: number;
  /** What each minute of an open console and one sweep come to. */
  readonly poll: Weighed;
  readonly sweep: Weighed;
  /** An hour's anchoring in which nothing has moved, and what each tenant adds whose journals have. */
  readonly anchoring: Weighed;
  readonly anchoredTenant: Weighed;
  /** Custom metrics that all this wrote. */
  readonly metrics: readonly string[];
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
): Promise<readonly Charge[]> => {
  await book.record(action, act);
  return book.entries.at(-1)?.charges ?? [];
};

const isAnchor = (charge: Charge): boolean =>
  charge.kind === 'call' && charge.service === 's3' && charge.operation === 'PUT';

/** What a tenant adds to an hour's anchoring. */
const anchoredTenantOf = (moved: readonly Charge[], idle: Weighed): Weighed => {
  const tenants = moved.filter(isAnchor).length;
  if (tenants === 0) throw new Error('nothing was anchored');
  return timesWeighed(addWeighed(weighCharges(moved), timesWeighed(idle, -1)), 1 / tenants);
};

/** The story with one correction on a running system, every action weighed. */
export const measureStory = async (running: RunningSystem): Promise<StoryMeasured> => {
  const { control, system } = running;
  const anchor = () => control('schedules/run', { rule: 'yunwangtong-journal-anchor' });
  await anchor();
  const book = await openChargeBook(control);
  const anchoring = weighCharges(await recordAside(book, '没有变动时的锚定', anchor));
  const begun = book.entries.length;
  const { tenant, caseId } = await playCountyStory(book, system);
  const entries = book.entries.slice(begun);
  const execution = executionOf(system, tenant, caseId);
  const history = await historyOf(system, execution);
  const states = countStates(history);
  const machineBytes = machineBytesOf(history, execution);
  const anchoredTenant = anchoredTenantOf(await recordAside(book, '锚定', anchor), anchoring);
  const reviewer = await clientOf(system, 'dafeng-reviewer');
  const poll = async () => {
    await reviewer.call('GET', '/v1/tasks?limit=20');
    await reviewer.call('GET', '/v1/messages?limit=20');
  };
  await poll();
  const aside = {
    poll: weighCharges(await recordAside(book, '工作台每分钟的刷新', poll)),
    sweep: weighCharges(
      await recordAside(book, '清扫', () => control('schedules/run', { rule: 'yunwangtong-cases-sweep' })),
    ),
  };
  await book.close();
  const { items } = await readModel(running, tenant as TenantId, caseId);
  const grouped = Map.groupBy(entries, ({ action }) => action);
  return {
    states,
    rows: [...grouped].map(([action, same]) => rowOf(action, same)),
    ...weighCharges(
      entries.flatMap(({ charges }) => charges),
      states,
      machineBytes,
    ),
    machineBytes,
    anchoring,
    anchoredTenant,
    metrics: metricsIn(book.entries.flatMap(({ charges }) => charges)),
    ...aside,
    caseBytes: items.reduce((sum, item) => sum + itemBytes(item), 0),
  };
};

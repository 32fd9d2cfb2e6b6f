import { itemBytes, type WireItem } from './item-bytes.ts';

/** An index of the table that holds its keys only. */
export interface IndexKeys {
  readonly index: string;
  readonly keys: readonly string[];
}

/** The table's own key and its indexes. */
export interface TableLayout {
  readonly keys: readonly string[];
  readonly indexes: readonly IndexKeys[];
}

/** What one request, or one part of a transaction, does to the table. */
export type Touch =
  | {
      readonly kind: 'read';
      readonly items: readonly WireItem[];
      /** `each`: every item is rounded up by itself, and one that is not there counts as one; `page`: all of a query together. */
      readonly rounded: 'each' | 'page';
      readonly missing: number;
      readonly consistency: 'eventual' | 'strong' | 'transaction';
    }
  | {
      readonly kind: 'write';
      readonly before: WireItem | undefined;
      readonly after: WireItem | undefined;
      readonly transactional: boolean;
    }
  /** A condition of a transaction on an item that it does not write. */
  | { readonly kind: 'check'; readonly item: WireItem | undefined };

export interface Units {
  readonly read: number;
  readonly write: number;
}

const readUnitBytes = 4096;
const writeUnitBytes = 1024;
const transactionFactor = 2;
const readFactor = { eventual: 0.5, strong: 1, transaction: transactionFactor } as const;

/** Every request takes at least one. */
const started = (bytes: number, unit: number): number => Math.max(1, Math.ceil(bytes / unit));

const weight = (item: WireItem | undefined): number => (item === undefined ? 0 : itemBytes(item));

/** The row that a keys-only index holds of an item; none when the item lacks one of the index's keys. */
const indexRow = (
  item: WireItem | undefined,
  { keys }: IndexKeys,
  table: TableLayout,
): WireItem | undefined => {
  if (item === undefined || keys.some((key) => item[key] === undefined)) return undefined;
  return Object.fromEntries([...table.keys, ...keys].map((key) => [key, item[key] ?? {}]));
};

/** A row that appears or goes is one write, one that moves is two, one that stays is none. */
const indexUnits = (
  before: WireItem | undefined,
  after: WireItem | undefined,
  index: IndexKeys,
  table: TableLayout,
): number => {
  const rows = [indexRow(before, index, table), indexRow(after, index, table)];
  if (JSON.stringify(rows[0]) === JSON.stringify(rows[1])) return 0;
  return rows.reduce((units, row) => units + (row ? started(itemBytes(row), writeUnitBytes) : 0), 0);
};

const readUnits = ({ items, rounded, missing, consistency }: Extract<Touch, { kind: 'read' }>): number => {
  const blocks =
    rounded === 'each'
      ? items.reduce((units, item) => units + started(itemBytes(item), readUnitBytes), missing)
      : started(
          items.reduce((bytes, item) => bytes + itemBytes(item), 0),
          readUnitBytes,
        );
  return blocks * readFactor[consistency];
};

const writeUnits = (
  { before, after, transactional }: Extract<Touch, { kind: 'write' }>,
  table: TableLayout,
): number => {
  const own = started(Math.max(weight(before), weight(after)), writeUnitBytes);
  return (
    own * (transactional ? transactionFactor : 1) +
    table.indexes.reduce((units, index) => units + indexUnits(before, after, index, table), 0)
  );
};

/**
 * Request units by the published rules of on-demand DynamoDB: reads by started 4 KB, half when eventually
 * consistent; writes by started 1 KB of the larger of the item before and after; twice in a transaction, conditions
 * included; and the rows of the indexes that a write moves.
 */
export const capacityUnits = (touch: Touch, table: TableLayout): Units => {
  switch (touch.kind) {
    case 'read':
      return { read: readUnits(touch), write: 0 };
    case 'write':
      return { read: 0, write: writeUnits(touch, table) };
    case 'check':
      return { read: 0, write: transactionFactor * started(weight(touch.item), writeUnitBytes) };
  }
};

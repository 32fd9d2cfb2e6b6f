import { describe, expect, it } from 'vitest';
import { capacityUnits, type TableLayout, type Touch } from '#local/meter/capacity-units.ts';
import { itemBytes, type WireItem } from '#local/meter/item-bytes.ts';

const table: TableLayout = {
  keys: ['pk', 'sk'],
  indexes: [
    { index: 'one', keys: ['g1pk', 'g1sk'] },
    { index: 'two', keys: ['g2pk', 'g2sk'] },
  ],
};

/** An item of exactly so many bytes, with the given attributes in it. */
const itemOf = (bytes: number, more: WireItem = {}): WireItem => {
  const item = { pk: { S: 'p' }, sk: { S: 's' }, ...more, filler: { S: '' } };
  return { ...item, filler: { S: 'x'.repeat(bytes - itemBytes(item)) } };
};
const indexed = { g1pk: { S: 'a' }, g1sk: { S: 'b' } };

const units = (touch: Touch) => capacityUnits(touch, table);
const write = (before: WireItem | undefined, after: WireItem | undefined, transactional = false) =>
  units({ kind: 'write', before, after, transactional }).write;
const read = (
  items: readonly WireItem[],
  consistency: 'eventual' | 'strong' | 'transaction',
  rounded: 'each' | 'page' = 'each',
  missing = 0,
) => units({ kind: 'read', items, consistency, rounded, missing }).read;

describe('an item', () => {
  it.each<[string, WireItem, number]>([
    ['text by its UTF-8 bytes, with its name', { 名: { S: '云网' } }, 9],
    ['a number by pairs of significant digits', { n: { N: '12345' } }, 5],
    ['a negative number by one more', { n: { N: '-12345' } }, 6],
    ['a number without its idle zeros', { n: { N: '1200000' } }, 3],
    ['bytes as they are', { b: { B: Buffer.from('abc').toString('base64') } }, 4],
    ['yes, no and nothing by one', { a: { BOOL: true }, b: { NULL: true } }, 4],
    ['a set by its elements', { s: { SS: ['ab', 'c'] } }, 4],
    ['a list by three and one more for each element', { l: { L: [{ S: 'ab' }, { S: 'c' }] } }, 9],
    ['a map by three and one more for each entry', { m: { M: { k: { S: 'v' } } } }, 7],
    ['an empty map by three', { m: { M: {} } }, 4],
  ])('weighs %s', (_what, item, bytes) => {
    expect(itemBytes(item)).toBe(bytes);
  });
});

describe('a read', () => {
  it('is charged by started 4 KB, half when eventually consistent, twice in a transaction', () => {
    expect(read([itemOf(4096)], 'strong')).toBe(1);
    expect(read([itemOf(4097)], 'strong')).toBe(2);
    expect(read([itemOf(4097)], 'eventual')).toBe(1);
    expect(read([itemOf(100)], 'transaction')).toBe(2);
  });

  it('of several items rounds each up, of a query all together', () => {
    const three = [itemOf(1000), itemOf(1000), itemOf(1000)];
    expect(read(three, 'strong', 'each')).toBe(3);
    expect(read(three, 'strong', 'page')).toBe(1);
  });

  it('of what is not there takes one', () => {
    expect(read([], 'strong', 'each', 2)).toBe(2);
    expect(read([], 'eventual', 'page')).toBe(0.5);
  });
});

describe('a write', () => {
  it('is charged by started 1 KB of the larger of before and after', () => {
    expect(write(undefined, itemOf(1024))).toBe(1);
    expect(write(undefined, itemOf(1025))).toBe(2);
    expect(write(itemOf(3000), itemOf(100))).toBe(3);
    expect(write(itemOf(2048), undefined)).toBe(2);
    expect(write(undefined, undefined)).toBe(1);
  });

  it('counts twice in a transaction, as a condition does', () => {
    expect(write(undefined, itemOf(100), true)).toBe(2);
    expect(units({ kind: 'check', item: itemOf(1500) }).write).toBe(4);
    expect(units({ kind: 'check', item: undefined }).write).toBe(2);
  });

  it('adds a unit for an index row that appears or goes, two for one that moves, none for one that stays', () => {
    const moved = { ...indexed, g1sk: { S: 'c' } };
    expect(write(undefined, itemOf(500, indexed))).toBe(2);
    expect(write(itemOf(500, indexed), itemOf(600, indexed))).toBe(1);
    expect(write(itemOf(500, indexed), itemOf(500, moved))).toBe(3);
    expect(write(itemOf(500, indexed), itemOf(500))).toBe(2);
    expect(write(itemOf(500, indexed), undefined)).toBe(2);
    expect(write(undefined, itemOf(500, { g1pk: { S: 'a' } }))).toBe(1);
  });

  it('does not double the rows of an index in a transaction', () => {
    expect(write(undefined, itemOf(500, indexed), true)).toBe(3);
  });
});

import { describe, expect, it } from 'vitest';
import { compileFilters } from '#local/streams/filter-records.ts';

const record = { eventName: 'INSERT', dynamodb: { Keys: { sk: { S: 'DEL#1' } }, n: 1 } };

describe('the filter of a mapping', () => {
  it.each([
    [[], true],
    [[{ eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: [{ prefix: 'DEL#' }] } } } }], true],
    [[{ eventName: ['MODIFY', 'INSERT'] }], true],
    [[{ eventName: ['REMOVE'] }], false],
    [[{ eventName: ['REMOVE'] }, { dynamodb: { n: [1] } }], true],
    [[{ dynamodb: { Keys: { sk: { S: [{ prefix: 'CASE#' }] } } } }], false],
    [[{ dynamodb: { NewImage: { a: [{ exists: false }] } } }], true],
    [[{ dynamodb: { n: [{ exists: true }] } }], true],
    [[{ eventName: [{ 'anything-but': ['REMOVE'] }] }], true],
    [[{ eventName: [{ 'anything-but': 'INSERT' }] }], false],
  ])('%j passes an inserted delivery marker: %s', (patterns, passes) => {
    expect(compileFilters('f', patterns)(record)).toBe(passes);
  });

  it.each([
    [{ dynamodb: { n: [{ numeric: ['>', 1] }] } }, 'numeric'],
    [{ $or: [{ eventName: ['INSERT'] }] }, '$or'],
    [{ eventName: 'INSERT' }, 'eventName：条件须是数组'],
  ])('refuses %j by name', (pattern, said) => {
    expect(() => compileFilters('cases-stream', [pattern])).toThrow(said);
    expect(() => compileFilters('cases-stream', [pattern])).toThrow('cases-stream');
  });
});

import { expect, test } from 'vitest';
import { resourceLinesOf } from '../../../../../web/parts/form/resource-lines.ts';

const withLines = (lines: unknown) => [{ section: 'resources', version: 1, content: { lines } }];

test('lines keep their number; a line without one counts by its place', () => {
  const lines = resourceLinesOf(withLines([{ lineNo: 7, productId: 'host', quantity: 2 }, {}]));
  expect(lines.map(({ place, lineNo, quantity }) => ({ place, lineNo, quantity }))).toEqual([
    { place: 0, lineNo: 7, quantity: 2 },
    { place: 1, lineNo: 2, quantity: undefined },
  ]);
});

test.each([[undefined], ['x'], [[null, 3, []]]])('lines typed as %j are none', (lines) => {
  expect(resourceLinesOf(withLines(lines))).toEqual([]);
});

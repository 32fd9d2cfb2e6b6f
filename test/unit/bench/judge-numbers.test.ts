import { expect, it } from 'vitest';
import { excusedBy } from '#test/bench/judge-numbers.ts';

const judged = (value: number) => excusedBy({ adr: 'ADR 0701', ceiling: 1.5 }, 'units', 1.25, value, String);

it.each([
  { value: 1.25, reached: true, unless: 'ADR 0701: ≤ 1.5' },
  { value: 1.5, reached: false, unless: 'ADR 0701: ≤ 1.5' },
  { value: 1.51, reached: false, unless: undefined },
])(
  'a number that misses its goal is excused up to the ceiling of its ADR and no further: $value',
  ({ value, reached, unless }) => {
    expect(judged(value).reached).toBe(reached);
    expect(judged(value).unless).toBe(unless);
  },
);

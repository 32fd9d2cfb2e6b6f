import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDisturbance } from '#local/streams/disturb-delivery.ts';
import type { EventRecord } from '#local/streams/to-event-record.ts';
import { makeRecord, sequences } from './make-record.ts';

const batch = [...'abcdef'].map((id, at) => makeRecord(id, `item-${at % 2}`));
const itemOf = ({ dynamodb }: EventRecord) => JSON.stringify(dynamodb.Keys);

describe('a disturbed stream', () => {
  it('keeps every record and the order of each item, for any seed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const mixed = sequences(
          createDisturbance({ seed, duplicates: 0, shuffle: true }, itemOf).arrange(batch),
        );
        expect([...mixed].toSorted().join('')).toBe('abcdef');
        expect([...mixed].filter((id) => 'ace'.includes(id)).join('')).toBe('ace');
        expect([...mixed].filter((id) => 'bdf'.includes(id)).join('')).toBe('bdf');
      }),
    );
  });

  it('does the same for the same seed and something else for another', () => {
    const play = (seed: number) => {
      const { arrange, repeatAfter } = createDisturbance({ seed, duplicates: 0.5, shuffle: true }, itemOf);
      return Array.from({ length: 20 }, () => [arrange(batch), ...repeatAfter(batch)].map(sequences)).join();
    };
    expect(play(7)).toBe(play(7));
    expect(play(7)).not.toBe(play(8));
  });

  it('repeats batches at once and after the next one', () => {
    const { repeatAfter } = createDisturbance({ seed: 1, duplicates: 1, shuffle: false }, itemOf);
    const counts = Array.from({ length: 30 }, () => repeatAfter(batch).length);
    expect(new Set(counts)).toEqual(new Set([0, 1, 2]));
    expect(counts.reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(29);
  });
});

import { describe, expect, it } from 'vitest';
import { carryEffect, type Marked } from '#functions/lifecycle/app/carry-effect.ts';

const key = { pk: 'T#yancheng/dafeng#RC#r', sk: 'DEL#L#000001.0' };

const setup = (effect: Marked | undefined) => {
  let now = new Date('2026-03-08T15:59:59.000Z');
  const seen: string[] = [];
  const services = {
    effects: {
      load: async () => effect,
      clear: async () => void seen.push('cleared'),
      hold: async (_: object, until: Date) => void seen.push(`held until ${until.toISOString()}`),
    },
    clock: { now: () => now },
  };
  const handlers = { 'a.b': async () => void seen.push('carried') };
  return {
    seen,
    at: (instant: string) => {
      now = new Date(instant);
    },
    carry: () => carryEffect(services, handlers, key),
  };
};

describe('an effect', () => {
  it('is carried on and cleared, in this order', async () => {
    const { carry, seen } = setup({ kind: 'a.b' });
    await carry();
    expect(seen).toEqual(['carried', 'cleared']);
  });

  it('that waits for its day is held until then, however often it is brought, and carried on late as in time', async () => {
    const story = setup({ kind: 'a.b', notBefore: '2026-03-08T16:00:00.000Z' });
    await story.carry();
    await story.carry();
    expect(story.seen).toEqual(Array(2).fill('held until 2026-03-08T16:00:00.000Z'));
    story.at('2026-04-01T00:00:00.000Z');
    await story.carry();
    expect(story.seen.slice(2)).toEqual(['carried', 'cleared']);
  });

  it('that is gone is nothing, and one that nobody knows stays', async () => {
    const gone = setup(undefined);
    await gone.carry();
    expect(gone.seen).toEqual([]);
    const unknown = setup({ kind: 'x.y' });
    await expect(unknown.carry()).rejects.toThrow('nobody carries on x.y');
    expect(unknown.seen).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { sendKeys } from '#functions/cases/store/marker-queue.ts';

/** @param refused ids that the queue does not take */
const setup = (refused: readonly string[] = []) => {
  const batches: { Id: string; MessageBody: string }[][] = [];
  const queue = {
    send: async ({ input }: { input: { Entries: { Id: string; MessageBody: string }[] } }) => {
      batches.push(input.Entries);
      return { Failed: input.Entries.filter(({ Id }) => refused.includes(Id)) };
    },
  } as unknown as Parameters<typeof sendKeys>[0];
  return { batches, queue };
};
const keyOf = (index: number) => ({ pk: 'T#a/b', sk: `DEL#${index}` });

describe('markers on their way to a queue', () => {
  it('go ten at a time, and what was not taken is told by its place', async () => {
    const { batches, queue } = setup(['3', '11']);
    const keys = Array.from({ length: 12 }, (_, index) => keyOf(index));
    expect(await sendKeys(queue, 'url', keys)).toEqual([3, 11]);
    expect(batches.map((batch) => batch.length)).toEqual([10, 2]);
  });

  it('name the request that left each, where one is known', async () => {
    const { batches, queue } = setup();
    await sendKeys(queue, 'url', [{ ...keyOf(1), correlationId: 'r1' }, keyOf(2)]);
    expect(batches.flat().map(({ MessageBody }) => JSON.parse(MessageBody))).toEqual([
      { ...keyOf(1), correlationId: 'r1' },
      keyOf(2),
    ]);
  });
});

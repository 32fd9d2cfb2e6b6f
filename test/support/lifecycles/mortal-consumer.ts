/** Whoever carries something on dies, after a write that has come to stay. */
class ConsumerDied extends Error {}

/** Somebody who carries something on, and may die after any of their writes. */
export const mortalConsumer = () => {
  let livesFor: number | undefined;
  return {
    /** Told after every write. */
    wrote: (): void => {
      if (livesFor === undefined) return;
      livesFor -= 1;
      if (livesFor > 0) return;
      livesFor = undefined;
      throw new ConsumerDied();
    },
    /** @param writes after which they die. Answers whether they came to their end. */
    mayDie: async (writes: number | undefined, act: () => Promise<void>): Promise<boolean> => {
      livesFor = writes;
      try {
        await act();
        return true;
      } catch (error) {
        if (error instanceof ConsumerDied) return false;
        throw error;
      } finally {
        livesFor = undefined;
      }
    },
  };
};

/** Waits before the next attempt: up to 25 ms, doubled with each, at random so that those who met do not meet again. */
export const pause = (attempt: number, random: () => number = Math.random): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, random() * 25 * 2 ** attempt));

/** Asks again, within bounds, until the answer is yes. @throws saying what did not come true */
export const awaitTrue = async (
  what: string,
  ask: () => Promise<boolean> | boolean,
  patienceMs = 30_000,
  pauseMs = 50,
): Promise<void> => {
  const until = Date.now() + patienceMs;
  while (!(await ask())) {
    if (Date.now() > until) throw new Error(`after ${patienceMs / 1000} s still not: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
};

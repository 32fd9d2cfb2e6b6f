const works = new Set<() => Promise<unknown>>();
const patienceMs = 3_000;

/** Has work done, such as a last save, before the session ends; answers how to call that off. */
export const beforeSigningOut = (work: () => Promise<unknown>): (() => void) => {
  works.add(work);
  return () => works.delete(work);
};

/** Gives the works their time; a stuck one does not keep anybody signed in. */
export const finishWorks = (): Promise<unknown> =>
  Promise.race([
    Promise.allSettled(Array.from(works, (work) => work())),
    new Promise((resolve) => setTimeout(resolve, patienceMs)),
  ]);

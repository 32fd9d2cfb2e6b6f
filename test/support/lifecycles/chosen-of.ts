const oneInSo = 6;

/** One of those that something is to be done about; now and then any of all. Undefined where there is none. */
export const chosenOf = <One>(
  all: readonly One[],
  pick: number,
  open: (one: One) => boolean,
): One | undefined => {
  const wanted = pick % oneInSo === 0 ? all : all.filter(open);
  return wanted[Math.floor(pick / oneInSo) % Math.max(wanted.length, 1)];
};

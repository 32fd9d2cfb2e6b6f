const sampleMs = 150;

/**
 * How many times longer than its own computing a busy process takes on this machine right now: 1 when it has a
 * processor for itself, 4 when it gets a quarter of one because others work too.
 */
export const slownessOfMachine = (): number => {
  const before = process.cpuUsage();
  const begun = performance.now();
  while (performance.now() - begun < sampleMs);
  const { user, system } = process.cpuUsage(before);
  return Math.max(1, (performance.now() - begun) / ((user + system) / 1000));
};

const minuteMs = 60_000;
/** A queue's message is tried so often, over half an hour, before it is put aside. */
const triesPerMessage = 5;
const firstWaitMinutes = 30;
const longestWaitMinutes = 240;
const giveUpMs = 3 * 86_400_000;

/** When a notice that failed is brought again, each time later; undefined when it has failed for three days. */
export const nextTry = (
  failures: { readonly count: number; readonly since: Date },
  now: Date,
): Date | undefined => {
  if (now.getTime() - failures.since.getTime() > giveUpMs) return undefined;
  const doublings = Math.floor((failures.count - 1) / triesPerMessage);
  const minutes = Math.min(firstWaitMinutes * 2 ** doublings, longestWaitMinutes);
  return new Date(now.getTime() + minutes * minuteMs);
};

import type { Key } from './key.ts';

/** Delivery markers are `DEL#…`; those that tell people begin so, all others go to the approval machine. */
export const noticePrefix = 'DEL#N#';

/** And these to the recomputation of targets. */
export const jobPrefix = 'DEL#J#';

export const isJob = ({ sk }: Key): boolean => sk.startsWith(jobPrefix);

export const isNotice = ({ sk }: Key): boolean => sk.startsWith(noticePrefix);

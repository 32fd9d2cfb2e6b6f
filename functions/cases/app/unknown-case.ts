import type { Refusal } from '#shared/kernel/refusal.ts';

/** The one answer for a case that does not exist and for one that the asker may not know of. */
export const unknownCase: Refusal = { code: 'not-found', detail: '没有这件办件，或您无权查看。' };

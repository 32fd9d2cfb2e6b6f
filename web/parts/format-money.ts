import { yuanOf } from '#shared/regulation/application/documents/yuan-of.ts';

/** Fen → `¥12,345.67`. */
export const formatMoney = (fen: number): string => yuanOf(fen).replace(/^-?/, '$&¥');

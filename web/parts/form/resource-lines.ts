import type { CaseView } from '#shared/contracts/cases.ts';

/** One line of 云资源明细表 as filed; what a draft has left out is undefined. */
export interface ResourceLine {
  /** Its place in the table; in a draft two lines may still carry the same number. */
  readonly place: number;
  readonly lineNo: number;
  readonly productId: string | undefined;
  readonly quantity: number | undefined;
  readonly pool: unknown;
  readonly zone: unknown;
  readonly purpose: unknown;
  readonly basis: unknown;
  readonly remark: unknown;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** The lines of the resource table in their order; a line without a number counts by its place. */
export const resourceLinesOf = (sections: CaseView['sections']): readonly ResourceLine[] => {
  const lines: unknown = sections.find(({ section }) => section === 'resources')?.content['lines'];
  if (!Array.isArray(lines)) return [];
  return lines.filter(isRecord).map((line, index) => ({
    place: index,
    lineNo: numberOf(line['lineNo']) ?? index + 1,
    productId: typeof line['productId'] === 'string' ? line['productId'] : undefined,
    quantity: numberOf(line['quantity']),
    pool: line['pool'],
    zone: line['zone'],
    purpose: line['purpose'],
    basis: line['basis'],
    remark: line['remark'],
  }));
};

import type { CaseView } from '#shared/contracts/cases.ts';

/** One line of a table of products as filed; what a draft has left out is undefined. */
export interface ResourceLine {
  /** Its place in the table; in a draft two lines may still carry the same number. */
  readonly place: number;
  readonly lineNo: number;
  readonly productId: string | undefined;
  readonly quantity: number | undefined;
  /** The resource that it changes; of a line of the changed ones. */
  readonly resourceId: string | undefined;
  readonly utilisation: unknown;
  readonly reason: unknown;
  readonly pool: unknown;
  readonly zone: unknown;
  readonly purpose: unknown;
  readonly basis: unknown;
  readonly remark: unknown;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** Sections that hold a table of products: what is added, and what a change turns a resource into. */
const productTables = ['resources', 'changes'] as const;
export type ProductTable = (typeof productTables)[number];
export const isProductTable = (section: string): section is ProductTable =>
  productTables.some((table) => table === section);

/** The lines of one table in their order; a line without a number counts by its place. */
export const linesOfTable = (
  sections: CaseView['sections'],
  table: ProductTable,
): readonly ResourceLine[] => {
  const lines: unknown = sections.find(({ section }) => section === table)?.content['lines'];
  if (!Array.isArray(lines)) return [];
  return lines.filter(isRecord).map((line, index) => ({
    place: index,
    lineNo: numberOf(line['lineNo']) ?? index + 1,
    productId: typeof line['productId'] === 'string' ? line['productId'] : undefined,
    quantity: numberOf(line['quantity']),
    resourceId: typeof line['resourceId'] === 'string' ? line['resourceId'] : undefined,
    utilisation: line['utilisation'],
    reason: line['reason'],
    pool: line['pool'],
    zone: line['zone'],
    purpose: line['purpose'],
    basis: line['basis'],
    remark: line['remark'],
  }));
};

/** Every line that a reviewer assesses. */
export const resourceLinesOf = (sections: CaseView['sections']): readonly ResourceLine[] =>
  productTables.flatMap((table) => linesOfTable(sections, table));

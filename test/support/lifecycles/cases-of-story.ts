import type { CompletedCase } from '#functions/cases/ports/completed-cases.ts';
import type { LifecycleWorld } from './world-of-lifecycles.ts';

type Line = CompletedCase['lines'][number];

const products = {
  small: { name: '云主机', kind: 'host', specification: '4核8G', unit: '台' },
  large: { name: '云主机', kind: 'host', specification: '8核16G', unit: '台' },
  disk: { name: '云硬盘', kind: 'storage', specification: '高性能', unit: 'GB' },
} as const;
const prices = { small: 24_100, large: 48_200, disk: 70 } as const;
export type Product = keyof typeof products;

/** A line of an application: `resourceId` where it changes what is in use. */
export interface AskedLine {
  readonly product: Product;
  readonly quantity: number;
  readonly pool: 'countyPool' | 'cityPool';
  readonly resourceId?: string;
}

const lineOf = ({ product, quantity, pool, resourceId }: AskedLine, index: number): Line => ({
  lineNo: index + 1,
  productId: product,
  product: products[product],
  asked: quantity,
  quantity,
  unitPriceFen: prices[product],
  row: { zone: 'extranet', ...(resourceId === undefined ? { pool } : { resourceId }) },
});

type About = Pick<CompletedCase, 'kind' | 'systemName'> &
  Partial<Pick<CompletedCase, 'systemId' | 'scale' | 'linked'>>;

/** A case on the day on which it is completed. */
export const completedCase = (
  { tenant, ruleVersion, organisation, time, newId }: LifecycleWorld,
  about: About,
  lines: readonly AskedLine[],
  caseId: string = newId(),
): CompletedCase => {
  const completedAt = time.clock.now().toISOString();
  const said = (kind: 'confirmed' | 'approved', membership: string) => ({
    kind,
    at: completedAt,
    by: { tenant, membership },
    stage: '签批',
  });
  return {
    ...about,
    ref: { tenant, caseId },
    organisation,
    ruleVersion,
    completedAt,
    milestones: [said('confirmed', 'cdo'), said('approved', 'leader')],
    form: {},
    lines: lines.map(lineOf),
    priceVersion: 'c1',
  };
};

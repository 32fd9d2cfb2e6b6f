import { Input } from 'antd';
import { useMemo, useState } from 'react';
import type { CatalogueProductView } from '#shared/contracts/catalogue.ts';
import type { VersionList } from '#shared/contracts/catalogue-versions.ts';
import { findProducts } from './product-state.ts';
import './catalogue.css';

export type Kinds = VersionList['kinds'];
type Searchable = Pick<CatalogueProductView, 'id' | 'name' | 'specification' | 'kind'>;

export const labelsOf = (kinds: Kinds): ReadonlyMap<string, string> =>
  new Map(kinds.map(({ kind, label }) => [kind, label]));

/** What is typed and chosen, and the products that fit. */
export const useProductFilter = <Product extends Searchable>(products: readonly Product[], kinds: Kinds) => {
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState('');
  const found = useMemo(
    () => findProducts(products, labelsOf(kinds), typed, kind),
    [products, kinds, typed, kind],
  );
  return { typed, setTyped, kind, setKind, found };
};

interface ProductFilterProps {
  readonly filter: Omit<ReturnType<typeof useProductFilter>, 'found'>;
  readonly kinds: Kinds;
  readonly products: readonly Searchable[];
}

/** Search and kinds above a list of products; kinds without a product are left out. */
export const ProductFilter = ({ filter, kinds, products }: ProductFilterProps) => {
  const counts = new Map<string, number>();
  for (const { kind } of products) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const choices = [
    { kind: '', label: '全部', count: products.length },
    ...kinds.map((one) => ({ ...one, count: counts.get(one.kind) ?? 0 })),
  ].filter(({ kind, count }) => kind === '' || count > 0);
  return (
    <div className="catalogue-filter">
      <Input
        allowClear
        aria-label="查找产品"
        placeholder="按名称、规格或编码查找"
        value={filter.typed}
        onChange={(event) => filter.setTyped(event.target.value)}
      />
      <fieldset className="catalogue-kinds">
        <legend className="visually-hidden">类别</legend>
        {choices.map(({ kind, label, count }) => (
          <button
            key={kind}
            type="button"
            aria-pressed={filter.kind === kind}
            onClick={() => filter.setKind(kind)}
          >
            {label} {count}
          </button>
        ))}
      </fieldset>
    </div>
  );
};

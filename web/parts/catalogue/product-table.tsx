import { type ReactNode, useState } from 'react';
import type { CatalogueProductView } from '#shared/contracts/catalogue.ts';
import { Button } from '../button.tsx';
import { formatMoney } from '../format-money.ts';
import { dateOf } from '../format-time.ts';
import { TableFrame } from '../table-frame.tsx';
import { useNarrow } from '../use-narrow.ts';
import { type Kinds, labelsOf, ProductFilter, useProductFilter } from './product-filter.tsx';
import { productState } from './product-state.ts';
import './catalogue.css';

const shownAtFirst = 100;
/** On a phone every product is a card. */
const shownAsCards = 20;

interface ProductTableProps {
  readonly products: readonly CatalogueProductView[];
  readonly kinds: Kinds;
  /** Finance's ceiling in fen by product id; absent where the city's rules know none. */
  readonly ceilings?: ReadonlyMap<string, number> | undefined;
  /** What can be done with a product. */
  readonly tools?: (product: CatalogueProductView) => ReactNode;
}

const Ceiling = ({ product, ceiling }: { product: CatalogueProductView; ceiling: number | undefined }) => {
  if (ceiling === undefined) return <span className="quiet">未定</span>;
  return (
    <span>
      {formatMoney(ceiling)}
      {product.unitPriceFen > ceiling && (
        <span className="above-standard">
          ▲ 超标准
          {product.aboveStandardReason !== undefined && <small>（{product.aboveStandardReason}）</small>}
        </span>
      )}
    </span>
  );
};

const Head = ({ bounded, tools }: { readonly bounded: boolean; readonly tools: boolean }) => (
  <thead>
    <tr>
      <th scope="col">产品名称</th>
      <th scope="col">类别</th>
      <th scope="col">规格</th>
      <th scope="col">计量单位</th>
      <th scope="col" className="number">
        单价（元/月）
      </th>
      {bounded && (
        <th scope="col" className="number">
          支出预算标准
        </th>
      )}
      <th scope="col">价格生效日期</th>
      <th scope="col">状态</th>
      {tools && (
        <th scope="col">
          <span className="visually-hidden">操作</span>
        </th>
      )}
    </tr>
  </thead>
);

/** A catalogue's products, searched and by kind. */
export const ProductTable = ({ products, kinds, ceilings, tools }: ProductTableProps) => {
  const filter = useProductFilter(products, kinds);
  const step = useNarrow() ? shownAsCards : shownAtFirst;
  const [shown, setShown] = useState(step);
  const labels = labelsOf(kinds);
  const today = dateOf(new Date());
  return (
    <>
      <ProductFilter filter={filter} kinds={kinds} products={products} />
      <p className="visually-hidden" role="status">
        共 {filter.found.length} 项
      </p>
      {filter.found.length === 0 ? (
        <p className="quiet">没有符合条件的产品，请换一个词或选择“全部”。</p>
      ) : (
        <TableFrame label="产品列表">
          <table className="table catalogue-table">
            <Head bounded={ceilings !== undefined} tools={tools !== undefined} />
            <tbody>
              {filter.found.slice(0, shown).map((product) => (
                <tr key={product.id}>
                  <td data-label="产品名称">
                    <span>
                      <strong>{product.name}</strong>
                      <small className="catalogue-code">{product.id}</small>
                    </span>
                  </td>
                  <td data-label="类别">{labels.get(product.kind)}</td>
                  <td data-label="规格">{product.specification}</td>
                  <td data-label="计量单位">{product.unit}</td>
                  <td data-label="单价（元/月）" className="number">
                    {formatMoney(product.unitPriceFen)}
                  </td>
                  {ceilings && (
                    <td data-label="预算标准" className="number">
                      <Ceiling product={product} ceiling={ceilings.get(product.id)} />
                    </td>
                  )}
                  <td data-label="价格生效">{product.effectiveFrom}</td>
                  <td data-label="状态">{productState(product, today)}</td>
                  {tools && <td>{tools(product)}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
      {filter.found.length > shown && (
        <div className="more">
          <Button onClick={() => setShown(shown + step)}>
            显示更多（还有 {filter.found.length - shown} 项）
          </Button>
        </div>
      )}
    </>
  );
};

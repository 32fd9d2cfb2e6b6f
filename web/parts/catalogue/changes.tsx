import type { CatalogueProductView } from '#shared/contracts/catalogue.ts';
import type { CatalogueChanges } from '#shared/contracts/catalogue-versions.ts';
import { formatMoney } from '../format-money.ts';
import './catalogue.css';

type Pair = CatalogueChanges['changed'][number];

const words = [
  ['name', '名称'],
  ['specification', '规格'],
  ['unit', '计量单位'],
] as const;

/** Old → new of a price, with how much it is more or less. */
const PriceChange = ({ before, after }: Pair) => {
  const [old, now] = [before.unitPriceFen, after.unitPriceFen];
  if (old === now) return null;
  const percent = old === 0 ? '' : `，${now > old ? '+' : ''}${(((now - old) / old) * 100).toFixed(1)}%`;
  return (
    <span>
      单价 <del>{formatMoney(old)}</del> → <strong>{formatMoney(now)}</strong>
      <span className="quiet">
        （{now > old ? '涨' : '降'} {formatMoney(Math.abs(now - old))}
        {percent}）
      </span>
    </span>
  );
};

const Changed = ({ before, after }: Pair) => (
  <li>
    <strong>{after.name}</strong>：<PriceChange before={before} after={after} />
    {words
      .filter(([fact]) => before[fact] !== after[fact])
      .map(([fact, label]) => (
        <span key={fact}>
          {' '}
          {label} <del>{before[fact]}</del> → <strong>{after[fact]}</strong>
        </span>
      ))}
    {before.kind !== after.kind && <span> 类别有变</span>}
    <span className="quiet"> 自 {after.effectiveFrom} 起</span>
  </li>
);

const Named = ({ product, more }: { readonly product: CatalogueProductView; readonly more: string }) => (
  <li>
    <strong>{product.name}</strong> {product.specification}　{formatMoney(product.unitPriceFen)}/
    {product.unit}·月
    <span className="quiet"> {more}</span>
  </li>
);

/** Added, changed, retired and removed lines, with old and new price. */
export const Changes = ({ differences }: { readonly differences: CatalogueChanges }) => {
  const { added, changed, retired, removed } = differences;
  if (added.length + changed.length + retired.length + removed.length === 0)
    return <p className="quiet">与上一版相比没有变动。</p>;
  return (
    <div className="changes">
      {changed.length > 0 && (
        <>
          <h3>调整 {changed.length} 项</h3>
          <ul>
            {changed.map((pair) => (
              <Changed key={pair.after.id} {...pair} />
            ))}
          </ul>
        </>
      )}
      {added.length > 0 && (
        <>
          <h3>新增 {added.length} 项</h3>
          <ul>
            {added.map((product) => (
              <Named key={product.id} product={product} more={`自 ${product.effectiveFrom} 起`} />
            ))}
          </ul>
        </>
      )}
      {retired.length > 0 && (
        <>
          <h3>下架 {retired.length} 项</h3>
          <ul>
            {retired.map((product) => (
              <Named key={product.id} product={product} more={`自 ${product.retiredOn} 起不再受理`} />
            ))}
          </ul>
        </>
      )}
      {removed.length > 0 && (
        <>
          <h3>移出 {removed.length} 项</h3>
          <ul>
            {removed.map((product) => (
              <Named key={product.id} product={product} more="此前已下架" />
            ))}
          </ul>
        </>
      )}
    </div>
  );
};

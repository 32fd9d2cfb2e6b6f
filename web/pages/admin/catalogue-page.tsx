import type { CatalogueView } from '#shared/contracts/catalogue.ts';
import { useCatalogue } from '../../api/reads.ts';
import { formatMoney } from '../../parts/format-money.ts';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';

const kindWords: Readonly<Record<CatalogueView['products'][number]['kind'], string>> = {
  host: '云主机',
  database: '数据库',
  storage: '存储',
  network: '网络',
  security: '安全',
  backup: '备份',
  compute: '算力',
  middleware: '中间件',
  support: '支撑服务',
};

const Products = ({ catalogue }: { readonly catalogue: CatalogueView }) => (
  <>
    <p className="quiet">
      版本 {catalogue.version}，{catalogue.filed ? '已备案' : '未备案'}，共 {catalogue.products.length} 项。
    </p>
    <TableFrame label="服务目录">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">类别</th>
            <th scope="col">产品</th>
            <th scope="col">规格</th>
            <th scope="col" className="number">
              月单价
            </th>
            <th scope="col">计量单位</th>
            <th scope="col">生效日期</th>
          </tr>
        </thead>
        <tbody>
          {catalogue.products.map((product) => (
            <tr key={`${product.id} ${product.effectiveFrom}`}>
              <td data-label="类别">{kindWords[product.kind]}</td>
              <td data-label="产品">{product.name}</td>
              <td data-label="规格">{product.specification}</td>
              <td data-label="月单价" className="number">
                {formatMoney(product.unitPriceFen)}
              </td>
              <td data-label="计量单位">{product.unit}</td>
              <td data-label="生效日期">
                {product.effectiveFrom}
                {product.retiredOn !== undefined && `（${product.retiredOn} 停用）`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  </>
);

/** 服务目录, to read. */
export const CataloguePage = () => {
  const catalogue = useCatalogue();
  return (
    <>
      <title>服务目录 · 云网通</title>
      <div className="page-head">
        <h1>服务目录</h1>
      </div>
      {catalogue.isPending && <PageSkeleton />}
      {catalogue.error && <ProblemPanel error={catalogue.error} onRetry={catalogue.refetch} />}
      {catalogue.data && <Products catalogue={catalogue.data} />}
    </>
  );
};

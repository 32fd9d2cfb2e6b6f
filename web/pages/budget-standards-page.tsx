import { useBudgetStandards, useCatalogueVersions } from '../api/catalogue.ts';
import { useCatalogue } from '../api/reads.ts';
import { PageBack } from '../parts/catalogue/page-back.tsx';
import { ProductTable } from '../parts/catalogue/product-table.tsx';
import { StandardsEditor } from '../parts/catalogue/standards-editor.tsx';
import { ClauseChip } from '../parts/clause-chip.tsx';
import { formatInstant } from '../parts/format-time.ts';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';

const aboveWords = {
  needsReason: '单价高于标准的，起草时必须说明理由',
  refused: '单价高于标准的，不能保存和发布',
} as const;

/** 支出预算标准: finance's ceilings beside the prices in force. */
export const BudgetStandardsPage = () => {
  const versions = useCatalogueVersions();
  const catalogue = useCatalogue();
  const standards = useBudgetStandards(true);
  const failed = [versions, catalogue, standards].find(({ error, data }) => error && !data);
  if (failed?.error) return <ProblemPanel error={failed.error} onRetry={failed.refetch} />;
  if (!versions.data || !catalogue.data || !standards.data) return <PageSkeleton />;
  const rules = versions.data.rules.budgetStandards;
  const { document, setAt, setBy, items, may, version } = standards.data;
  const ceilings = new Map(items.map(({ productId, ceilingFen }) => [productId, ceilingFen]));
  return (
    <>
      <title>支出预算标准 · 云网通</title>
      <div className="page-head">
        <div>
          <PageBack />
          <h1>支出预算标准 {rules && <ClauseChip clause={rules.setBy.clause} />}</h1>
        </div>
      </div>
      {rules ? (
        <p className="panel">
          {aboveWords[rules.above.value]}
          {rules.above.source === 'localDefault' && (
            <span className="quiet">（本地默认设置，规定未明确）</span>
          )}
          。{document !== undefined && ` 现行标准：${document}`}
          {setBy && `，${setBy.organisation} ${setBy.name}`}
          {setAt !== undefined && `，${formatInstant(setAt)}`}
        </p>
      ) : (
        <p className="panel">本市规定没有目录支出预算标准。</p>
      )}
      {rules && may.includes('setStandards') && (
        <StandardsEditor
          key={version}
          standards={standards.data}
          products={catalogue.data.products}
          clause={rules.setBy.clause}
          onRefresh={standards.refetch}
        />
      )}
      {rules && !may.includes('setStandards') && (
        <ProductTable products={catalogue.data.products} kinds={versions.data.kinds} ceilings={ceilings} />
      )}
    </>
  );
};

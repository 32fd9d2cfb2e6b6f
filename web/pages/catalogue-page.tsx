import { useState } from 'react';
import { Link } from 'react-router';
import type { VersionList } from '#shared/contracts/catalogue-versions.ts';
import { useBudgetStandards, useCatalogueVersions } from '../api/catalogue.ts';
import { useCatalogue } from '../api/reads.ts';
import { Button } from '../parts/button.tsx';
import { CatalogueJournal } from '../parts/catalogue/catalogue-journal.tsx';
import { FilingDialog } from '../parts/catalogue/filing-dialog.tsx';
import { ProductTable } from '../parts/catalogue/product-table.tsx';
import { UnfiledTag } from '../parts/catalogue/unfiled-tag.tsx';
import { VersionFacts } from '../parts/catalogue/version-facts.tsx';
import { VersionTable } from '../parts/catalogue/version-list.tsx';
import { EmptyNote } from '../parts/empty-note.tsx';
import { Notice } from '../parts/notice.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';

/** What waits for the person at the screen. */
const Doings = ({ list }: { readonly list: VersionList }) => {
  const [filing, setFiling] = useState<string>();
  const unfiled = list.items.filter(({ filed }) => !filed);
  const { may, rules } = list;
  return (
    <>
      <div className="catalogue-tools">
        {may.includes('draft') && <Link to="/catalogue/draft">起草目录</Link>}
        {may.includes('release') && <Link to="/catalogue/draft">审核草案并{rules.releaseVerb}</Link>}
        {rules.budgetStandards && (
          <Link to="/catalogue/standards">
            {may.includes('setStandards') ? '制定支出预算标准' : '支出预算标准'}
          </Link>
        )}
      </div>
      {unfiled.map(({ version, effectiveFrom }) => (
        <Notice
          key={version}
          type="warning"
          title={`${version}（${effectiveFrom} 起执行）尚未备案，可以使用，价格旁标注“未备案”`}
          action={
            may.includes('file') && (
              <Button type="primary" onClick={() => setFiling(version)}>
                登记备案
              </Button>
            )
          }
        />
      ))}
      {filing !== undefined && (
        <FilingDialog version={filing} tag={list.version} onClose={() => setFiling(undefined)} />
      )}
    </>
  );
};

/** 统一服务目录: what can be applied for, at what price, on what ground. */
export const CataloguePage = () => {
  const versions = useCatalogueVersions();
  const catalogue = useCatalogue();
  const standards = useBudgetStandards(versions.data?.rules.budgetStandards !== undefined);
  const failed = [versions, catalogue].find(({ error, data }) => error && !data);
  if (failed?.error) return <ProblemPanel error={failed.error} onRetry={failed.refetch} />;
  if (!versions.data || !catalogue.data) return <PageSkeleton />;
  const list = versions.data;
  const { products, version, filed } = catalogue.data;
  const current = list.items.find((one) => one.version === version);
  const ceilings = standards.data
    ? new Map(standards.data.items.map(({ productId, ceilingFen }) => [productId, ceilingFen]))
    : undefined;
  return (
    <>
      <title>服务目录 · 云网通</title>
      <div className="page-head">
        <h1>统一服务目录 {current && !filed && <UnfiledTag />}</h1>
      </div>
      <Doings list={list} />
      {current ? (
        <>
          <section className="panel" aria-label="现行版本">
            <h2>现行版本 {current.version}</h2>
            <VersionFacts version={current} rules={list.rules} />
          </section>
          <ProductTable products={products} kinds={list.kinds} ceilings={ceilings} />
        </>
      ) : (
        <div className="panel">
          <EmptyNote description="本市还没有执行中的服务目录。目录发布并生效后会出现在这里。" />
        </div>
      )}
      {list.items.length > 0 && (
        <section className="catalogue-history" aria-labelledby="catalogue-history">
          <h2 id="catalogue-history">历次版本</h2>
          <VersionTable versions={list.items} />
        </section>
      )}
      <CatalogueJournal />
    </>
  );
};

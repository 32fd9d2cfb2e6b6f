import { useParams, useSearchParams } from 'react-router';
import { useCatalogueVersion, useCatalogueVersions } from '../api/catalogue.ts';
import { Changes } from '../parts/catalogue/changes.tsx';
import { PageBack } from '../parts/catalogue/page-back.tsx';
import { ProductTable } from '../parts/catalogue/product-table.tsx';
import { UnfiledTag } from '../parts/catalogue/unfiled-tag.tsx';
import { VersionFacts } from '../parts/catalogue/version-facts.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';

/** One version of the catalogue, whole, and what it changed. */
export const CatalogueVersionPage = () => {
  const { version = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const versions = useCatalogueVersions();
  const shown = useCatalogueVersion(version, search.get('against') ?? undefined);
  const failed = [versions, shown].find(({ error, data }) => error && !data);
  if (failed?.error) return <ProblemPanel error={failed.error} onRetry={failed.refetch} />;
  if (!versions.data || !shown.data) return <PageSkeleton />;
  const { rules, kinds, items } = versions.data;
  const { against, differences, products } = shown.data;
  return (
    <>
      <title>{`${version} · 服务目录 · 云网通`}</title>
      <div className="page-head">
        <div>
          <PageBack />
          <h1>
            {version} {!shown.data.filed && <UnfiledTag />}
          </h1>
        </div>
      </div>
      <section className="panel" aria-label="版本情况">
        <VersionFacts version={shown.data} rules={rules} />
      </section>
      {against !== undefined && (
        <section className="panel" aria-labelledby="changes">
          <div className="catalogue-tools">
            <h2 id="changes">变动</h2>
            <label>
              对比版本{' '}
              <select
                className="catalogue-select"
                value={against}
                onChange={(event) => setSearch({ against: event.target.value }, { replace: true })}
              >
                {items
                  .filter((one) => one.version !== version)
                  .map((one) => (
                    <option key={one.version} value={one.version}>
                      {one.version}
                    </option>
                  ))}
              </select>
            </label>
          </div>
          <Changes differences={differences} />
        </section>
      )}
      <ProductTable products={products} kinds={kinds} />
    </>
  );
};

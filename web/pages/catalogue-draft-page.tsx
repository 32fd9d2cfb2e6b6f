import { useNavigate } from 'react-router';
import { useCatalogueDraft } from '../api/catalogue.ts';
import { Changes } from '../parts/catalogue/changes.tsx';
import { DraftEditor } from '../parts/catalogue/draft-editor.tsx';
import { PageBack } from '../parts/catalogue/page-back.tsx';
import { ProductTable } from '../parts/catalogue/product-table.tsx';
import { ReleasePanel } from '../parts/catalogue/release-panel.tsx';
import { RepricingNotice } from '../parts/catalogue/repricing-notice.tsx';
import { formatDate, formatInstant } from '../parts/format-time.ts';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';

/** 目录草案: what it changes, its release, and the writing of it. */
export const CatalogueDraftPage = () => {
  const navigate = useNavigate();
  const reading = useCatalogueDraft();
  if (reading.isPending) return <PageSkeleton />;
  const view = reading.data;
  if (!view) return <ProblemPanel error={reading.error} onRetry={reading.refetch} />;
  const { draft, may, kinds, standards, rules, version } = view;
  const ceilings = rules.budgetStandards
    ? new Map(standards.map(({ productId, ceilingFen }) => [productId, ceilingFen]))
    : undefined;
  return (
    <>
      <title>目录草案 · 云网通</title>
      <div className="page-head">
        <div>
          <PageBack />
          <h1>目录草案</h1>
        </div>
      </div>
      {draft ? (
        <section className="panel" aria-labelledby="draft-changes">
          <h2 id="draft-changes">与现行最新一版相比的变动</h2>
          <p className="quiet">
            拟自 {formatDate(draft.effectiveFrom)} 起执行；{draft.savedBy && `${draft.savedBy.name} `}
            {formatInstant(draft.savedAt)} 保存。{draft.note}
          </p>
          <Changes differences={draft.differences} />
          <RepricingNotice version={version} />
        </section>
      ) : (
        <p className="panel">目前没有草案。{may.includes('draft') && '在下方修改后保存，即成为草案。'}</p>
      )}
      {draft && may.includes('release') && (
        <ReleasePanel
          view={view}
          draft={draft}
          onRefresh={reading.refetch}
          onReleased={() => void navigate('/catalogue')}
        />
      )}
      {may.includes('draft') ? (
        <DraftEditor key={version} view={view} onRefresh={reading.refetch} />
      ) : (
        draft && <ProductTable products={draft.products} kinds={kinds} ceilings={ceilings} />
      )}
    </>
  );
};

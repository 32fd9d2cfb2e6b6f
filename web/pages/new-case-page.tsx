import { Link } from 'react-router';
import type { KindView } from '#shared/contracts/kinds.ts';
import { useKinds } from '../api/reads.ts';
import { ClauseChip } from '../parts/clause-chip.tsx';
import { Notice } from '../parts/notice.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import '../parts/guide/guide.css';

/** What is not offered yet; named so that nobody looks for it in vain. */
const later = [['接入电子政务外网', '单位、线路和地址的接入、变更']] as const;

const shownMaterials = 4;

const materialWords = (materials: KindView['materials']): string => {
  if (materials.length === 0) return '不需要另附材料';
  const named = materials.slice(0, shownMaterials).map(({ title }) => title);
  return `${named.join('、')}${materials.length > named.length ? `等 ${materials.length} 项` : ''}`;
};

const Times = ({ times }: Pick<KindView, 'times'>) => (
  <>
    {times.map(({ title, value }) => `${title} ${value}`).join('，')}
    {times.some(({ source }) => source === 'localDefault') && (
      <span className="quiet">（条文未定数值，本地默认）</span>
    )}
  </>
);

const KindCard = ({ kind, more }: { readonly kind: KindView; readonly more: boolean }) => (
  <li className="panel">
    <h2>
      <Link to={`/cases/new/${kind.kind}`}>{kind.wish}</Link>
    </h2>
    <p className="quiet">{kind.words}</p>
    <dl className="kind-facts">
      <dt>材料</dt>
      <dd>{materialWords(kind.materials)}</dd>
      {kind.times.length > 0 && (
        <>
          <dt>时限</dt>
          <dd>
            <Times times={kind.times} />
          </dd>
        </>
      )}
      <dt>依据</dt>
      <dd>
        <ClauseChip clause={kind.clause} />
      </dd>
      <dt>本单位</dt>
      <dd>
        在办 <strong>{kind.underWay}</strong> 件，草稿 <strong>{kind.drafts}</strong> 件
        {more && '（最近 100 件中）'}
      </dd>
    </dl>
  </li>
);

const Kinds = () => {
  const kinds = useKinds();
  if (kinds.isPending) return <PageSkeleton />;
  if (!kinds.data) return <ProblemPanel error={kinds.error} onRetry={kinds.refetch} />;
  const { items, more } = kinds.data;
  return (
    <>
      {items.length === 0 && <Notice type="info" title="您的岗位在本地区没有可以申请的事项。" />}
      {items.length > 0 && !items.some(({ prepares }) => prepares) && (
        <Notice type="info" title="申请由使用部门经办人填写，请与本单位经办人联系。" />
      )}
      <ul className="kind-cards">
        {items.map((kind) => (
          <KindCard key={kind.kind} kind={kind} more={more} />
        ))}
      </ul>
    </>
  );
};

/** 我要申请: what one can ask for, in words people use; what comes later is named as coming. */
export const NewCasePage = () => (
  <>
    <title>我要申请 · 云网通</title>
    <div className="page-head">
      <h1>我要申请</h1>
      <Link to="/cases">查看办件</Link>
    </div>
    <Kinds />
    <section aria-labelledby="later">
      <h2 id="later" className="block-title">
        后续开放
      </h2>
      <ul className="apply-later">
        {later.map(([title, words]) => (
          <li key={title}>
            <strong>{title}</strong>
            <div className="quiet small">{words}。目前请按原方式办理。</div>
          </li>
        ))}
      </ul>
    </section>
  </>
);

import { Link, useParams } from 'react-router';
import type { GuideView } from '#shared/contracts/guide.ts';
import type { KindView } from '#shared/contracts/kinds.ts';
import { useGuide, useKinds } from '../api/reads.ts';
import { ClauseChip } from '../parts/clause-chip.tsx';
import { GuideMaterials } from '../parts/guide/guide-materials.tsx';
import { StartForm } from '../parts/guide/start-form.tsx';
import { Notice } from '../parts/notice.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import '../parts/guide/guide.css';

const Needed = ({ guide }: { readonly guide: GuideView }) => {
  const times = guide.steps.filter(({ inSystem }) => inSystem).flatMap((step) => step.times);
  return (
    <section className="panel" aria-labelledby="needed">
      <h2 id="needed">需要准备什么，多久办完</h2>
      {guide.materials.length > 0 ? (
        <GuideMaterials materials={guide.materials} />
      ) : (
        <p>在线填写即可，不需要另附材料。</p>
      )}
      {times.length > 0 && (
        <p>
          {times.map(({ title, value }) => `${title.replace('办理参考时间', '')} ${value}`).join('，')}
          <span className="quiet">（条文未定数值，本地默认的参考时间）</span>
        </p>
      )}
      <Link to="/help">查看全部步骤和依据</Link>
    </section>
  );
};

/** Where a unit needs an account before it asks. */
const AccountFirst = ({ account }: { readonly account: NonNullable<GuideView['account']> }) => (
  <p className="quiet">
    本单位还没有平台账号的，先 <Link to={`/cases/new/${account.kind}`}>{account.title}</Link>
    ，开通后再申请。 <ClauseChip clause={account.clause} short />
  </p>
);

const Start = ({ kind, guide }: { readonly kind: KindView; readonly guide: GuideView }) => (
  <>
    <title>{`${kind.wish} · 云网通`}</title>
    <div className="page-head">
      <h1>{kind.wish}</h1>
      <Link to="/cases/new">其他事项</Link>
    </div>
    <div className="apply-grid">
      <section className="panel" aria-labelledby="start">
        <h2 id="start">{kind.title}</h2>
        <p className="quiet">
          {kind.words} <ClauseChip clause={kind.clause} short />
        </p>
        {guide.account && <AccountFirst account={guide.account} />}
        {kind.prepares ? (
          <StartForm kind={kind} />
        ) : (
          <Notice type="info" title="申请由使用部门经办人填写，请与本单位经办人联系。" />
        )}
      </section>
      <Needed guide={guide} />
    </div>
  </>
);

/** One matter that can be asked for: what it takes, and the start of its draft. */
export const StartCasePage = () => {
  const { kind: wanted = '' } = useParams();
  const kinds = useKinds();
  const guide = useGuide(wanted);
  const failed = [kinds, guide].find(({ error, data }) => error && !data);
  if (failed?.error) return <ProblemPanel error={failed.error} onRetry={failed.refetch} />;
  if (!kinds.data || !guide.data) return <PageSkeleton />;
  const kind = kinds.data.items.find((one) => one.kind === wanted);
  return kind ? (
    <Start kind={kind} guide={guide.data} />
  ) : (
    <Notice type="info" title="您的岗位不能申请这一事项。" />
  );
};

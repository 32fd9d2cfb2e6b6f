import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { GrantView } from '#shared/contracts/people.ts';
import { useGrants } from '../../api/administration.ts';
import { itemsOf } from '../../api/reads.ts';
import { useSignedIn } from '../../auth/signed-in.ts';
import { GrantCard, type GrantVerb } from '../../parts/admin/grant-card.tsx';
import { GrantDialog } from '../../parts/admin/grant-dialog.tsx';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { MoreButton } from '../../parts/more-button.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';

const emptyWords = {
  open: '没有待确认的事项。系统管理员提出变更后会出现在这里。',
  closed: '还没有办结的授权事项。',
} as const;

const Grants = ({ state }: { readonly state: 'open' | 'closed' }) => {
  const grants = useGrants(state);
  const [acting, setActing] = useState<{ readonly grant: GrantView; readonly verb: GrantVerb }>();
  if (grants.isPending) return <PageSkeleton />;
  if (!grants.data) return <ProblemPanel error={grants.error} onRetry={grants.refetch} />;
  const items = itemsOf(grants.data);
  return (
    <>
      {items.length === 0 && (
        <div className="panel">
          <EmptyNote description={emptyWords[state]} />
        </div>
      )}
      <ul className="plain-list">
        {items.map((grant) => (
          <GrantCard key={grant.grantId} grant={grant} onAct={(verb) => setActing({ grant, verb })} />
        ))}
      </ul>
      <MoreButton pages={grants} />
      {acting && <GrantDialog {...acting} onClose={() => setActing(undefined)} onRefresh={grants.refetch} />}
    </>
  );
};

const views = [
  ['open', '待确认'],
  ['closed', '已办结'],
] as const;

/** 授权事项: what waits for the security administrator, and what became of the others. */
export const GrantsPage = () => {
  const { membership } = useSignedIn();
  const [address] = useSearchParams();
  const state = address.get('state') === 'closed' ? 'closed' : 'open';
  const title = membership.roles.includes('security.admin') ? '待确认授权' : '授权事项';
  return (
    <>
      <title>{`${title} · 云网通`}</title>
      <div className="page-head">
        <h1>{title}</h1>
      </div>
      <nav className="view-choices" aria-label="授权事项的范围">
        {views.map(([id, label]) => (
          <Link
            key={id}
            className="view-choice"
            to={`?state=${id}`}
            {...(id === state ? { 'aria-current': 'page' as const } : {})}
          >
            {label}
          </Link>
        ))}
      </nav>
      <Grants key={state} state={state} />
    </>
  );
};

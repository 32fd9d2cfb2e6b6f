import './shell.css';
import { Suspense } from 'react';
import { NavLink, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { useSignedIn } from '../auth/signed-in.ts';
import { Button } from '../parts/button.tsx';
import { UnreadBadge } from '../parts/message/unread-badge.tsx';
import { Notice } from '../parts/notice.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { AccountMenu } from './account-menu.tsx';
import { navigationOf } from './navigation.ts';

const WhoAmI = () => {
  const { person, membership, memberships, leaveMembership } = useSignedIn();
  return (
    <div className="who">
      <span className="who-post quiet">
        {membership.organisation.name} · {membership.roleLabels.join('、')}
      </span>
      {memberships.length > 1 && (
        <Button type="text" onClick={leaveMembership}>
          切换单位
        </Button>
      )}
      <AccountMenu name={person.name} />
    </div>
  );
};

/** Head, navigation and the page in between. */
export const Shell = () => {
  const { membership } = useSignedIn();
  const { pathname } = useLocation();
  const entries = navigationOf(membership);
  // An entry is not lit while another names the page itself.
  // Of two entries that lead to a page, the nearer one.
  const [nearest] = entries
    .filter(({ to }) => pathname === to || pathname.startsWith(`${to}/`))
    .sort((a, b) => b.to.length - a.to.length);
  const underway = useNavigation().state !== 'idle';
  return (
    <>
      <a className="skip-link" href="#content">
        跳到正文
      </a>
      <header className="head">
        <div className="head-inner">
          <span className="brand">
            <img src="/icon.svg" alt="" width="24" height="24" />
            云网通<span className="brand-place">{membership.tenantName}</span>
          </span>
          <nav className="nav" aria-label="主导航">
            {entries.map(({ to, label, badge }) => (
              <NavLink key={to} to={to} end={to === '/' || to !== nearest?.to}>
                {label}
                {badge === 'unread' && <UnreadBadge />}
              </NavLink>
            ))}
          </nav>
          <WhoAmI />
        </div>
      </header>
      <main id="content" className="content" tabIndex={-1} aria-busy={underway}>
        {membership.suspendedAt !== undefined && (
          <Notice
            type="warning"
            title={`${membership.tenantName}已暂停使用，现在只能查看`}
            description="如需恢复，请联系市级系统管理员。"
          />
        )}
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <ScrollRestoration />
    </>
  );
};

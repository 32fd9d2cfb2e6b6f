import type { ComponentType } from 'react';
import { NavLink } from 'react-router';
import { adminPages, isAdministrator } from '../../app/admin-pages.ts';
import { useSignedIn } from '../../auth/signed-in.ts';
import { Notice } from '../../parts/notice.tsx';
import '../../parts/admin/admin.css';
import '../../parts/case/case.css';
import '../../parts/lists.css';

/** A page of 系统管理, beside the others that the person at the screen may open. */
export const inAdminFrame = (Content: ComponentType): ComponentType =>
  function AdminFrame() {
    const { membership } = useSignedIn();
    if (!isAdministrator(membership))
      return (
        <Notice
          type="warning"
          title="系统管理仅对三员开放"
          description="您当前的岗位不是系统管理员、安全管理员或审计管理员。需要调整岗位时，请联系本级系统管理员。"
        />
      );
    return (
      <div className="admin">
        <nav className="admin-nav" aria-label="系统管理">
          {adminPages
            .filter(({ shownTo }) => shownTo(membership))
            .map(({ path, label }) => (
              <NavLink key={path} to={`/admin/${path}`}>
                {label}
              </NavLink>
            ))}
        </nav>
        <div className="admin-page">
          <Content />
        </div>
      </div>
    );
  };

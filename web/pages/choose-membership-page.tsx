import './sign-in.css';
import type { MeView } from '#shared/contracts/me.ts';
import { signOut } from '../auth/session-store.ts';
import { Button } from '../parts/button.tsx';
import { EmptyNote } from '../parts/empty-note.tsx';

interface ChooseMembershipPageProps {
  readonly me: MeView;
  readonly onChoose: (membershipId: string) => void;
}

/** One person, several posts: which one they act in now. */
export const ChooseMembershipPage = ({ me, onChoose }: ChooseMembershipPageProps) => (
  <main className="sign-in">
    <title>选择任职单位 · 云网通</title>
    <div className="sign-in-card">
      <h1>{me.person.name}，您好</h1>
      {me.memberships.length === 0 ? (
        <EmptyNote description="您还没有任职单位。请联系本单位或本级的系统管理员为您登记岗位，登记后重新登录。" />
      ) : (
        <p className="quiet">请选择本次以哪个单位的身份办理：</p>
      )}
      <ul className="plain-list">
        {me.memberships.map((membership) => (
          <li key={membership.id}>
            <button type="button" className="membership-choice" onClick={() => onChoose(membership.id)}>
              <strong>{membership.organisation.name}</strong>
              <span className="quiet">
                {membership.tenantName} · {membership.roleLabels.join('、')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Button type="link" onClick={() => void signOut()}>
        退出登录
      </Button>
    </div>
  </main>
);

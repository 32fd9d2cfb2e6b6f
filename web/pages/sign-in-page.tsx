import './sign-in.css';
import { signIn } from '../auth/session-store.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';

interface SignInPageProps {
  readonly returnTo: string;
  readonly notice: string | undefined;
}

export const SignInPage = ({ returnTo, notice }: SignInPageProps) => (
  <main className="sign-in">
    <title>登录 · 云网通</title>
    <div className="sign-in-card">
      <img src="/icon.svg" alt="" width="48" height="48" />
      <h1>云网通</h1>
      <p className="quiet">政务云和电子政务外网的申请、审核与全程管理</p>
      {notice !== undefined && <Notice type="warning" title={notice} />}
      <Button type="primary" size="large" block autoFocus onClick={() => void signIn(returnTo)}>
        登录
      </Button>
      <p className="quiet small">使用统一身份认证账号登录。在公用电脑上办完事后请退出。</p>
    </div>
  </main>
);

import { Button } from '../parts/button.tsx';

/** A fault of the page itself, for instance a file of an older release that is gone. */
export const CrashPage = () => (
  <main className="page">
    <title>页面异常 · 云网通</title>
    <h1>页面没有打开</h1>
    <p>系统可能刚刚更新，或网络中断。刷新后通常可以继续；仍不成功时请联系系统管理员。</p>
    <Button type="primary" onClick={() => window.location.reload()}>
      刷新
    </Button>
  </main>
);

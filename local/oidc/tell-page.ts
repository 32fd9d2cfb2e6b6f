import { escapeHtml, makePage } from './send-page.ts';

/** What people can do about the errors that they may really meet; anything else keeps its own words. */
const advice: Record<string, string> = {
  SessionNotFound: '登录过程已过期，请回到云网通重新登录。',
  invalid_client: '这个应用没有登记，请从云网通首页登录。',
  invalid_redirect_uri: '登录后要返回的地址没有登记，请使用云网通首页的地址（127.0.0.1）打开。',
  invalid_request: '登录请求不完整，请回到云网通重新登录。',
  access_denied: '登录已取消，请回到云网通重新登录。',
};

/** An error page; `code` is the protocol's, `detail` its own explanation. */
export function makeErrorPage(code: string, detail: string, homeUrl: string) {
  const says = advice[code] ?? '登录没有完成，请回到云网通重新登录；如仍不行，请把下面的内容告诉管理员。';
  const content = `<p>${says}</p><p><a class="button" href="${escapeHtml(homeUrl)}">回到云网通</a></p>
<p><small>${escapeHtml(code)}：${escapeHtml(detail)}</small></p>`;
  return makePage('登录没有完成', content);
}

/** Asks before signing out; when the console itself asked, with its own id token, the form sends itself. */
export function makeSignOutPage(form: string, homeUrl: string, atOnce: boolean) {
  const filled = form.replace(
    '</form>',
    `<input type="hidden" name="logout" value="yes"><button class="primary">退出登录</button>
<a class="button" href="${escapeHtml(homeUrl)}">不退出</a></form>`,
  );
  const content = `<p>退出后，下次使用须重新选择演示身份。</p>${filled}`;
  return makePage('退出登录', content, atOnce ? 'document.forms[0].submit()' : undefined);
}

export function makeSignedOutPage(homeUrl: string) {
  return makePage('已退出登录', `<p><a class="button" href="${escapeHtml(homeUrl)}">回到云网通</a></p>`);
}

import { escapeHtml, makePage } from '../oidc/send-page.ts';
import type { DeliveredMessage } from './inbox-store.ts';

const withLinks = (text: string): string =>
  escapeHtml(text).replace(/https?:\/\/[\w.:/-]+/g, (url) => `<a href="${url}">${url}</a>`);

/** Beijing time, to the second. */
const shanghaiTime = (at: string): string =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

const item = ({ at, to, title, text }: DeliveredMessage & { at: string }): string =>
  `<details open><summary>${escapeHtml(title)} <small>发给 ${escapeHtml(to.name)}（${escapeHtml(to.person)}，${escapeHtml(to.contact)}），${escapeHtml(shanghaiTime(at))}</small></summary><p style="padding:0 .8rem .6rem;overflow-wrap:anywhere">${withLinks(text)}</p></details>`;

/** What people's phones would show, newest first. */
export function inboxPage(items: readonly (DeliveredMessage & { at: string })[], user: string | undefined) {
  const note =
    '<p class="note"><strong>仅供本机演示：</strong>短信和即时消息没有真的发出，都收在这里。</p>' +
    `<form class="search"><input name="user" aria-label="演示用户" placeholder="演示用户，例如 dafeng-cdo" value="${escapeHtml(user ?? '')}"><button>查看</button></form>`;
  const list = items.length === 0 ? '<p>还没有消息。</p>' : items.toReversed().map(item).join('');
  return makePage('收件箱', note + list);
}

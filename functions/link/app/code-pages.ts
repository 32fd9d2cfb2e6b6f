import { codeMinutes, codesPerLink } from '../domain/link.ts';
import { type Html, html } from './html.ts';
import { framePage } from './page-frame.ts';

const codeForm = (action: string): Html => html`<form method="post" action="${action}" accept-charset="utf-8">
<label for="code">6 位验证码</label>
<input class="code" id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="12" required>
<button>查看办理内容</button></form>`;

const otherWay = html`<p class="quiet">也可以登录云网通，在“工作台”中办理。</p><a class="button" href="/">登录云网通</a>`;

/**
 * What a link shows to whoever opens it: scanners and previews of chats open it too, so it says nothing of the matter
 * and nothing is looked up. Only the token, as it was in the address, stands in it.
 */
export const inertPage = (token: string): string =>
  framePage(
    '确认是您本人',
    html`<section><h1>确认是您本人</h1>
<p>有一件事项请您办理。为确认是您本人，请先获取验证码；验证码发送到您在系统中登记的联系方式，不能更改。</p>
<form method="post" action="/l/${encodeURIComponent(token)}/code"><button>获取验证码</button></form>
<p class="quiet">只打开本页，不会产生任何办理结果。每个链接最多获取 ${codesPerLink} 次验证码。</p></section>
<section>${otherWay}</section>`,
  );

/** The one answer to a request for a code, whatever came of it. */
export const codeAskedPage: string = framePage(
  '输入验证码',
  html`<section><h1>输入验证码</h1>
<p>如果链接有效，6 位验证码已发送到您登记的联系方式，${codeMinutes} 分钟内有效。</p>
${codeForm('open')}</section>
<section><p class="quiet">没有收到？请等一分钟再重新获取；每个链接最多获取 ${codesPerLink} 次，超过后链接作废。</p>
<form method="post" action="code"><button class="plain">重新获取验证码</button></form></section>
<section>${otherWay}</section>`,
);

/** The one answer for everything that does not open: unknown, used, expired, revoked, moved on, or a wrong code. */
export const closedPage: string = framePage(
  '打不开',
  html`<section class="alert"><h1>打不开</h1>
<p>验证码不正确或已过期，或者链接已经用过、过期、作废，或者事项已由他人办理。</p>
<p>可以重新输入验证码。连续输错 5 次，链接作废。</p>${codeForm('open')}
<form method="post" action="code"><button class="plain">重新获取验证码</button></form></section>
<section>${otherWay}</section>`,
);

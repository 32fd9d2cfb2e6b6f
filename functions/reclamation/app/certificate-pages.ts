import { type Html, html } from '#functions/link/app/html.ts';
import { framePage } from '#functions/link/app/page-frame.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { PublicCertificate } from './ports.ts';

const place = '证明核验';

const fields = (number: string, code: string): Html =>
  html`<form method="post" action="/certificates"><label>编号<input type="text" name="number" value="${number}" maxlength="100" autocomplete="off" required></label><label>校验码<input type="text" name="code" value="${code}" maxlength="100" autocomplete="off" autocapitalize="characters" spellcheck="false" required></label><button>核验</button></form>`;

/** Nothing is looked up before the form is sent: whoever only opens an address learns nothing. */
export const askPage = (number: string, code: string): string =>
  framePage(
    place,
    html`<section><h1>证明核验</h1><p>请填写证明上的编号和 20 位校验码。扫描证明上的二维码会自动填好。</p>${fields(number, code)}</section>`,
    place,
  );

/** The very same for a wrong number as for a wrong code. */
export const unknownPage = framePage(
  place,
  html`<section class="alert"><h1>没有查到这份证明</h1><p>编号或校验码不正确，请对照证明原件重新填写。仍查不到的，请向出具单位核实。</p></section><section>${fields('', '')}</section>`,
  place,
);

const dayOf = (at: string): string => shanghaiDateOf(new Date(at));

/** What the paper says, the digest of its file, and whether it still counts. */
export const foundPage = (shown: PublicCertificate): string => {
  const { title, number, organisation, systemName, provider, resources, revokedAt } = shown;
  const verdict =
    revokedAt === undefined
      ? html`<section class="good"><h1>证明有效</h1><p>下列内容与出具时一致，请与手中的证明核对。</p></section>`
      : html`<section class="alert"><h1>证明已撤销</h1><p>这份证明已于 ${dayOf(revokedAt)} 撤销，不再有效。</p></section>`;
  return framePage(
    title,
    html`${verdict}<section><h2>${title}</h2><dl><dt>编号</dt><dd>${number}</dd><dt>使用单位</dt><dd>${organisation}</dd><dt>信息系统</dt><dd>${systemName}</dd><dt>回收的资源</dt>${resources.map((line) => html`<dd>${line}</dd>`)}<dt>回收日期</dt><dd>${dayOf(shown.reclaimedAt)}</dd><dt>出具单位</dt><dd>${provider}</dd><dt>出具日期</dt><dd>${dayOf(shown.issuedAt)}</dd><dt>文件摘要（SHA-256）</dt><dd>${shown.digest}</dd></dl></section>`,
    place,
  );
};

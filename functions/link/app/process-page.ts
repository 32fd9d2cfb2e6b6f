import type { LinkMatter } from '#functions/provisioning/ports/orders-for-links.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { type Html, html } from './html.ts';
import { type Outcome, outcomes, type Typed } from './matter-page.ts';
import { framePage } from './page-frame.ts';

/** Lines shown at once, and in all: a page on the phone stays small however much is on the list. */
const linesShown = 5;
const mostLines = 60;

type Line = LinkMatter['lines'][number];

const lineItem = ({ name, specification, quantity }: Line): Html =>
  html`<li class="row"><span>${name}<br><small class="quiet">${specification}</small></span><span>${quantity}</span></li>`;

const linesCard = (lines: readonly Line[]): Html | undefined => {
  if (lines.length === 0) return undefined;
  const rest = lines.slice(linesShown, mostLines);
  const beyond = lines.length - mostLines;
  return html`<section><h2>资源清单（${lines.length} 项）</h2><ul>${lines.slice(0, linesShown).map(lineItem)}</ul></section>
${rest.length === 0 ? undefined : html`<details><summary>其余 ${lines.length - linesShown} 项</summary><div><ul>${rest.map(lineItem)}</ul>${beyond > 0 ? html`<p class="quiet">另有 ${beyond} 项，请登录云网通查看。</p>` : undefined}</div></details>`}`;
};

const textCard = (text: string): Html =>
  html`<section><h2>全文</h2>${text.split('\n').map((paragraph) => html`<p>${paragraph}</p>`)}</section>`;

const factsCard = ({ ask, title, facts }: LinkMatter, { name }: Actor): Html =>
  html`<section><h1>${ask}：${title}</h1><dl>${facts.map(([label, words]) => html`<dt>${label}</dt><dd>${words}</dd>`)}</dl>
<p class="quiet">请${name}办理。</p></section>`;

const decisionForm = ({ declares, button, hindrance }: LinkMatter, view: string): Html =>
  hindrance === undefined
    ? html`<section><p>${declares}</p><form method="post" action="decide" accept-charset="utf-8"><input type="hidden" name="view" value="${view}">
<button name="verb" value="approve">${button}</button></form>
<p class="quiet">不同意的，不要点，请登录云网通或与运行管理机构联系。本页 15 分钟内有效，链接办理一次后作废。</p></section>`
    : html`<section class="alert"><p>${hindrance}</p><a class="button" href="/">登录云网通</a></section>`;

/** What an order asks for, on a phone: what it is about, what is declared, and one large button. */
export const processPage = (actor: Actor, matter: LinkMatter, view: string, typed?: Typed): string =>
  framePage(
    matter.ask,
    html`${typed && typed.why.length > 0 ? html`<section class="alert"><h2>还没有办理</h2>${typed.why.map((reason) => html`<p>${reason}</p>`)}</section>` : undefined}
${factsCard(matter, actor)}${linesCard(matter.lines)}${matter.text === undefined ? undefined : textCard(matter.text)}${decisionForm(matter, view)}`,
  );

/** After it was done, or when it was done already. */
export const processOutcomePage = (as: Outcome, { title, status }: LinkMatter): string => {
  const outcome = outcomes[as];
  return framePage(
    outcome.title,
    html`<section class="${outcome.look}"><h1>${outcome.title}</h1><p><strong>${title}</strong></p>
<p>现在的状态：${status}</p><p>${outcome.says}</p></section><section><a class="button" href="/">登录云网通</a></section>`,
  );
};

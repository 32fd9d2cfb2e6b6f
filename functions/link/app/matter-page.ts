import type { Matter, MatterLine } from '#functions/cases/app/view-matter.ts';
import { formatSize } from '#shared/contracts/format-size.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { decisionWords } from './decision-words.ts';
import { type Html, html } from './html.ts';
import { framePage } from './page-frame.ts';
import { dateWords, moneyWords, timeWords } from './words.ts';

/** Lines shown at once; the rest is folded. */
const linesShown = 5;

const lineItem = (line: MatterLine): Html => {
  const changed = line.assessed !== undefined && line.assessed !== line.quantity;
  const quantity = changed
    ? html`<del>${line.quantity}</del> <ins>${line.assessed}</ins> ${line.unit}`
    : html`${line.quantity} ${line.unit}`;
  return html`<li class="row"><span>${line.name}<br><small class="quiet">${line.specification}</small></span><span>${quantity}<br><small class="quiet">${moneyWords(line.costFen)}/月</small></span></li>`;
};

const linesCard = (lines: readonly MatterLine[]): Html => {
  const rest = lines.slice(linesShown);
  return html`<section><h2>申请的云资源（${lines.length} 项，按费用从高到低）</h2><ul>${lines.slice(0, linesShown).map(lineItem)}</ul></section>
${rest.length === 0 ? undefined : html`<details><summary>其余 ${rest.length} 项</summary><div><ul>${rest.map(lineItem)}</ul></div></details>`}`;
};

/** The route so far: who did what, when and with which words. */
const routeCard = ({ view }: Matter): Html | undefined => {
  const decided = view.tasks.flatMap(({ stageTitle, round, decision }) =>
    decision ? [{ stageTitle, round, decision }] : [],
  );
  if (decided.length === 0) return undefined;
  const items = decided.map(({ stageTitle, round, decision }) => {
    const against = decision.outcome === 'return' || decision.outcome === 'reject';
    return html`<li><span class="tag${against ? ' no' : ''}">${decision.outcomeLabel}</span>${stageTitle}${view.round > 1 ? html` <small class="quiet">第 ${round} 轮</small>` : undefined}
<br>${decision.by.name} <small class="quiet">${decision.by.organisation} <span class="nb">${timeWords(decision.at)}</span></small>${decision.opinion ? html`<br>“${decision.opinion}”` : undefined}</li>`;
  });
  return html`<section><h2>办理经过</h2><ol>${items}</ol></section>`;
};

const changesCard = ({ changes }: Matter): Html | undefined => {
  if (!changes) return undefined;
  if (changes.length === 0) return html`<section><h2>与上一轮相比</h2><p>申请内容没有改动。</p></section>`;
  const items = changes.map(
    ({ section, label, context, before, after }) =>
      html`<li><small class="quiet">${section}</small><br>${label}：${context}${before ? html`<del>${before}</del> ` : undefined}<ins>${after}</ins></li>`,
  );
  return html`<section><h2>与上一轮相比，改了 ${changes.length} 处</h2><ul>${items}</ul></section>`;
};

const materialCards = ({ materials }: Matter): readonly Html[] =>
  materials.map(
    ({ title, fields }) =>
      html`<details><summary>${title} <small>${fields.length} 项</small></summary><div><dl>${fields.map(
        ({ label, lines }) => html`<dt>${label}</dt>${lines.map((line) => html`<dd>${line}</dd>`)}`,
      )}</dl></div></details>`,
  );

/** A page on the phone stays small however much is attached. */
const filesShown = 20;

/** Names and sizes only: a file is opened in the console, under the reader's own sign-in. */
const filesCard = ({ files }: Matter): Html | undefined => {
  if (files.length === 0) return undefined;
  const rest = files.length - filesShown;
  return html`<details><summary>附件 <small>${files.length} 个</small></summary><div><ul>${files
    .slice(0, filesShown)
    .map(
      ({ material, fileName, size }) =>
        html`<li class="row"><span>${fileName}<br><small class="quiet">${material}</small></span><span class="quiet">${formatSize(size)}</span></li>`,
    )}</ul><p class="quiet">${rest > 0 ? `另有 ${rest} 个。` : ''}文件请登录云网通查看。</p></div></details>`;
};

const costLine = (view: Matter['view']): Html | undefined => {
  const { monthlyCostFen, assessedCostFen } = view;
  if (!view.priced) return undefined;
  return html`<p class="money">${moneyWords(assessedCostFen ?? monthlyCostFen)}<small>/月${assessedCostFen === undefined ? '，按目录价' : '，按评估数量'}${view.catalogueUnfiled ? '，目录未备案' : ''}</small></p>`;
};

const summaryCard = ({ view, task }: Matter, actor: Actor): Html => {
  const { monthlyCostFen: asked, assessedCostFen } = view;
  return html`<section><h1>${decisionWords(task).ask}：${view.systemName}</h1>
<p><strong>${view.organisation.name}</strong>申请${view.matter}${view.round > 1 || task.round > 1 ? `（第 ${task.round} 轮）` : ''}</p>
<p class="quiet">办件编号 <span class="nb">${view.number}</span></p>
${costLine(view)}
${assessedCostFen === undefined || assessedCostFen === asked ? undefined : html`<p class="quiet">申请 ${moneyWords(asked)}/月，评估核减 ${moneyWords(asked - assessedCostFen)}/月</p>`}
<p class="quiet">请${actor.name}以“${task.holderLabel}”办理${task.targetOn ? html`，参考时间 <span class="nb">${dateWords(task.targetOn)}</span>` : undefined}。</p></section>`;
};

/** What the person had typed, when something in it must be mended. */
export interface Typed {
  readonly opinion: string;
  readonly why: readonly string[];
}

const decisionForm = ({ task }: Matter, view: string, typed: Typed | undefined): Html => {
  const { verbs, agreeing, objecting } = decisionWords(task);
  const choices = (name: string, phrases: readonly string[]) =>
    phrases.map(
      (phrase) =>
        html`<label class="choice"><input type="radio" name="${name}" value="${phrase}">${phrase}</label>`,
    );
  const looks = { approve: '', return: 'plain', reject: 'destroy' } as const;
  return html`<section><h2>您的意见</h2><form method="post" action="decide" accept-charset="utf-8"><input type="hidden" name="view" value="${view}">
<p class="quiet">${verbs.approve}时</p>${choices('agreeing', agreeing)}<p class="quiet">${verbs.return}时</p>${choices('objecting', objecting)}
<label for="opinion">自己写（写了以此为准；退回${task.verbs.includes('reject') ? '、驳回' : ''}须说明理由）</label>
<textarea id="opinion" name="opinion" rows="3" maxlength="2000">${typed?.opinion}</textarea>
${task.verbs.map((verb) => html`<button name="verb" value="${verb}" class="${looks[verb]}">${verbs[verb]}</button>`)}
</form><p class="quiet">本页 15 分钟内有效，链接办理一次后作废。</p></section>`;
};

/** The matter on a phone: what is asked, of whom, how much, how it came here, and three large buttons. */
export const matterPage = (actor: Actor, matter: Matter, view: string, typed?: Typed): string =>
  framePage(
    decisionWords(matter.task).ask,
    html`${typed && typed.why.length > 0 ? html`<section class="alert"><h2>还没有办理</h2>${typed.why.map((reason) => html`<p>${reason}</p>`)}</section>` : undefined}
${summaryCard(matter, actor)}${changesCard(matter)}${linesCard(matter.lines)}${routeCard(matter)}${materialCards(matter)}${filesCard(matter)}${decisionForm(matter, view, typed)}`,
  );

export const outcomes = {
  decided: { title: '已办理', look: 'good', says: '可以关闭本页。链接已作废。' },
  already: { title: '这个链接已经办理过', look: 'alert', says: '办理结果如下，这次没有改变任何内容。' },
  moved: {
    title: '没有办理：事项已有变化',
    look: 'alert',
    says: '您看过之后，申请材料有改动，或已经有人办理。请登录云网通查看最新内容；需要您办理的，会另发链接。',
  },
} as const;

export type Outcome = keyof typeof outcomes;

/** After a decision, or when somebody else was first: only for whoever had been shown the matter. */
export const outcomePage = (as: Outcome, matter: Matter): string => {
  const { title, look, says } = outcomes[as];
  return framePage(
    title,
    html`<section class="${look}"><h1>${title}</h1><p><strong>${matter.view.systemName}</strong><br>办件编号 ${matter.view.number}</p>
<p>现在的状态：${matter.view.statusLabel}</p><p>${says}</p></section>
${routeCard(matter)}<section><a class="button" href="/">登录云网通</a></section>`,
  );
};

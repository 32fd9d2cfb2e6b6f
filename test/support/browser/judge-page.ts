import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { awaitTrue } from '#test/support/await-true.ts';

interface Finding {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

const run = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa'], resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, impact, help, nodes }) => ({ id, impact, help,
    nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })) })))`;

/** What axe finds serious or critical on the open page (WCAG 2 A and AA), each with the places. */
export const seriousFindings = async (page: Page): Promise<readonly string[]> => {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe.source);
  const findings = await page.evaluate<readonly Finding[]>(run);
  return findings
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, help, nodes }) =>
        `${id}: ${help}\n${nodes
          .slice(0, 3)
          .map(({ html, failureSummary }) => `  ${html.slice(0, 200)}\n  ${failureSummary ?? ''}`)
          .join('\n')}`,
    );
};

const overhang =
  '(() => { const { scrollWidth, clientWidth } = document.scrollingElement; return scrollWidth - clientWidth; })()';

/** Widest elements beyond the right edge, for the failure's words. */
const culprits = `[...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .slice(0, 5).map((e) => e.tagName + '.' + e.className)`;

const drawnWithinMs = 2_000;

/** @throws when the document can be scrolled sideways, naming what stands out */
export const demandNoSidewaysScroll = async (page: Page): Promise<void> => {
  const fits = async () => (await page.evaluate<number>(overhang)) <= 0;
  await awaitTrue(`no sideways scroll at ${page.viewportSize()?.width} px`, fits, drawnWithinMs).catch(
    async (failure: Error) => {
      throw new Error(`${failure.message}: ${String(await page.evaluate(culprits))}`);
    },
  );
};

/** Every style sheet that scripts wrote into the page, as text. */
export const writtenStyles = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(
    "[...document.querySelectorAll('style')].map((style) => style.textContent)",
  );

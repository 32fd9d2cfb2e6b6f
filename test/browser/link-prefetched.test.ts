import { describe, expect, it } from 'vitest';
import { awaitStatus } from '#examples/play-application.ts';
import { keys } from '#shared/table/keys.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { browserStory } from '#test/support/browser/browser-story.ts';
import { openLinkOnPhone } from '#test/support/browser/link-on-phone.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { sentForConfirmation } from '#test/support/file-application.ts';
import { inspectTable } from '#test/support/inspect-table.ts';
import { awaitLink, receivedBy } from '#test/support/link-visit.ts';

const system = sharedSystem();
const officer = 'yandu-cdo';

describe('a link that a scanner opens in a real browser', () => {
  it(
    '[local-link-3] sends nothing of itself, is as it was, and opens for its person afterwards',
    browserStory(async (open) => {
      const cast = await countyCast(system, 'yandu');
      const caseId = await sentForConfirmation(cast.clerk);
      const link = await awaitLink(system, officer, caseId);
      const table = inspectTable(system);
      const stand = async () => ({
        link: await table.get(keys.link(link.linkId)),
        version: (await cast.clerk.view(caseId)).version,
        inbox: (await receivedBy(system, officer)).length,
      });
      const before = await stand();

      const scanner = await open({ screen: 'desk' });
      const asked: string[] = [];
      scanner.on('request', (request) =>
        asked.push(`${request.method()} ${new URL(request.url()).pathname}`),
      );
      for (const _ of [1, 2, 3]) {
        await scanner.goto(link.url, { waitUntil: 'networkidle' });
        await scanner.mouse.wheel(0, 10_000);
        await scanner.keyboard.press('Tab');
      }
      expect(new Set(asked.map((line) => line.split(' ')[0]))).toEqual(new Set(['GET']));
      expect(await scanner.locator('script').count()).toBe(0);
      expect(await scanner.context().cookies()).toEqual([]);
      expect(await stand()).toEqual(before);

      const phone = await open({ screen: 'phone', javaScriptEnabled: false });
      await openLinkOnPhone(phone, system, officer, caseId);
      await phone.getByRole('radio').first().check();
      await phone.getByRole('button', { name: '确认提交' }).click();
      await phone.getByRole('heading', { name: '已办理' }).waitFor();
      await awaitStatus(cast.clerk, caseId, 'reviewing');
    }),
  );
});

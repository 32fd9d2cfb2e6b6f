import { describe, expect, it } from 'vitest';
import type { CaseSummary } from '#shared/contracts/cases.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { draftOf, sentForConfirmation } from '#test/support/file-application.ts';
import { awaitLink, receivedBy } from '#test/support/link-visit.ts';

const system = sharedSystem();
const atOnce = 12;

const serialOf = (number: string): number => Number(/^滨海县20\d\d-(\d{4,})$/.exec(number)?.[1]);

describe('办件编号', () => {
  it('follows the county’s year without gap or double, however many drafts begin at once', async () => {
    const { clerk } = await countyCast(system, 'binhai');
    const drafts = await Promise.all(Array.from({ length: atOnce }, () => draftOf(clerk)));
    const views = await Promise.all(drafts.map(({ caseId }) => clerk.view(caseId)));
    const serials = views.map(({ number }) => serialOf(number)).sort((a, b) => a - b);
    const [first = 0] = serials;
    expect(first).toBeGreaterThan(0);
    expect(serials).toEqual(Array.from({ length: atOnce }, (_, place) => first + place));
  });

  it('is what people see and search by: list, message and approval link show it, none of them the id', async () => {
    const { clerk } = await countyCast(system, 'binhai');
    const caseId = await sentForConfirmation(clerk);
    const { number } = await clerk.view(caseId);
    const found = await clerk.call<{ items: CaseSummary[] }>(
      'GET',
      `/v1/cases?text=${encodeURIComponent(number)}`,
    );
    expect(found.body.items).toMatchObject([{ caseId, number }]);

    const link = await awaitLink(system, 'binhai-cdo', caseId);
    const { html } = await link.open();
    expect(html).toContain(number);
    expect(html).not.toContain(caseId);
    const texts = (await receivedBy(system, 'binhai-cdo')).map(({ text }) => text);
    expect(texts).toContainEqual(expect.stringContaining(`，${number}，`));
  });
});

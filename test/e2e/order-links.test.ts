import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { sharedSystem } from '#test/support/ask.ts';
import { awaitMessage, type LinkVisit, unknownToken, visitLink } from '#test/support/link-visit.ts';
import {
  approvedCase,
  awaitRead,
  type ProvisioningCast,
  provisioningCast,
} from '#test/support/provisioning-story.ts';

const system = sharedSystem();
let cast: ProvisioningCast;
let orderId: string;
// A department whose letter nobody else signs: it is signed once, whatever is asked for.
beforeAll(async () => {
  cast = await provisioningCast(system, 'sheyang');
  orderId = await approvedCase(cast, [{ quantity: 2 }, { quantity: 1, productId: 'disk-ssd-100g' }]);
});

/** The link that somebody was sent with a message of the order. */
const linkOf = async (user: string, event: string): Promise<LinkVisit> => {
  const { text } = await awaitMessage(
    system,
    user,
    (message) => message.event === event && message.id.startsWith(orderId),
  );
  return visitLink(system, user, /\/l\/([\w-]{43})/.exec(text)?.[1] ?? '');
};

/** What a page must be, whatever it shows. */
const expectPhonePage = (html: string) => {
  expect(gzipSync(html, { level: 9 }).length).toBeLessThanOrEqual(14 * 1024);
  expect(html).not.toMatch(/<script|javascript:|onclick/i);
};

describe('the responsibility letter’s link', () => {
  it('[yc-cloud-28-1] signs from the phone the very text that was read, once, and says that it was by link', async () => {
    const link = await linkOf('sheyang-cdo', 'letter.toSign');
    expect((await link.get()).html).not.toContain('责任书');
    const opened = await link.open();
    expectPhonePage(opened.html);
    const before = await cast.desks.cdo.letter();
    expect(opened.html).toContain('请您签订信息安全责任书');
    expect(opened.html).toContain((before.inForce?.text ?? '').split('\n')[0]);
    expect(before.signatures).toEqual([]);

    expect(
      (await link.post('decide', { view: `${opened.view.slice(0, -4)}AAAA`, verb: 'approve' })).status,
    ).toBe(404);
    const decided = await link.post('decide', { view: opened.view, verb: 'approve' });
    expect([decided.status, decided.html.includes('已办理')]).toEqual([200, true]);
    const { signatures } = await cast.desks.cdo.letter();
    expect(signatures).toMatchObject([
      { version: before.inForce?.version, digest: before.inForce?.digest, byLink: true },
    ]);

    const again = await link.post('decide', { view: opened.view, verb: 'approve' });
    expect([again.status, again.html.includes('已经办理过')]).toEqual([409, true]);
    expect((await cast.desks.cdo.letter()).signatures).toHaveLength(1);
  });
});

describe('the department’s link of 三方确认', () => {
  it('[yc-cloud-17-1] confirms the list that was read, also when another party has confirmed meanwhile, and only once', async () => {
    const { desks } = cast;
    const link = await linkOf('sheyang-cdo', 'order.toConfirm');
    const opened = await link.open();
    expectPhonePage(opened.html);
    for (const { name, specification } of (await desks.clerk.order(orderId))?.lines ?? []) {
      expect(opened.html).toContain(name);
      expect(opened.html).toContain(specification);
    }
    expect((await desks.operator.confirm(orderId)).status).toBe(200);
    const decided = await link.post('decide', { view: opened.view, verb: 'approve' });
    expect([decided.status, decided.html.includes('已办理')]).toEqual([200, true]);
    const order = await awaitRead(
      () => desks.clerk.order(orderId),
      ({ confirmation }) => confirmation?.parties.filter(({ at }) => at).length === 2,
    );
    expect(order.confirmation?.parties.find(({ party }) => party === 'department')?.by).toBeDefined();
    expect((await link.post('decide', { view: opened.view, verb: 'approve' })).status).toBe(409);
  });

  it('of another who was asked too opens nothing any more, and sends no code: the same bytes as for no link', async () => {
    const link = await linkOf('sheyang-clerk', 'order.toConfirm');
    const asked = await link.post('code');
    expect(asked.html).toBe((await visitLink(system, 'sheyang-clerk', unknownToken).post('code')).html);
    const opened = await link.post('open', { code: '123456' });
    expect(opened.status).toBe(404);
    expect(opened.html).toBe(
      (await visitLink(system, 'sheyang-clerk', unknownToken).post('open', { code: '123456' })).html,
    );
    expect(await link.received()).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { keys } from '#shared/table/keys.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { awaitTrue } from '#test/support/await-true.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { sentForConfirmation } from '#test/support/file-application.ts';
import { inspectTable } from '#test/support/inspect-table.ts';
import { awaitLink, type LinkVisit } from '#test/support/link-visit.ts';

const system = sharedSystem();
const table = inspectTable(system);

const linkOf = async (county: string): Promise<LinkVisit> => {
  const { clerk } = await countyCast(system, county);
  return awaitLink(system, `${county}-cdo`, await sentForConfirmation(clerk));
};

const toldOfDeath = async (link: LinkVisit): Promise<boolean> =>
  (await link.received()).some(({ event }) => event === 'link.died');

const other = (code: string): string => (code === '000000' ? '000001' : '000000');

describe('the one-time code', () => {
  it('[local-link-5] after five wrong ones the link dies, its person is told, and the right code opens nothing', async () => {
    const link = await linkOf('dongtai');
    const code = await link.receiveCode();
    const wrong = other(code);
    const tries = await Promise.all(
      Array.from({ length: 12 }, () => link.post('open', { code: wrong, contact: '13800000000' })),
    );
    expect(new Set(tries.map(({ status }) => status))).toEqual(new Set([404]));
    await awaitTrue('the person is told', () => toldOfDeath(link));
    expect(await table.get(keys.link(link.linkId))).toMatchObject({ state: 'dead', wrongCodes: 5 });
    expect((await link.post('open', { code })).status).toBe(404);
  });

  it('[local-link-5] after more requests than three the link dies and its person is told; no request names the contact', async () => {
    const link = await linkOf('dongtai');
    for (const _ of [1, 2, 3]) {
      await link.receiveCode();
      await link.post('open', { contact: '13800000000', phone: '13800000000', to: 'dafeng-leader' });
    }
    await link.post('code', { contact: '13800000000', phone: '13800000000' });
    await awaitTrue('the person is told', () => toldOfDeath(link));
    const received = await link.received();
    expect(received.filter(({ event }) => event === 'link.code')).toHaveLength(3);
    expect(new Set(received.map(({ to }) => to.contact)).size).toBe(1);
    expect(JSON.stringify(received)).not.toContain('13800000000');
  });

  it('[local-link-5] goes out to one person five times an hour at most, whatever the number of links', async () => {
    const first = await linkOf('jingkai');
    const second = await linkOf('jingkai');
    for (const link of [first, first, first, second, second]) await link.receiveCode();
    await second.post('code');
    await awaitTrue('the person is told', () => toldOfDeath(second));
    expect((await second.received()).filter(({ event }) => event === 'link.code')).toHaveLength(2);
  });

  it('counts once, for five minutes, the newest alone, however its digits are typed', async () => {
    const link = await linkOf('yannan');
    const older = await link.receiveCode();
    const newer = await link.receiveCode();
    if (older !== newer) expect((await link.post('open', { code: older })).status).toBe(404);
    const wide = [...newer].map((digit) => String.fromCodePoint(Number(digit) + 0xff10)).join(' ');
    expect((await link.post('open', { code: wide })).status).toBe(200);
    expect((await link.post('open', { code: newer })).status).toBe(404);
    const last = await link.receiveCode();
    const { code } = (await table.get(keys.link(link.linkId))) as { code: Record<string, string> };
    await table.set(keys.link(link.linkId), 'code', { ...code, expiresAt: new Date().toISOString() });
    expect((await link.post('open', { code: last })).status).toBe(404);
  });
});

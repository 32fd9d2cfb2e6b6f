import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { confirm } from '#examples/play-application.ts';
import { keys } from '#shared/table/keys.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { sentForConfirmation } from '#test/support/file-application.ts';
import { inspectTable } from '#test/support/inspect-table.ts';
import {
  awaitLink,
  type LinkVisit,
  type PageAnswer,
  receivedBy,
  unknownToken,
  visitLink,
} from '#test/support/link-visit.ts';

const system = sharedSystem();
const table = inspectTable(system);
const county = 'tinghu';
const cdo = `${county}-cdo`;

const newLink = async () => {
  const cast = await countyCast(system, county);
  const caseId = await sentForConfirmation(cast.clerk);
  return { cast, caseId, link: await awaitLink(system, cdo, caseId) };
};
const stored = (link: LinkVisit) => table.get(keys.link(link.linkId));
const seen = ({ status, html, headers }: PageAnswer, token: string) => ({
  status,
  html: html.replaceAll(token, 'TOKEN'),
  headers: [...headers].filter(([name]) => !['date', 'apigw-requestid', 'content-length'].includes(name)),
});

describe('reading a link', () => {
  it('[local-link-3] changes, sends and reveals nothing, by GET or HEAD, however often', async () => {
    const { cast, caseId, link } = await newLink();
    const before = { item: await stored(link), inbox: (await receivedBy(system)).length };
    const unknown = visitLink(system, cdo, unknownToken);
    for (const _ of Array.from({ length: 10 })) {
      expect(seen(await link.get(), link.token)).toEqual(seen(await unknown.get(), unknownToken));
      expect((await link.head()).status).toBe(200);
    }
    expect({ item: await stored(link), inbox: (await receivedBy(system)).length }).toEqual(before);
    const page = await link.get();
    expect(page.html).not.toContain((await cast.clerk.view(caseId)).systemName);
    expect(Object.fromEntries(page.headers)).toMatchObject({
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringMatching(/^default-src 'none'; style-src 'sha256-/),
    });
    const { view } = await link.open();
    expect(view).not.toBe('');
  });
});

describe('a link that opens nothing', () => {
  it('[local-link-4] answers alike whether unknown, used, expired, revoked or moved on, and a second decision changes nothing', async () => {
    const used = await newLink();
    const opened = await used.link.open();
    const approve = { view: opened.view, verb: 'approve', opinion: '同意提交。' };
    expect((await used.link.post('decide', approve)).status).toBe(200);
    const { version } = await used.cast.clerk.view(used.caseId);
    const second = await used.link.post('decide', { ...approve, verb: 'return', opinion: '反悔。' });
    expect(second.status).toBe(409);
    const after = await used.cast.clerk.view(used.caseId);
    expect(JSON.stringify(after)).not.toContain('反悔');
    expect(after.tasks[0]?.decision?.outcome).toBe('approve');
    expect(after.version - version).toBeLessThanOrEqual(1);

    const expired = await newLink();
    const expiredCode = await expired.link.receiveCode();
    await table.set(keys.link(expired.link.linkId), 'expiresAt', new Date().toISOString());
    const revoked = await newLink();
    const revokedCode = await revoked.link.receiveCode();
    await table.set(keys.link(revoked.link.linkId), 'state', 'dead');
    const moved = await newLink();
    const movedCode = await moved.link.receiveCode();
    await confirm(moved.cast.cdo, moved.caseId);

    const cases: readonly (readonly [LinkVisit, string])[] = [
      [visitLink(system, cdo, unknownToken), '123456'],
      [visitLink(system, cdo, 'no-token-at-all'), '123456'],
      [used.link, '123456'],
      [expired.link, expiredCode],
      [revoked.link, revokedCode],
      [moved.link, movedCode],
    ];
    const inbox = (await receivedBy(system, cdo)).length;
    for (const step of ['open', 'code', 'decide'] as const) {
      const answers = await Promise.all(
        cases.map(([link, code]) => link.post(step, { code, verb: 'approve' })),
      );
      for (const answer of answers) {
        expect(seen(answer, '')).toEqual(seen(answers[0] ?? answer, ''));
        expect(answer.tookMs).toBeGreaterThanOrEqual(599);
      }
      expect(answers[0]?.status).toBe(step === 'code' ? 200 : 404);
    }
    expect((await receivedBy(system, cdo)).length).toBe(inbox);
  });
});

describe('the token', () => {
  it('is written to no log and not kept in the table', async () => {
    const { link } = await newLink();
    await link.get();
    await link.post('open', { code: '123456' });
    await fetch(`${link.url}/%E0%A4%A`, { method: 'POST' });
    const logs = join(system.dataDir, 'logs');
    for (const file of readdirSync(logs))
      expect(readFileSync(join(logs, file), 'utf8')).not.toContain(link.token);
    expect(await table.whole()).not.toContain(link.token);
  });
});

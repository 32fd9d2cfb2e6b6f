import { beforeAll, describe, expect, it } from 'vitest';
import { decide } from '#examples/play-application.ts';
import type { MessageView } from '#shared/contracts/messages.ts';
import { type Asker, ask, askerOf, sharedSystem } from '#test/support/ask.ts';
import { awaitTrue } from '#test/support/await-true.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { expectProblem } from '#test/support/expect-problem.ts';
import { sentForConfirmation, submitted } from '#test/support/file-application.ts';
import { awaitLink, receivedBy } from '#test/support/link-visit.ts';

const system = sharedSystem();
interface Page {
  readonly items: readonly MessageView[];
  readonly unread: number;
  readonly nextCursor?: string;
}

const inboxOf = async (asker: Asker, query = ''): Promise<Page> => {
  const heard = await ask(system, asker, 'GET', `/v1/messages${query}`);
  expect(heard.status, heard.text).toBe(200);
  return heard.body as Page;
};
const about = async (asker: Asker, caseId: string) =>
  (await inboxOf(asker, '?limit=100')).items.filter((message) => message.caseId === caseId);
const markRead = (asker: Asker, body: object) => ask(system, asker, 'POST', '/v1/messages/reads', { body });

describe('the inbox', () => {
  let caseId: string;
  let leader: Asker;
  let reviewer: Asker;
  beforeAll(async () => {
    const cast = await countyCast(system, 'funing');
    caseId = await submitted(cast);
    await decide(cast.reviewer, caseId, 'approve', '同意。');
    [leader, reviewer] = await Promise.all([
      askerOf(system, 'funing-leader'),
      askerOf(system, 'funing-reviewer'),
    ]);
    await awaitTrue('the leader is told', async () => (await about(leader, caseId)).length === 1);
  });

  it('holds what its own person was told, without the link that their phone received', async () => {
    const [message] = await about(leader, caseId);
    expect(message).toMatchObject({ event: 'task.leaderApproval', eventLabel: '请签批', read: false });
    const phone = await awaitLink(system, 'funing-leader', caseId);
    expect(JSON.stringify(message)).not.toContain('/l/');
    expect(JSON.stringify(message)).not.toContain(phone.token);
    expect((await about(reviewer, caseId)).map(({ event }) => event)).toEqual(['task.firstReview']);
    for (const other of ['funing-clerk', 'dongtai-leader', 'yancheng-operator', 'funing-tenantadmin'])
      expect((await about(await askerOf(system, other), caseId)).map(({ event }) => event)).not.toContain(
        'task.leaderApproval',
      );
  });

  it('never lists a code', async () => {
    const link = await awaitLink(system, 'funing-leader', caseId);
    await link.receiveCode();
    expect((await receivedBy(system, 'funing-leader')).map(({ event }) => event)).toContain('link.code');
    expect((await inboxOf(leader, '?limit=100')).items.map(({ event }) => event)).not.toContain('link.code');
  });

  it('counts what is unread until it is marked, and nobody marks what another was told', async () => {
    const { unread } = await inboxOf(leader);
    const [message] = await about(leader, caseId);
    const ids = { messageIds: [message?.messageId ?? ''] };
    expect((await markRead(await askerOf(system, 'dongtai-leader'), ids)).body).toEqual({ marked: 0 });
    expect((await inboxOf(leader)).unread).toBe(unread);
    expect((await markRead(leader, ids)).body).toEqual({ marked: 1 });
    expect((await markRead(leader, ids)).body).toEqual({ marked: 0 });
    expect((await inboxOf(leader)).unread).toBe(unread - 1);
    expect((await about(leader, caseId))[0]).toMatchObject({ read: true });
    expect((await markRead(leader, {})).status).toBe(200);
    expect((await inboxOf(leader)).unread).toBe(0);
  });

  it('is read page by page, the newest first', async () => {
    const { clerk } = await countyCast(system, 'funing');
    const cdo = await askerOf(system, 'funing-cdo');
    const sent = [await sentForConfirmation(clerk), await sentForConfirmation(clerk)];
    await awaitTrue('the officer is told', async () =>
      (await Promise.all(sent.map((id) => about(cdo, id)))).every(({ length }) => length === 1),
    );
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await inboxOf(cdo, `?limit=1${cursor === undefined ? '' : `&cursor=${cursor}`}`);
      ids.push(...page.items.map((item) => item.messageId));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual((await inboxOf(cdo, '?limit=100')).items.map(({ messageId }) => messageId));
    expect(ids.slice(0, 2).map((id) => id.split('#')[0])).toEqual([...sent].reverse());
  });
});

describe('a city’s message texts', () => {
  const path = '/v1/message-texts';
  const event = 'case.completed';
  const own = { title: '办好了：{系统名称}', text: '{姓名}，{系统名称}已办结。' };
  let admin: Asker;
  let version: number;
  const read = async () => {
    const { body } = await ask(system, admin, 'GET', path);
    const { items, ...rest } = body as { version: number; items: { event: string; ownText?: object }[] };
    return { ...rest, item: items.find((item) => item.event === event) };
  };
  beforeAll(async () => {
    admin = await askerOf(system, 'yancheng-tenantadmin');
    version = (await read()).version;
  });

  it('are nobody’s but the city’s own system administrator’s', async () => {
    for (const user of [
      'yancheng-operator',
      'yancheng-securityadmin',
      'dafeng-tenantadmin',
      'dafeng-clerk',
    ]) {
      const asker = await askerOf(system, user);
      expectProblem(await ask(system, asker, 'GET', path), 403, 'not-allowed');
      const saved = await ask(system, asker, 'PUT', `${path}/${event}`, { body: own, ifMatch: version });
      expectProblem(saved, 403, 'not-allowed');
    }
  });

  it('are refused field by field where nothing could fill them in', async () => {
    const heard = await ask(system, admin, 'PUT', `${path}/link.code`, {
      body: { title: '验证码 {验证码}', text: '请输入{nothing}' },
      ifMatch: version,
    });
    const problem = expectProblem(heard, 422, 'message-text-invalid');
    expect(problem.errors?.map(({ pointer, message }) => [pointer, message])).toEqual([
      ['/text', '{nothing} 无法填写，请删除。'],
      ['/title', '标题会显示在锁屏上，不能含有 {验证码}，请移到正文。'],
      ['/text', '必须含有 {验证码}。'],
    ]);
    const unknown = await ask(system, admin, 'PUT', `${path}/no.such`, { body: own, ifMatch: version });
    expectProblem(unknown, 404, 'not-found');
  });

  it('are previewed, put in place, noticed by whoever was slower, and given up again', async () => {
    const preview = await ask(system, admin, 'POST', `${path}/${event}/previews`, { body: own });
    expect(preview.body).toEqual({
      title: '办好了：大丰区基层卫生一体化平台',
      text: '陈建国，大丰区基层卫生一体化平台已办结。',
    });
    expect((await read()).item?.ownText).toBeUndefined();
    const saved = await ask(system, admin, 'PUT', `${path}/${event}`, { body: own, ifMatch: version });
    expect(saved.body).toEqual({ version: version + 1 });
    expect((await read()).item?.ownText).toEqual(own);
    const late = await ask(system, admin, 'PUT', `${path}/${event}`, { body: own, ifMatch: version });
    expectProblem(late, 409, 'message-texts-moved');
    const restored = await ask(system, admin, 'DELETE', `${path}/${event}`, { ifMatch: version + 1 });
    expect(restored.body).toEqual({ version: version + 2 });
    expect((await read()).item?.ownText).toBeUndefined();
  });
});

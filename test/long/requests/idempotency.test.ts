import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { awaitTask, type Cast } from '#examples/play-application.ts';
import type { CommandAnswer } from '#shared/contracts/case-commands.ts';
import { type Asker, ask, askerOf, type Sent, sharedSystem } from '#test/support/ask.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { expectProblem } from '#test/support/expect-problem.ts';
import { draftOf, sentForConfirmation, submitted } from '#test/support/file-application.ts';
import { grantMembership, housingClerk } from '#test/support/second-membership.ts';

const system = sharedSystem();
let cast: Cast;
let clerk: Asker;
let reviewer: Asker;
beforeAll(async () => {
  cast = await countyCast(system, 'funing');
  [clerk, reviewer] = await Promise.all([
    askerOf(system, 'funing-clerk'),
    askerOf(system, 'funing-reviewer'),
  ]);
});

const create = (key: string, systemName: string, asker = clerk) =>
  ask(system, asker, 'POST', '/v1/cases', { body: { kind: 'cloudApplication', systemName }, key });

const casesCalled = async (systemName: string) => {
  const { body } = await cast.clerk.call<{ items: { systemName: string }[] }>('GET', '/v1/cases?limit=100');
  return body.items.filter((item) => item.systemName === systemName);
};

const journalLength = async (caseId: string) =>
  (await cast.clerk.call<{ entries: number }>('GET', `/v1/cases/${caseId}/journal/verification`)).body
    .entries;

describe('the same key', () => {
  it('with the same request gets the same answer, and there is one effect', async () => {
    const [key, name] = [randomUUID(), `系统${randomUUID()}`];
    const first = await create(key, name);
    const again = await create(key, name);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.text).toBe(first.text);
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect(await casesCalled(name)).toHaveLength(1);
  });

  it('with another request is refused, and nothing more is created', async () => {
    const key = randomUUID();
    await create(key, '第一个系统');
    const other = `第二个系统${randomUUID()}`;
    expectProblem(await create(key, other), 422, 'idempotency-key-reused');
    expect(await casesCalled(other)).toEqual([]);
  });

  it('of somebody else is another key', async () => {
    const key = randomUUID();
    const [own, foreign] = [
      await create(key, '阜宁平台'),
      await create(key, '射阳平台', await askerOf(system, 'sheyang-clerk')),
    ];
    expect([own.status, foreign.status]).toEqual([201, 201]);
    expect((foreign.body as CommandAnswer).caseId).toMatch(/^sheyang\./);
  });

  it('of what may be asked for once gets the same answer, not that it is asked for already', async () => {
    const unit = await grantMembership(system, {
      ...{ id: `zz-${randomUUID()}`, personId: 'weishi-head', name: '借调人员', tenant: 'kaifeng/lankao' },
      organisation: { id: `lankao-${randomUUID()}`, name: '兰考县某局' },
      ...{
        roles: ['department.clerk'],
        grantsVersion: 1,
        state: 'active',
        since: '2026-01-05T01:00:00.000Z',
      },
    });
    const apply = (key: string) =>
      ask(system, unit, 'POST', '/v1/cases', { body: { kind: 'platformAccount' }, key });
    const key = randomUUID();
    const [first, clicked] = await Promise.all([apply(key), apply(key)]);
    expect(first.status, first.text).toBe(201);
    for (const { status, text } of [clicked, await apply(key)])
      expect({ status, text }).toEqual({ status: 201, text: first.text });
    expectProblem(await apply(randomUUID()), 409, 'account-exists');
  });

  it('in another operation is another key, each with its own first answer', async () => {
    const key = randomUUID();
    const created = await create(key, '阜宁平台');
    const { caseId } = created.body as CommandAnswer;
    const withdraw = () =>
      ask(system, clerk, 'POST', `/v1/cases/${caseId}/withdrawals`, {
        body: { reason: '暂缓。' },
        ifMatch: 1,
        key,
      });
    const withdrawn = await withdraw();
    expect(withdrawn.status, withdrawn.text).toBe(200);
    expect((await create(key, '阜宁平台')).text).toBe(created.text);
    expect((await withdraw()).text).toBe(withdrawn.text);
  });

  it('under another membership of the same person, or in another case, is never taken for the first', async () => {
    const key = randomUUID();
    const post = (id: string) => ({
      ...housingClerk,
      id: `zz-${id}`,
      organisation: { id: `dafeng-${id}`, name: `盐城市大丰区${id}局` },
    });
    const [one, other] = await Promise.all([
      grantMembership(system, post('education')),
      grantMembership(system, post('transport')),
    ]);
    const [first, second] = [await create(key, '同名平台', one), await create(key, '同名平台', other)];
    expect([first.status, second.status]).toEqual([201, 201]);
    const caseIds = [first, second].map(({ body }) => (body as CommandAnswer).caseId);
    expect(new Set(caseIds).size).toBe(2);
    const reasonKey = randomUUID();
    const withdraw = (caseId: string | undefined) =>
      ask(system, one, 'POST', `/v1/cases/${caseId}/withdrawals`, {
        body: { reason: '暂缓。' },
        ifMatch: 1,
        key: reasonKey,
      });
    expect((await withdraw(caseIds[0])).status).toBe(200);
    expectProblem(await withdraw(caseIds[1]), 404, 'not-found');
    const mine = await create(randomUUID(), '另一平台', one);
    const { caseId } = mine.body as CommandAnswer;
    expectProblem(await withdraw(caseId), 422, 'idempotency-key-reused');
  });

  it.each([undefined, '', 'short', '钥匙钥匙钥匙钥匙', 'x'.repeat(129), 'with space inside'])(
    '%j is no key',
    async (key) => {
      const headers = key === undefined ? {} : { 'idempotency-key': Buffer.from(key).toString('latin1') };
      const told = await ask(system, clerk, 'POST', '/v1/cases', {
        body: { kind: 'cloudApplication', systemName: '系统' },
        headers,
      });
      expect(expectProblem(told, 400, 'idempotency-key-required').detail).toContain('Idempotency-Key');
    },
  );
});

describe('a double click', () => {
  it.each([2, 8])('of %i at once creates one case', async (times) => {
    const [key, name] = [randomUUID(), `系统${randomUUID()}`];
    const answers = await Promise.all(Array.from({ length: times }, () => create(key, name)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(await casesCalled(name)).toHaveLength(1);
  });

  it.each<[string, () => Promise<readonly [path: string, asker: Asker, caseId: string, sent: Sent]>]>([
    [
      'on 送确认',
      async () => {
        const { caseId, version } = await draftOf(cast.clerk);
        return [`/v1/cases/${caseId}/confirmation-requests`, clerk, caseId, { body: {}, ifMatch: version }];
      },
    ],
    [
      'on 撤回',
      async () => {
        const { caseId, version } = await draftOf(cast.clerk);
        return [
          `/v1/cases/${caseId}/withdrawals`,
          clerk,
          caseId,
          { body: { reason: '暂缓。' }, ifMatch: version },
        ];
      },
    ],
    [
      'on 退回',
      async () => {
        const caseId = await submitted(cast);
        const { taskId } = await awaitTask(cast.reviewer, caseId);
        const { version } = await cast.reviewer.view(caseId);
        const body = { verb: 'return', opinion: '请补充材料。' };
        return [
          `/v1/cases/${caseId}/tasks/${taskId}/decisions`,
          reviewer,
          caseId,
          { body, ifMatch: version },
        ];
      },
    ],
  ])('%s has one effect, and a later retry still gets the first answer', async (_, prepare) => {
    const [path, asker, caseId, sent] = await prepare();
    const key = randomUUID();
    const before = await journalLength(caseId);
    const post = () => ask(system, asker, 'POST', path, { ...sent, key });
    const answers = await Promise.all([post(), post(), post()]);
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
    const byPeople = (
      await cast.clerk.call<{ items: { via: string }[] }>('GET', `/v1/cases/${caseId}/journal`)
    ).body.items
      .slice(before)
      .filter(({ via }) => via === '平台办理');
    expect(byPeople).toHaveLength(1);
    expect((await post()).text).toBe(answers[0]?.text);
    if (JSON.stringify(otherBody(sent.body)) === JSON.stringify(sent.body)) return;
    expectProblem(
      await ask(system, asker, 'POST', path, { ...sent, body: { ...otherBody(sent.body) }, key }),
      422,
      'idempotency-key-reused',
    );
  });

  it('with two keys: one is done, the other is told what has happened', async () => {
    const caseId = await sentForConfirmation(cast.clerk);
    const { version } = await cast.clerk.view(caseId);
    const path = `/v1/cases/${caseId}/withdrawals`;
    const post = () =>
      ask(system, clerk, 'POST', path, { body: { reason: '暂缓。' }, ifMatch: version, key: randomUUID() });
    const [done, late] = (await Promise.all([post(), post()])).sort((a, b) => a.status - b.status);
    expect(done?.status).toBe(200);
    if (late) expect(expectProblem(late, 409, 'case-moved').detail).toContain('已撤回');
  });
});

/** The same kind of request, saying something else. */
const otherBody = (body: unknown): object => {
  const said = body as { reason?: string; opinion?: string };
  if (said.reason !== undefined) return { reason: '另一个理由。' };
  return said.opinion === undefined ? {} : { verb: 'return', opinion: '另一个意见。' };
};

import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { WorkloadView } from '#shared/contracts/case-lists.ts';
import type { DelegationsView, DesksView, HandOverView } from '#shared/contracts/desks.ts';
import { addDays, shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { journalOf } from '#test/support/administration.ts';
import { type Asker, ask, askerOf, sharedSystem } from '#test/support/ask.ts';
import { awaitLogLine, requestOf } from '#test/support/await-log-line.ts';
import { awaitTrue } from '#test/support/await-true.ts';
import { approvalOf, decideAs } from '#test/support/decide-at-once.ts';
import { expectProblem } from '#test/support/expect-problem.ts';
import { act, done, finds, playVerbs, taskOf, toldOf, underReview } from '#test/support/play-verbs.ts';
import { type Member, memberOf, openVerbDesk, type VerbDesk } from '#test/support/verb-desk.ts';

const system = sharedSystem();
const county = 'funing';
let desk: VerbDesk;
let play: ReturnType<typeof playVerbs>;
let administrator: Member;
let auditor: Member;
beforeAll(async () => {
  desk = await openVerbDesk(system, county);
  play = playVerbs(system, desk);
  administrator = await memberOf(system, `${county}-tenantadmin`);
  auditor = await memberOf(system, `${county}-auditadmin`);
});

const today = shanghaiDateOf(new Date());
const post = (asker: Asker, path: string, body: object, given: { ifMatch?: number; key?: string } = {}) =>
  ask(system, asker, 'POST', path, { body, key: randomUUID(), ...given });
const delegate = (from: Asker, to: string, days: { fromOn?: string; untilOn?: string } = {}) =>
  post(from, '/v1/delegations', {
    to,
    fromOn: today,
    untilOn: addDays(today, 6),
    reason: '外出学习。',
    ...days,
  });
const delegationsOf = async (asker: Asker) =>
  (await ask(system, asker, 'GET', '/v1/delegations')).body as DelegationsView;
const given = async (from: Asker, to: string, days?: { fromOn?: string; untilOn?: string }) => {
  const heard = await delegate(from, to, days);
  expect(heard.status, heard.text).toBe(201);
  return (heard.body as { delegationId: string }).delegationId;
};
const revoke = async (asker: Asker, delegationId: string, ifMatch = 1) =>
  post(asker, `/v1/delegations/${delegationId}/revocations`, {}, { ifMatch });

/** A case whose review one person holds by name. */
const heldBy = async (member: Member) => {
  const { caseId, taskId } = await underReview(desk);
  const body = { to: member.membership, reason: '分工。' };
  if (member !== desk.reviewer)
    done(await act(system, desk.reviewer, caseId, `tasks/${taskId}/transfers`, body));
  return { caseId, taskId };
};

/** What the audit administrator reads of what was done since. */
const journalSince = async (from: number) => (await journalOf(system, auditor)).slice(from);
const verified = async () =>
  (await ask(system, auditor, 'GET', '/v1/administration/journal/verification')).body as {
    intact: boolean;
    entries: number;
  };

describe('委托', () => {
  it('and its return stand in the journal of administration: who lent whom which post, for which days', async () => {
    const { entries } = await verified();
    const id = await given(desk.third, desk.second.membership, {
      fromOn: addDays(today, 40),
      untilOn: addDays(today, 41),
    });
    expect((await revoke(desk.second, id)).status).toBe(200);
    const lent = new RegExp(`→ 周志强（.*初审.*，${addDays(today, 40)} 至 ${addDays(today, 41)}）$`);
    const read = await journalSince(entries);
    expect(read.filter(({ text }) => lent.test(text)).map(({ text }) => text.split('：')[0])).toEqual([
      '委托代办',
      '退回代办',
    ]);
    expect((await verified()).intact).toBe(true);
  });

  it('gives the colleague what waits for the absent one by name, while it lasts, and the journal says for whom', async () => {
    const before = await heldBy(desk.second);
    expect(await finds(desk.third, before.caseId)).toBe(false);
    const id = await given(desk.second, desk.third.membership);
    expect((await delegationsOf(desk.second)).given[0]).toMatchObject({ delegationId: id, state: 'inForce' });
    expect((await delegationsOf(desk.third)).received[0]).toMatchObject({
      delegationId: id,
      from: { name: '周志强' },
      roleLabel: '县级政务云初审',
    });
    const during = await heldBy(desk.second);
    await awaitTrue('the deputy is told of what comes', async () =>
      (await toldOf(system, desk.third, during.caseId)).includes('task.firstReview'),
    );
    for (const { caseId } of [before, during]) expect(await finds(desk.third, caseId)).toBe(true);
    done(await play.assess(desk.third, before.caseId));
    const decided = (await play.viewed(before.caseId)).tasks.find(({ taskId }) => taskId === before.taskId);
    expect(decided?.decision?.by.name).toBe('徐海燕（代周志强）');
    expect((await play.lastEntry(before.caseId)).text).toContain('代周志强办理：通过');

    const seen = await taskOf(desk.third, during.caseId);
    const { body } = await approvalOf(desk.third.client, during.caseId);
    expect((await revoke(desk.second, id)).status).toBe(200);
    expect(await finds(desk.third, during.caseId)).toBe(false);
    expectProblem(await decideAs(system, desk.third, seen, body), 403, 'not-allowed');
    expect(await finds(desk.second, during.caseId)).toBe(true);
    expectProblem(await revoke(desk.second, id, 2), 409, 'delegation-moved');
  });

  it('goes on through a second absence and never in a circle', async () => {
    const { caseId } = await heldBy(desk.second);
    const first = await given(desk.second, desk.third.membership);
    const onward = await given(desk.third, desk.reviewer.membership);
    expect(await finds(desk.reviewer, caseId)).toBe(true);
    const back = expectProblem(
      await delegate(desk.reviewer, desk.second.membership),
      422,
      'delegation-invalid',
    );
    expect(back.errors?.[0]).toMatchObject({ pointer: '/to', code: 'circle' });
    const again = expectProblem(
      await delegate(desk.second, desk.reviewer.membership),
      422,
      'delegation-invalid',
    );
    expect(again.errors?.[0]?.code).toBe('overlap');
    for (const [who, id] of [
      [desk.third, onward],
      [desk.second, first],
    ] as const)
      expect((await revoke(who, id)).status).toBe(200);
    const later = await given(desk.second, desk.third.membership, {
      fromOn: addDays(today, 30),
      untilOn: addDays(today, 31),
    });
    expect(await finds(desk.third, caseId)).toBe(false);
    expect(
      (await delegationsOf(desk.second)).given.find(({ delegationId }) => delegationId === later)?.state,
    ).toBe('waiting');
    expect((await revoke(desk.third, later)).status).toBe(200);
  });

  it('is for one’s own post in one’s own tenant, for days to come, and for no administrator', async () => {
    const [elsewhere, leader] = [await askerOf(system, 'sheyang-reviewer'), desk.leader];
    for (const to of [elsewhere.membership ?? '', leader.membership, desk.second.membership, 'nobody']) {
      const told = expectProblem(await delegate(desk.second, to), 422, 'delegation-invalid');
      expect(told.errors?.[0]?.pointer).toBe('/to');
    }
    for (const days of [
      { fromOn: addDays(today, -1) },
      { fromOn: addDays(today, 9), untilOn: addDays(today, 8) },
      { untilOn: addDays(today, 400) },
    ])
      expectProblem(await delegate(desk.second, desk.third.membership, days), 422, 'delegation-invalid');
    expectProblem(await delegate(administrator, desk.second.membership), 422, 'delegation-invalid');
    expect((await delegationsOf(administrator)).colleagues).toEqual([]);
  });

  it('of one another at the same moment leaves one of the two', async () => {
    const answers = await Promise.all([
      delegate(desk.second, desk.third.membership),
      delegate(desk.third, desk.second.membership),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    for (const member of [desk.second, desk.third])
      for (const { delegationId, state } of (await delegationsOf(member)).given)
        if (state === 'inForce') expect((await revoke(member, delegationId)).status).toBe(200);
  });
});

const desksOf = async (asker: Asker) => (await ask(system, asker, 'GET', '/v1/desks')).body as DesksView;
const handOver = (asker: Asker, from: string, to: string, key = randomUUID()) =>
  post(asker, '/v1/hand-overs', { from, to, reason: '调离岗位。' }, { key });
const awaitHandOver = async (asker: Asker, handOverId: string): Promise<HandOverView> => {
  let view: HandOverView | undefined;
  await awaitTrue('the hand-over is done', async () => {
    view = (await ask(system, asker, 'GET', `/v1/hand-overs/${handOverId}`)).body as HandOverView;
    return view.state === 'done';
  });
  if (!view) throw new Error('no hand-over');
  return view;
};

describe('离岗交接', () => {
  it('gives a successor everything that the leaver holds by name, with a result per case, once', async () => {
    const [one, two] = [await heldBy(desk.second), await heldBy(desk.second)];
    const key = randomUUID();
    const { entries } = await verified();
    const started = await handOver(administrator, desk.second.membership, desk.third.membership, key);
    expect(started.status, started.text).toBe(201);
    const { handOverId } = started.body as { handOverId: string };
    const view = await awaitHandOver(administrator, handOverId);
    await awaitLogLine(system, 'desks-hand-over', 'hand-over.done', requestOf(started));
    for (const { caseId, taskId } of [one, two]) {
      expect(view.rows).toContainEqual({ caseId, taskId, stageTitle: '初审', done: true });
      expect(await finds(desk.third, caseId)).toBe(true);
      expect(await finds(desk.second, caseId)).toBe(false);
    }
    expect((await play.lastEntry(one.caseId)).text).toBe('离岗交接给同岗位人员');
    expect((await desksOf(administrator)).people.find(({ name }) => name === '周志强')?.openTasks).toBe(0);
    const again = await handOver(administrator, desk.second.membership, desk.third.membership, key);
    expect(again.text).toBe(started.text);
    expect((await journalSince(entries)).map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^离岗交接：.*周志强（.*初审.*） → /),
    );
  });

  it('is the head’s too, and nobody else’s; a successor of another post is refused', async () => {
    expect((await desksOf(desk.leader)).people.map(({ name }) => name)).toContain('周志强');
    expect((await desksOf(desk.leader)).people.map(({ name }) => name)).not.toContain('朱丽华');
    for (const asker of [desk.reviewer, desk.clerk, desk.operator]) {
      expectProblem(await ask(system, asker, 'GET', '/v1/desks'), 403, 'not-allowed');
      expectProblem(await handOver(asker, desk.second.membership, desk.third.membership), 403, 'not-allowed');
    }
    for (const to of [desk.adviser.membership, desk.second.membership, 'nobody'])
      expect(
        expectProblem(await handOver(desk.leader, desk.second.membership, to), 422, 'hand-over-invalid')
          .errors?.[0]?.pointer,
      ).toBe('/to');
    expectProblem(
      await ask(system, desk.leader, 'GET', `/v1/hand-overs/${'0'.repeat(26)}`),
      404,
      'not-found',
    );
  });

  it('of a membership that ends happens by itself: what it held goes back to the post and was never lost', async () => {
    const { caseId, taskId } = await heldBy(desk.second);
    await given(desk.second, desk.third.membership);
    const counted = async () =>
      ((await ask(system, desk.operator, 'GET', '/v1/workload')).body as WorkloadView).rows
        .find(({ tenant }) => tenant === `yancheng/${county}`)
        ?.cells.find(({ stage }) => stage === 'firstReview')?.open;
    const before = await counted();
    const security = await memberOf(system, `${county}-securityadmin`);
    const proposed = await post(administrator, '/v1/grants', {
      membershipId: desk.second.membership,
      change: { kind: 'suspend' },
      reason: '调离。',
    });
    expect(proposed.status, proposed.text).toBe(201);
    const { grantId, version } = proposed.body as { grantId: string; version: number };
    const path = `/v1/grants/${grantId}/decisions`;
    expect((await post(security, path, { verdict: 'confirm' }, { ifMatch: version })).status).toBe(200);
    await awaitTrue('the task is the post’s', () => finds(desk.reviewer, caseId));
    expect(await counted()).toBe(before);
    const { handedOver } =
      (await desk.reviewer.client.view(caseId)).tasks.find((task) => task.taskId === taskId) ?? {};
    expect(handedOver).toMatchObject({ by: { name: '系统' }, reason: '岗位已停用或调整' });
    expect((await play.lastEntry(caseId)).text).toBe('原承办人已不在岗，待办退回岗位');
    done(await play.assess(desk.reviewer, caseId));
  });
});

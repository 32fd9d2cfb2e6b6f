import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BatchAnswer, ColleaguesView } from '#shared/contracts/case-verbs.ts';
import { ask, sharedSystem } from '#test/support/ask.ts';
import { awaitLogLine, requestOf } from '#test/support/await-log-line.ts';
import { awaitTrue } from '#test/support/await-true.ts';
import { decideAs } from '#test/support/decide-at-once.ts';
import { expectProblem } from '#test/support/expect-problem.ts';
import { act, done, finds, playVerbs, taskOf, toldOf, underReview } from '#test/support/play-verbs.ts';
import { type Member, openVerbDesk, type VerbDesk } from '#test/support/verb-desk.ts';

const system = sharedSystem();
let desk: VerbDesk;
let play: ReturnType<typeof playVerbs>;
beforeAll(async () => {
  desk = await openVerbDesk(system, 'yandu');
  play = playVerbs(system, desk);
});
afterEach(async () => {
  await fetch(`${system.baseUrl}/_local/faults`, { method: 'POST', body: '{}' });
});

describe('转办', () => {
  it('takes the task from the one and gives it to the other alone, who is told why', async () => {
    const { caseId, taskId } = await underReview(desk);
    const { samePost, colleagues } = (
      await ask(system, desk.reviewer, 'GET', `/v1/cases/${caseId}/tasks/${taskId}/colleagues`)
    ).body as ColleaguesView;
    expect(samePost.map(({ name }) => name).sort()).toEqual(['周志强', '徐海燕'].sort());
    expect(colleagues.map(({ membership }) => membership)).not.toContain(desk.reviewer.membership);

    const before = await play.entered(caseId);
    const handed = await act(system, desk.reviewer, caseId, `tasks/${taskId}/transfers`, {
      to: desk.second.membership,
      reason: '本周出差。',
    });
    done(handed);
    for (const other of [desk.reviewer, desk.third]) expect(await finds(other, caseId)).toBe(false);
    expect(await finds(desk.second, caseId)).toBe(true);
    const { tasks } = await desk.second.client.view(caseId);
    expect(tasks.find((task) => task.taskId === taskId)?.handedOver?.reason).toBe('本周出差。');
    expect((await play.lastEntry(caseId)).text).toBe('转办给同岗位人员');
    expect(await play.entered(caseId)).toEqual(before);
    await awaitTrue('the new holder is told', async () =>
      (await toldOf(system, desk.second, caseId)).includes('task.firstReview'),
    );
    expectProblem(
      await decideAs(
        system,
        desk.reviewer,
        { caseId, taskId, version: (await play.viewed(caseId)).version },
        {
          verb: 'return',
          opinion: '退。',
        },
      ),
      403,
      'not-allowed',
    );
    done(await play.assess(desk.second, caseId));
    expect(await finds(desk.leader, caseId)).toBe(true);
  });

  it('names a field when the other does not stand in the post', async () => {
    const { caseId, taskId } = await underReview(desk);
    for (const to of [desk.leader.membership, desk.reviewer.membership, 'nobody']) {
      const heard = await act(system, desk.reviewer, caseId, `tasks/${taskId}/transfers`, {
        to,
        reason: '出差',
      });
      expect(expectProblem(heard, 422, 'decision-invalid').errors?.[0]?.pointer).toBe('/to');
    }
  });

  it('leaves no list that lags behind with a task that is another’s now', async () => {
    const { caseId, taskId } = await underReview(desk);
    await fetch(`${system.baseUrl}/_local/faults`, {
      method: 'POST',
      body: JSON.stringify({ staleIndexRate: 1, staleForMs: 60_000 }),
    });
    const { after } = done(
      await act(system, desk.reviewer, caseId, `tasks/${taskId}/transfers`, {
        to: desk.second.membership,
        reason: '出差',
      }),
    );
    for (const member of [desk.reviewer, desk.third]) expect(await finds(member, caseId)).toBe(false);
    const own = await desk.second.client.tasks(`?limit=100&after=${after}`);
    expect(own.items.map((item) => item.case.caseId)).toContain(caseId);
  });
});

describe('催办', () => {
  it('tells whoever holds the case, once a day, and does not outdate their page', async () => {
    const { caseId } = await underReview(desk);
    const { version } = await desk.reviewer.client.view(caseId);
    const urged = await act(system, desk.clerk, caseId, 'urges');
    done(urged);
    expect(await play.viewed(caseId)).toMatchObject({ urgedToday: true });
    expect((await play.viewed(caseId)).may).not.toContain('urge');
    const { traceId } = expectProblem(await act(system, desk.clerk, caseId, 'urges'), 409, 'urged-today');
    expectProblem(await act(system, desk.leader, caseId, 'urges'), 403, 'not-allowed');
    await awaitTrue('the reviewer is told', async () =>
      (await toldOf(system, desk.reviewer, caseId)).includes('task.urged'),
    );
    expect((await play.lastEntry(caseId)).text).toBe('催办');
    await awaitLogLine(system, 'cases', 'http.refused', traceId);
    await awaitLogLine(system, 'notify', 'notice.done', requestOf(urged));
    const { taskId } = await taskOf(desk.reviewer, caseId);
    const decision = { verb: 'return', opinion: '请补充测算依据。' } as const;
    const returned = await decideAs(system, desk.reviewer, { caseId, taskId, version }, decision);
    done(returned);
    await awaitLogLine(system, 'cases-advance', 'delivery.done', requestOf(returned));
  });
});

describe('附言 and 抄送', () => {
  it('a word stands with its author; a reader sees the case, decides nothing, and others see nothing', async () => {
    const { caseId, taskId } = await underReview(desk);
    done(await act(system, desk.clerk, caseId, 'comments', { text: '请优先办理。' }));
    const { comments } = await desk.reviewer.client.view(caseId);
    expect(comments).toMatchObject([{ text: '请优先办理。', by: { roleLabel: '使用部门经办' } }]);
    expect((await play.lastEntry(caseId)).text).toBe('附言');

    const { version } = await play.viewed(caseId);
    const read = () => ask(system, desk.finance, 'GET', `/v1/cases/${caseId}`);
    expectProblem(await read(), 404, 'not-found');
    const copied = await act(system, desk.operator, caseId, 'copies', { readers: [desk.finance.membership] });
    expect(done(copied).version).toBe(version + 1);
    expect((await play.lastEntry(caseId)).text).toBe('抄送');
    expect((await read()).status).toBe(200);
    await awaitTrue('the reader is told', async () =>
      (await toldOf(system, desk.finance, caseId)).includes('case.copied'),
    );
    expect(await finds(desk.finance, caseId)).toBe(false);
    const given = { caseId, taskId, version: version + 1 };
    expectProblem(
      await decideAs(system, desk.finance, given, { verb: 'reject', opinion: '不同意。' }),
      403,
      'not-allowed',
    );
    expectProblem(
      await act(system, desk.clerk, caseId, 'copies', { readers: [desk.finance.membership] }),
      403,
      'not-allowed',
    );
  });
});

describe('批量通过', () => {
  it('decides each row by itself; asked again with its key, what was done is not done again', async () => {
    const [first, moved, last] = [await underReview(desk), await underReview(desk), await underReview(desk)];
    for (const { caseId } of [first, moved, last]) done(await play.assess(desk.reviewer, caseId));
    const rows = await Promise.all([first, moved, last].map(({ caseId }) => taskOf(desk.leader, caseId)));
    done(await act(system, desk.clerk, moved.caseId, 'comments', { text: '请看附件。' }));
    const key = randomUUID();
    const batch = (opinion = '同意。') =>
      ask(system, desk.leader, 'POST', '/v1/decision-batches', { body: { opinion, rows }, key });
    const heard = await batch();
    expect(heard.status, heard.text).toBe(200);
    const told = (heard.body as BatchAnswer).rows;
    expect(told.map(({ done: isDone }) => isDone)).toEqual([true, false, true]);
    expect(told[1]?.problem?.code).toBe('case-moved');
    expect((await batch()).text).toBe(heard.text);
    const changed = (await batch('另一个意见。')).body as BatchAnswer;
    expect(changed.rows[0]?.problem?.code).toBe('idempotency-key-reused');
    for (const { caseId } of [first, last])
      expect(
        (await play.viewed(caseId)).tasks.filter(({ stage }) => stage === 'leaderApproval'),
      ).toHaveLength(1);
  });

  it('does not pass over quantities that a stage must assess', async () => {
    const { caseId } = await underReview(desk);
    const body = { opinion: '同意。', rows: [await taskOf(desk.reviewer, caseId)] };
    const heard = await ask(system, desk.reviewer, 'POST', '/v1/decision-batches', {
      body,
      key: randomUUID(),
    });
    expect((heard.body as BatchAnswer).rows[0]?.problem?.code).toBe('decision-invalid');
  });
});

describe('every verb', () => {
  it('asked twice with one key has one effect, and another request under that key is refused', async () => {
    const { caseId, taskId } = await underReview(desk);
    const steps: readonly (readonly [Member, string, object, object])[] = [
      [desk.clerk, 'urges', {}, {}],
      [desk.clerk, 'comments', { text: '一。' }, { text: '二。' }],
      [
        desk.operator,
        'copies',
        { readers: [desk.finance.membership] },
        { readers: [desk.leader.membership] },
      ],
      [
        desk.reviewer,
        `tasks/${taskId}/transfers`,
        { to: desk.second.membership, reason: '出差' },
        { to: desk.third.membership, reason: '出差' },
      ],
    ];
    for (const [member, suffix, body, other] of steps) {
      const given = { key: randomUUID(), version: (await member.client.view(caseId)).version };
      const first = await act(system, member, caseId, suffix, body, given);
      done(first);
      expect((await act(system, member, caseId, suffix, body, given)).text).toBe(first.text);
      expect((await member.client.view(caseId)).version).toBe(given.version + 1);
      if (suffix === 'urges') continue;
      expectProblem(await act(system, member, caseId, suffix, other, given), 422, 'idempotency-key-reused');
    }
  });
});

import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { awaitTask, type Cast } from '#examples/play-application.ts';
import { type Asker, ask, askerOf, sharedSystem } from '#test/support/ask.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { approvalOf, decideAs, grantBothStages } from '#test/support/decide-at-once.ts';
import { expectProblem } from '#test/support/expect-problem.ts';
import { submitted } from '#test/support/file-application.ts';

const system = sharedSystem();
let cast: Cast;
let reviewer: Asker;
let other: Asker;
beforeAll(async () => {
  cast = await countyCast(system, 'sheyang');
  reviewer = await askerOf(system, 'sheyang-reviewer');
  other = await grantBothStages(system, 'sheyang', 'xiangshui-leader');
});

const inReview = async () => {
  const caseId = await submitted(cast);
  const { taskId } = await awaitTask(cast.reviewer, caseId);
  const { version, body } = await approvalOf(cast.reviewer, caseId);
  return { place: { caseId, taskId, version }, approval: body };
};

describe('two people at once', () => {
  it.each([1, 2, 3])('one decides, the other is told who did (%i)', async () => {
    const { place, approval } = await inReview();
    const answers = await Promise.all([
      decideAs(system, reviewer, place, { verb: 'return', opinion: '请补充。' }),
      decideAs(system, other, place, approval),
    ]);
    const [lost, ...more] = answers.filter(({ status }) => status !== 200);
    expect(more).toEqual([]);
    expect(lost).toBeDefined();
    if (lost)
      expect(expectProblem(lost, 409, 'case-moved').detail).toMatch(
        /数据局 \p{Script=Han}{2,4} 已(通过|退回补正)/u,
      );
    const { tasks } = await cast.clerk.view(place.caseId);
    expect(tasks.filter(({ stage, decision }) => stage === 'firstReview' && decision)).toHaveLength(1);
  });

  it('a withdrawal and a decision never both happen', async () => {
    const clerk = await askerOf(system, 'sheyang-clerk');
    const { place } = await inReview();
    const [left, decided] = await Promise.all([
      ask(system, clerk, 'POST', `/v1/cases/${place.caseId}/withdrawals`, {
        body: { reason: '暂缓。' },
        ifMatch: place.version,
        key: randomUUID(),
      }),
      decideAs(system, reviewer, place, { verb: 'reject', opinion: '不同意。' }),
    ]);
    expect([left.status, decided.status].sort()).toEqual([200, 409]);
    expect((await cast.clerk.view(place.caseId)).status).toBe(left.status === 200 ? 'withdrawn' : 'rejected');
  });

  it('who is late by one look is told that the task is closed, and by whom', async () => {
    const { place, approval } = await inReview();
    expect((await decideAs(system, reviewer, place, approval)).status).toBe(200);
    const late = await decideAs(system, other, { ...place, version: place.version + 1 }, approval);
    expect(expectProblem(late, 409, 'task-closed').detail).toContain('射阳县数据局');
  });
});

it('the chain verifies at every moment of a case that moves', async () => {
  const { place } = await inReview();
  const looks: Promise<unknown>[] = [];
  const decided = decideAs(system, reviewer, place, { verb: 'return', opinion: '请补充。' });
  for (let look = 0; look < 12; look += 1) {
    looks.push(
      cast.clerk.call('GET', `/v1/cases/${place.caseId}/journal/verification`).then(({ body }) => body),
    );
    await looks.at(-1);
  }
  expect((await decided).status).toBe(200);
  for (const told of await Promise.all(looks)) expect(told).toMatchObject({ intact: true });
});

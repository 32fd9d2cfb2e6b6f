import { beforeAll, describe, expect, it } from 'vitest';
import { sharedSystem } from '#test/support/ask.ts';
import { awaitTrue } from '#test/support/await-true.ts';
import { expectProblem } from '#test/support/expect-problem.ts';
import { act, done, finds, playVerbs, toldOf, underReview } from '#test/support/play-verbs.ts';
import { type Member, openVerbDesk, type VerbDesk } from '#test/support/verb-desk.ts';

const system = sharedSystem();
let desk: VerbDesk;
let play: ReturnType<typeof playVerbs>;
beforeAll(async () => {
  desk = await openVerbDesk(system, 'binhai');
  play = playVerbs(system, desk);
});

const askFor = (
  asker: Member,
  { caseId, taskId }: { caseId: string; taskId: string },
  signers: readonly Member[],
  how: { position?: 'before' | 'after'; mode?: 'all' | 'any' } = {},
) =>
  act(system, asker, caseId, `tasks/${taskId}/countersigns`, {
    position: how.position ?? 'before',
    mode: how.mode ?? 'all',
    signers: signers.map(({ membership }) => membership),
    question: '请核对网络带宽。',
  });

describe('加签', () => {
  it('before: the signers decide, then the asker again', async () => {
    const at = await underReview(desk);
    const { caseId } = at;
    const before = await play.entered(caseId);
    done(await askFor(desk.reviewer, at, [desk.second]));
    expect((await play.lastEntry(caseId)).text).toBe('办理：加签；加签；待办：初审');
    expect(await finds(desk.reviewer, caseId)).toBe(false);
    const [asked] = await play.openIn(caseId);
    expect(asked).toMatchObject({ stageTitle: '初审加签', question: '请核对网络带宽。', assesses: false });
    expect((await play.viewed(caseId)).route[1]?.visits[0]?.desks.at(-1)).toMatchObject({ holder: '周志强' });
    await awaitTrue('the signer is told', async () =>
      (await toldOf(system, desk.second, caseId)).includes('task.countersign'),
    );
    done(await play.agree(desk.second, caseId));
    expect(await finds(desk.reviewer, caseId)).toBe(true);
    expect(await play.entered(caseId)).toEqual(before);
    done(await play.assess(desk.reviewer, caseId));
  });

  it('after: once the asker has agreed, and before the leader', async () => {
    const at = await underReview(desk);
    done(await askFor(desk.reviewer, at, [desk.adviser], { position: 'after' }));
    expect(await finds(desk.adviser, at.caseId)).toBe(false);
    done(await play.assess(desk.reviewer, at.caseId));
    expect(await finds(desk.leader, at.caseId)).toBe(false);
    done(await play.agree(desk.adviser, at.caseId));
    expect(await finds(desk.leader, at.caseId)).toBe(true);
  });

  it('会签 with an objection in the middle leaves nobody’s task open, and the asker decides', async () => {
    const at = await underReview(desk);
    const { caseId } = at;
    done(await askFor(desk.reviewer, at, [desk.second, desk.adviser, desk.leader]));
    done(await play.agree(desk.second, caseId));
    done(await play.decide(desk.adviser, caseId, { verb: 'return', opinion: '带宽偏大。' }));
    const open = await play.openIn(caseId);
    expect(open.map(({ stageTitle }) => stageTitle)).toEqual(['初审']);
    for (const signer of [desk.adviser, desk.leader]) expect(await finds(signer, caseId)).toBe(false);
    done(await play.decide(desk.reviewer, caseId, { verb: 'return', opinion: '请按会签意见核减。' }));
    await awaitTrue('the unit corrects', async () => (await play.viewed(caseId)).status === 'correcting');
    expect((await play.openIn(caseId)).map(({ step }) => step)).toEqual(['correction']);
    expect((await play.lastEntry(caseId)).text).toContain('补正');
  });

  it('会签: all who agree at the same moment are heard, and the last of them hands on', async () => {
    const at = await underReview(desk);
    const { caseId } = at;
    done(await askFor(desk.reviewer, at, [desk.second, desk.third, desk.leader]));
    const signers = [desk.second, desk.third, desk.leader];
    const answers = await Promise.all(signers.map((signer) => play.agree(signer, caseId)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await play.openIn(caseId)).map(({ stageTitle }) => stageTitle)).toEqual(['初审']);
    expect(await finds(desk.reviewer, caseId)).toBe(true);
  });

  it('或签: of two who decide at once exactly one is heard, and the other is told who it was', async () => {
    const at = await underReview(desk);
    const { caseId } = at;
    done(await askFor(desk.reviewer, at, [desk.second, desk.third], { mode: 'any' }));
    const answers = await Promise.all([desk.second, desk.third].map((signer) => play.agree(signer, caseId)));
    const [lost, ...more] = answers.filter(({ status }) => status !== 200);
    expect(more).toEqual([]);
    if (!lost) throw new Error('both were heard');
    expect(expectProblem(lost, 409, 'case-moved').detail).toMatch(/^县数据局 (周志强|徐海燕) 已通过。/);
    expect(
      (await play.viewed(caseId)).tasks.filter(({ decision }) => decision?.outcome === 'settled'),
    ).toHaveLength(1);
    expect(await finds(desk.reviewer, caseId)).toBe(true);
  });
});

describe('退回 to a named stage', () => {
  it('goes back to the reviewer and then straight to the leader', async () => {
    const { caseId } = await underReview(desk);
    done(await play.assess(desk.reviewer, caseId));
    const before = await play.entered(caseId);
    const [task] = await play.openIn(caseId);
    const shown = (await desk.leader.client.view(caseId)).tasks.find(({ taskId }) => taskId === task?.taskId);
    expect(shown).toMatchObject({
      returnLabel: '退回申请单位补正',
      returnTo: [{ stage: 'firstReview', title: '初审' }],
    });
    done(
      await play.decide(desk.leader, caseId, {
        verb: 'return',
        returnTo: 'firstReview',
        opinion: '请复核带宽。',
      }),
    );
    expect((await play.lastEntry(caseId)).text).toContain('退回本环节前一步骤，办完直接返回');
    expect(await finds(desk.reviewer, caseId)).toBe(true);
    done(await play.assess(desk.reviewer, caseId));
    expect(await finds(desk.leader, caseId)).toBe(true);
    expect(await play.entered(caseId)).toEqual(before);
    expect((await play.viewed(caseId)).round).toBe(1);
  });
});

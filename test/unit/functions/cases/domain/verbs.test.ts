import { describe, expect, it } from 'vitest';
import { openTasks } from '#functions/cases/domain/case-state.ts';
import { mostSigners } from '#functions/cases/domain/plan-stages.ts';
import { addComment, copyCase } from '#functions/cases/domain/share-case.ts';
import { maySee } from '#functions/cases/domain/who-may.ts';
import { type CaseStory, people, refusalOf, toldUntil } from '#test/support/case-story.ts';

const { clerk, reviewer, colleague, leader, deputy, operator, otherReviewer } = people;

const known = ({ membershipId, personId, name }: typeof clerk) => ({ membershipId, personId, name });

/** Who holds what is open: the person by name, or the role. */
const holding = (story: CaseStory) =>
  openTasks(story.state()).map(({ holder }) => holder.membership ?? holder.role);
const outcomes = (story: CaseStory) =>
  story.state().tasks.map(({ stage, decision }) => `${stage} ${decision?.outcome ?? 'open'}`);

describe('转办', () => {
  it('gives the task to a colleague of the same post, who alone holds it then', () => {
    const story = toldUntil('reviewing');
    expect(story.transfers(reviewer, colleague).ok).toBe(true);
    expect(holding(story)).toEqual(['colleague']);
    expect(refusalOf(story.decides(reviewer, { verb: 'return' })).code).toBe('not-allowed');
    expect(story.decides(colleague, {}).ok).toBe(true);
    expect(holding(story)).toEqual(['county.cloud.leader']);
  });

  it('is refused to oneself, to a maker, and to whoever does not hold the task', () => {
    const story = toldUntil('reviewing');
    expect(refusalOf(story.transfers(reviewer, reviewer)).errors?.[0]?.pointer).toBe('/to');
    expect(refusalOf(story.transfers(reviewer, { ...colleague, personId: 'clerk' })).code).toBe(
      'decision-invalid',
    );
    for (const stranger of [leader, operator, otherReviewer, clerk])
      expect(refusalOf(story.transfers(stranger, colleague)).code).toBe('not-allowed');
  });
});

describe('加签', () => {
  it('before: the signers decide first, and then the asker has the task again', () => {
    const story = toldUntil('reviewing');
    expect(story.asks(reviewer, [colleague, deputy]).ok).toBe(true);
    expect(holding(story)).toEqual(['colleague', 'deputy']);
    expect(refusalOf(story.decides(reviewer, {})).code).toBe('not-allowed');
    story.decides(colleague, {});
    expect(holding(story), '会签 waits for all').toEqual(['deputy']);
    story.decides(deputy, {});
    expect(holding(story)).toEqual(['county.cloud.reviewer']);
    story.decides(reviewer, {});
    expect(holding(story)).toEqual(['county.cloud.leader']);
  });

  it('after: the asker agrees, then the signers, then the route goes on', () => {
    const story = toldUntil('reviewing');
    story.asks(reviewer, [colleague], 'after');
    expect(holding(story)).toEqual(['county.cloud.reviewer']);
    story.decides(reviewer, {});
    expect(holding(story)).toEqual(['colleague']);
    story.decides(colleague, {});
    expect(holding(story)).toEqual(['county.cloud.leader']);
  });

  it('或签: the first word settles it, and no task of the others is left open', () => {
    const story = toldUntil('reviewing');
    story.asks(reviewer, [colleague, deputy], 'before', 'any');
    story.decides(deputy, {});
    expect(holding(story)).toEqual(['county.cloud.reviewer']);
    expect(outcomes(story)).toEqual([
      'cdoConfirmation approve',
      'firstReview countersign',
      'firstReview settled',
      'firstReview approve',
      'firstReview open',
    ]);
  });

  it('会签 with an objection in the middle: every open task closes at once and the asker decides', () => {
    const story = toldUntil('reviewing');
    story.asks(reviewer, [colleague, deputy]);
    story.decides(deputy, { verb: 'return', opinion: '带宽明显偏大。' });
    expect(holding(story)).toEqual(['county.cloud.reviewer']);
    expect(refusalOf(story.decides(deputy, {})).code).toBe('not-allowed');
    story.decides(reviewer, { verb: 'return', opinion: '请按会签意见核减。' });
    expect(openTasks(story.state())).toEqual([]);
    expect(story.state().flow).toEqual({ at: 'moving', to: 'correction' });
  });

  it('an objection behind the asker comes back to the asker, and the signers are asked again', () => {
    const story = toldUntil('reviewing');
    story.asks(reviewer, [colleague], 'after');
    story.decides(reviewer, {});
    story.decides(colleague, { verb: 'return', opinion: '再议。' });
    expect(holding(story)).toEqual(['county.cloud.reviewer']);
    story.decides(reviewer, {});
    expect(holding(story)).toEqual(['colleague']);
  });

  it('names every signer that cannot be asked', () => {
    const story = toldUntil('reviewing');
    const maker = { ...deputy, personId: 'clerk' };
    const refusal = refusalOf(story.asks(reviewer, [reviewer, maker, colleague, colleague]));
    expect(refusal.errors?.map(({ pointer }) => pointer)).toEqual(['/signers/0', '/signers/1', '/signers/3']);
    const many = Array.from({ length: mostSigners + 1 }, (_, n) => ({
      ...colleague,
      membershipId: `m${n}`,
      personId: `p${n}`,
    }));
    expect(refusalOf(story.asks(reviewer, many)).errors?.[0]?.code).toBe('signer-count');
    expect(story.asks(reviewer, many.slice(0, mostSigners)).ok).toBe(true);
    expect(openTasks(story.state())).toHaveLength(mostSigners);
  });

  it('is no verb of the unit, nor of those who were asked themselves', () => {
    const confirming = toldUntil('confirming');
    expect(refusalOf(confirming.asks(people.cdo, [deputy])).code).toBe('not-allowed');
    const story = toldUntil('reviewing');
    story.asks(reviewer, [colleague]);
    expect(refusalOf(story.asks(colleague, [deputy])).code).toBe('not-allowed');
  });
});

describe('退回 to a named stage', () => {
  it('goes back within the step and then straight to where it was returned', () => {
    const story = toldUntil('assessed');
    expect(
      story.decides(leader, { verb: 'return', returnTo: 'firstReview', opinion: '请复核带宽。' }).ok,
    ).toBe(true);
    expect(holding(story)).toEqual(['county.cloud.reviewer']);
    expect(story.state().flow).toMatchObject({ at: 'step', step: 'localReview', visit: 2 });
    story.decides(reviewer, {});
    expect(holding(story)).toEqual(['county.cloud.leader']);
    story.decides(leader, {});
    expect(story.state().flow).toEqual({ at: 'moving', to: 'cityRecheck' });
  });

  it('keeps its way back while the reviewer asks others first', () => {
    const story = toldUntil('assessed');
    story.asks(leader, [deputy], 'after');
    story.decides(leader, { verb: 'return', returnTo: 'firstReview', opinion: '请复核带宽。' });
    story.asks(reviewer, [colleague]);
    story.decides(colleague, {});
    expect(holding(story)).toEqual(['county.cloud.reviewer']);
    story.decides(reviewer, {});
    expect(holding(story)).toEqual(['county.cloud.leader']);
    story.decides(leader, {});
    expect(holding(story)).toEqual(['deputy']);
  });

  it('is refused to a later, the same or an unknown stage, and with an approval', () => {
    const story = toldUntil('reviewing');
    for (const returnTo of ['firstReview', 'leaderApproval', 'nowhere'])
      expect(
        refusalOf(story.decides(reviewer, { verb: 'return', returnTo, opinion: '退' })).errors,
      ).toMatchObject([{ pointer: '/returnTo' }]);
    const approving = toldUntil('assessed').decides(leader, { returnTo: 'firstReview' });
    expect(refusalOf(approving).errors).toMatchObject([{ code: 'not-returning' }]);
  });
});

describe('who is asked', () => {
  const finance = { ...operator, membershipId: 'finance', personId: 'finance', roles: ['city.finance'] };

  it('sees the case from then on, though their role alone would not let them', () => {
    const story = toldUntil('rechecking');
    expect(maySee(finance, story.state())).toBe(false);
    story.asks(operator, [finance]);
    expect(maySee(finance, story.state())).toBe(true);
    expect(story.decides(finance, {}).ok).toBe(true);
    expect(holding(story)).toEqual(['city.cloud.operator']);
  });

  it('is not asked a second time when a return leads straight back', () => {
    const story = toldUntil('assessed');
    story.asks(leader, [deputy]);
    story.decides(deputy, {});
    story.decides(leader, { verb: 'return', returnTo: 'firstReview', opinion: '请复核带宽。' });
    story.decides(reviewer, {});
    expect(holding(story)).toEqual(['county.cloud.leader']);
  });

  it('counts by person, and no visit asks more than the most', () => {
    const story = toldUntil('reviewing');
    const secondPost = { ...reviewer, membershipId: 'reviewer-2' };
    expect(refusalOf(story.asks(reviewer, [secondPost])).errors?.[0]?.pointer).toBe('/signers/0');
    const many = Array.from({ length: mostSigners }, (_, n) => ({
      ...colleague,
      membershipId: `m${n}`,
      personId: `p${n}`,
    }));
    expect(story.asks(reviewer, many, 'after').ok).toBe(true);
    expect(refusalOf(story.asks(reviewer, [deputy], 'after')).code).toBe('decision-invalid');
  });
});

describe('附言 and 抄送', () => {
  const auditor = { ...reviewer, membershipId: 'auditor', personId: 'auditor', roles: ['audit.admin'] };

  it('are for the unit and the reviewers; whoever audits, looks on or reads along adds nothing', () => {
    const { state } = toldUntil('reviewing');
    const onlooker = { ...auditor, roles: ['county.observer'] };
    for (const actor of [auditor, onlooker]) {
      expect(refusalOf(addComment('看过了', [], state(), actor)).code).toBe('not-allowed');
      expect(refusalOf(copyCase([{ ...known(colleague) }], state(), actor)).code).toBe('not-allowed');
    }
    for (const actor of [clerk, reviewer, operator])
      expect(addComment('收到', [], state(), actor).ok).toBe(true);
    expect(copyCase([known(colleague)], state(), reviewer).ok).toBe(true);
    expect(refusalOf(copyCase([known(colleague)], state(), clerk)).code).toBe('not-allowed');
  });
});

describe('催办', () => {
  it('reminds those who hold the case, once a day', () => {
    const story = toldUntil('reviewing');
    expect(story.urges(clerk).ok).toBe(true);
    expect(refusalOf(story.urges(clerk)).code).toBe('urged-today');
    expect(story.urges(operator, '2026-09-30T02:00:00.000Z').ok).toBe(true);
  });

  it('is not for others, and not of what the unit itself is to do', () => {
    expect(refusalOf(toldUntil('reviewing').urges(leader)).code).toBe('not-allowed');
    expect(refusalOf(toldUntil('confirming').urges(clerk)).code).toBe('nothing-to-urge');
    expect(refusalOf(toldUntil('completed').urges(clerk)).code).toBe('nothing-to-urge');
  });
});

it('the unit is sent back so often as the rules allow, and no more', () => {
  const story = toldUntil('reviewing');
  for (let round = 1; round < 6; round += 1) {
    expect(story.decides(reviewer, { verb: 'return', opinion: '再补' }).ok).toBe(true);
    story.machineOpens('correction');
    story.send();
    story.machineOpens('unitConfirmation');
    story.decides(people.cdo, {});
    story.machineOpens('localReview');
  }
  expect(story.state().round).toBe(6);
  expect(refusalOf(story.decides(reviewer, { verb: 'return', opinion: '再补' })).code).toBe('rounds-used-up');
  expect(story.decides(reviewer, { verb: 'reject', opinion: '材料始终不齐。' }).ok).toBe(true);
});

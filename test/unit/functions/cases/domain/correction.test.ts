import { describe, expect, it } from 'vitest';
import { openTasks } from '#functions/cases/domain/case-state.ts';
import { completeForm, people, refusalOf, tellCase, toldUntil } from '#test/support/case-story.ts';

const returned = () => {
  const story = toldUntil('reviewing');
  story.decides(people.reviewer, { verb: 'return', opinion: '请补充测算依据' });
  story.machineOpens('correction');
  return story;
};

describe('a correction', () => {
  it('waits for the department’s clerk, is confirmed again and comes back as a new round with fresh tasks', () => {
    const story = returned();
    expect(openTasks(story.state()).map(({ holder }) => holder)).toEqual([
      { tenant: 'yancheng/dafeng', role: 'department.clerk', organisation: 'dafeng-health' },
    ]);
    story.send();
    story.machineOpens('unitConfirmation');
    story.decides(people.cdo, {});
    story.machineOpens('localReview');
    expect(story.state()).toMatchObject({ round: 2, ruleVersion: 'yancheng-2026-04-27' });
    expect(openTasks(story.state()).map(({ step, round }) => [step, round])).toEqual([['localReview', 2]]);
  });

  it('can’t be decided away: it ends by being sent again', () => {
    expect(refusalOf(returned().decides(people.clerk, {})).errors?.[0]?.pointer).toBe('/verb');
  });
});

describe('a case withdrawn on its way to a step that it has been in before', () => {
  it('lets the machine go wherever it asks, instead of telling it the earlier visit’s outcome', () => {
    const story = returned();
    story.send();
    story.withdraws();
    for (const step of ['unitConfirmation', 'localReview', 'correction'] as const)
      expect(story.machineOpens(step)).toEqual({ ok: true, value: { as: 'decided', outcome: 'Withdrawn' } });
  });
});

describe('sending for confirmation', () => {
  it('[yc-cloud-15-1] leaves a draft a draft until the CDO confirms', () => {
    const story = toldUntil('confirming');
    expect(story.state()).toMatchObject({ round: 0, flow: { at: 'step', step: 'unitConfirmation' } });
    expect(story.state().confirmation).toBeUndefined();
  });

  it('names every problem of the form', () => {
    const story = toldUntil('draft');
    const problems = [{ pointer: '/report', code: 'required', message: '请填写申请报告' }];
    expect(refusalOf(story.send(people.clerk, { ...completeForm, problems }))).toMatchObject({
      code: 'form-incomplete',
      errors: problems,
    });
  });

  it('[yc-cloud-4-3] is refused with what to do while the county has named no authority', () => {
    const refusal = refusalOf(toldUntil('draft').send(people.clerk, completeForm, false));
    expect(refusal.code).toBe('authority-undesignated');
    expect(refusal.detail).toContain('明确主管部门');
  });

  it('is the clerk’s alone, and only from a draft or a correction', () => {
    expect(refusalOf(toldUntil('draft').send(people.cdo)).code).toBe('not-allowed');
    expect(refusalOf(toldUntil('reviewing').send()).code).toBe('not-editable');
  });

  it('is asked of clerks only when a case is begun', () => {
    expect(refusalOf(tellCase().create(people.reviewer)).code).toBe('not-allowed');
  });
});

describe('a withdrawal', () => {
  it.each([
    'draft',
    'sent',
    'confirming',
    'confirmed',
    'reviewing',
    'assessed',
    'agreed',
    'rechecking',
  ] as const)('ends the case from %s and leaves no open task', (point) => {
    const story = toldUntil(point);
    expect(story.withdraws().ok).toBe(true);
    expect(story.state().flow).toEqual({ at: 'withdrawn' });
    expect(openTasks(story.state())).toEqual([]);
  });

  it('comes too late once the city has agreed', () => {
    expect(refusalOf(toldUntil('rechecked').withdraws()).code).toBe('not-editable');
  });

  it('between two steps reaches the machine when it asks for the next one', () => {
    const story = toldUntil('confirmed');
    story.withdraws();
    expect(story.machineOpens('localReview')).toEqual({
      ok: true,
      value: { as: 'decided', outcome: 'Withdrawn' },
    });
  });

  it('is the clerk’s alone', () => {
    expect(refusalOf(toldUntil('reviewing').withdraws(people.cdo)).code).toBe('not-allowed');
  });
});

describe('the machine asking again', () => {
  it('opens a step once: asked twice it is told that the step is open', () => {
    const story = toldUntil('reviewing');
    const before = story.state();
    expect(story.machineOpens('localReview')).toEqual({ ok: true, value: { as: 'alreadyOpen', visit: 2 } });
    expect(story.state()).toEqual(before);
  });

  it('late for a decided step is told the outcome', () => {
    const story = toldUntil('rechecking');
    expect(story.machineOpens('localReview')).toEqual({
      ok: true,
      value: { as: 'decided', outcome: 'Approved' },
    });
  });

  it('for a step that nobody expects is refused', () => {
    expect(toldUntil('draft').machineOpens('cityRecheck')).toEqual({ ok: false, refusal: 'unexpected-step' });
  });

  it('completes once', () => {
    const story = toldUntil('completed');
    const { version } = story.state();
    expect(story.machineCompletes()).toEqual({ ok: true, value: [] });
    expect(story.state().version).toBe(version);
  });
});

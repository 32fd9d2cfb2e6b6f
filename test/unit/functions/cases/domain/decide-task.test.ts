import { describe, expect, it } from 'vitest';
import { openTasks } from '#functions/cases/domain/case-state.ts';
import { completeForm, people, refusalOf, toldUntil } from '#test/support/case-story.ts';

describe('a county application on its plain way', () => {
  it('goes from the CDO to the county’s two stages, to the city and to its end', () => {
    const story = toldUntil('completed');
    expect(story.state().flow).toEqual({ at: 'completed' });
    expect(story.state().steps.map(({ step, outcome }) => [step, outcome])).toEqual([
      ['unitConfirmation', 'Approved'],
      ['localReview', 'Approved'],
      ['cityRecheck', 'Approved'],
    ]);
    expect(openTasks(story.state())).toEqual([]);
  });

  it('keeps 初审 and 签批 inside one step: the leader’s task opens with the reviewer’s approval', () => {
    const story = toldUntil('assessed');
    expect(story.state().flow).toMatchObject({ at: 'step', step: 'localReview', visit: 2, stageIndex: 1 });
    expect(openTasks(story.state()).map(({ holder }) => holder.role)).toEqual(['county.cloud.leader']);
  });

  it('reckons the service target from the day after, past 国庆节 2026', () => {
    const [task] = openTasks(toldUntil('reviewing').state());
    expect(task?.targetOn).toMatch(/^2026-10-/);
    expect(task?.targetProvisional).toBe(false);
  });
});

describe('the CDO’s confirmation', () => {
  it('[yc-cloud-15-1] keeps who, when and the digest of what was confirmed, and pins the rules', () => {
    const { confirmation, round, ruleVersion } = toldUntil('confirmed').state();
    expect(confirmation).toMatchObject({ digest: completeForm.digest, round: 1, by: { personId: 'cdo' } });
    expect(round).toBe(1);
    expect(ruleVersion).toBe('yancheng-2026-04-27');
  });

  it('is void once the form has been edited', () => {
    const story = toldUntil('confirming');
    const edited = { ...completeForm, digest: 'b'.repeat(64) };
    expect(refusalOf(story.decides(people.cdo, { form: edited })).code).toBe('form-changed');
    expect(story.state().round).toBe(0);
  });

  it('needs the digest that the person was shown', () => {
    const refusal = refusalOf(toldUntil('confirming').decides(people.cdo, { formDigest: undefined }));
    expect(refusal.errors?.[0]?.pointer).toBe('/formDigest');
  });

  it('is refused while the form has problems, with the problems', () => {
    const problem = { pointer: '/plan/purpose', code: 'required', message: '请填写建设目的' };
    const refusal = refusalOf(
      toldUntil('confirming').decides(people.cdo, { form: { ...completeForm, problems: [problem] } }),
    );
    expect(refusal).toMatchObject({ code: 'form-incomplete', errors: [problem] });
  });

  it('is nobody else’s: not the clerk’s, not another department’s CDO’s', () => {
    for (const actor of [people.clerk, people.otherCdo, people.reviewer])
      expect(refusalOf(toldUntil('confirming').decides(actor, {})).code).toBe('not-allowed');
  });
});

describe('the county’s review', () => {
  it('[yc-cloud-16-1] asks for an opinion and for an assessed quantity of every line', () => {
    const story = toldUntil('reviewing');
    const refusal = refusalOf(
      story.decides(people.reviewer, { opinion: undefined, assessments: [{ lineNo: 2, quantity: 1 }] }),
    );
    expect(refusal.errors?.map(({ pointer }) => pointer)).toEqual(['/opinion', '/assessments']);
    expect(refusal.errors?.[1]?.message).toContain('第 1 行');
  });

  it.each([
    [
      'a line that was not asked for',
      [
        { lineNo: 1, quantity: 1 },
        { lineNo: 2, quantity: 1 },
        { lineNo: 9, quantity: 1 },
      ],
      '/assessments/2/lineNo',
    ],
    [
      'a line twice',
      [
        { lineNo: 1, quantity: 1 },
        { lineNo: 2, quantity: 1 },
        { lineNo: 2, quantity: 3 },
      ],
      '/assessments/2/lineNo',
    ],
  ])('refuses %s', (_name, assessments, pointer) => {
    const refusal = refusalOf(toldUntil('reviewing').decides(people.reviewer, { assessments }));
    expect(refusal.errors?.map((error) => error.pointer)).toEqual([pointer]);
  });

  it.each(['return', 'reject'] as const)('needs a reason to %s', (verb) => {
    const refusal = refusalOf(toldUntil('reviewing').decides(people.reviewer, { verb, opinion: undefined }));
    expect(refusal.errors?.[0]?.pointer).toBe('/opinion');
  });

  it('is not for whoever wrote the application', () => {
    const story = toldUntil('reviewing');
    const twoHats = { ...people.reviewer, personId: people.clerk.personId };
    expect(refusalOf(story.decides(twoHats, {})).code).toBe('own-matter');
  });

  it('is not for another county', () => {
    expect(refusalOf(toldUntil('reviewing').decides(people.otherReviewer, {})).code).toBe('not-allowed');
  });

  it('returns to the applicant and closes the whole round, whichever stage returns it', () => {
    for (const [point, actor] of [
      ['reviewing', people.reviewer],
      ['assessed', people.leader],
    ] as const) {
      const story = toldUntil(point);
      expect(story.decides(actor, { verb: 'return', opinion: '请补充测算依据' }).ok).toBe(true);
      expect(openTasks(story.state())).toEqual([]);
      expect(story.state().flow).toEqual({ at: 'moving', to: 'correction' });
    }
  });

  it('rejects for good', () => {
    const story = toldUntil('assessed');
    story.decides(people.leader, { verb: 'reject', opinion: '不符合集约建设要求' });
    expect(story.state().flow).toEqual({ at: 'rejected' });
    expect(refusalOf(story.withdraws()).code).toBe('not-editable');
  });
});

describe('the city’s recheck', () => {
  it('[yc-cloud-16-2] returns to the county with reasons, which reviews again', () => {
    const story = toldUntil('rechecking');
    story.decides(people.operator, { verb: 'return', opinion: '请核减 GPU 资源' });
    expect(story.state().flow).toEqual({ at: 'moving', to: 'localReview' });
    story.machineOpens('localReview');
    expect(openTasks(story.state()).map(({ holder, round }) => [holder.tenant, holder.role, round])).toEqual([
      ['yancheng/dafeng', 'county.cloud.reviewer', 1],
    ]);
  });

  it('cannot reject a county’s application outright', () => {
    const refusal = refusalOf(toldUntil('rechecking').decides(people.operator, { verb: 'reject' }));
    expect(refusal.errors?.[0]).toMatchObject({ pointer: '/verb', code: 'verb-not-offered' });
  });

  it('belongs to the city’s own operator', () => {
    expect(refusalOf(toldUntil('rechecking').decides(people.otherOperator, {})).code).toBe('not-allowed');
  });
});

describe('a task that has been decided', () => {
  it('tells who decided it', () => {
    const story = toldUntil('assessed');
    const first = story.state().tasks.find(({ stage, visit }) => visit === 2 && stage !== '')?.taskId ?? '';
    const refusal = refusalOf(story.decides(people.reviewer, { taskId: first }));
    expect(refusal).toMatchObject({ code: 'task-closed' });
    expect(refusal.detail).toContain('reviewer 其人');
  });
});

describe('assessed quantities', () => {
  it.each([
    ['the CDO', 'confirming', people.cdo, 'approve'],
    ['the leader', 'assessed', people.leader, 'approve'],
    ['a reviewer who returns', 'reviewing', people.reviewer, 'return'],
  ] as const)('are not %s’s to give', (_who, point, actor, verb) => {
    const refusal = refusalOf(
      toldUntil(point).decides(actor, { verb, assessments: [{ lineNo: 1, quantity: 0 }] }),
    );
    expect(refusal.errors?.map(({ pointer }) => pointer)).toEqual(['/assessments']);
  });
});

describe('whoever wrote in the form while it waited for the CDO', () => {
  it('does not review it either', () => {
    const story = toldUntil('confirming');
    story.decides(people.cdo, {
      form: { ...completeForm, makers: ['clerk', 'reviewer'] },
      assessments: undefined,
    });
    story.machineOpens('localReview');
    expect(refusalOf(story.decides(people.reviewer, {})).code).toBe('own-matter');
  });
});

import { describe, expect, it } from 'vitest';
import { commitOf } from '#functions/cases/app/commit-of.ts';
import { viewCompleted } from '#functions/cases/app/view-completed.ts';
import { viewExit } from '#functions/cases/app/view-exit.ts';
import type { CaseState } from '#functions/cases/domain/case-state.ts';
import { evolveCase } from '#functions/cases/domain/evolve-case.ts';
import { people, tellCase } from '#test/support/case-story.ts';

const loadedOf = (state: CaseState) => ({
  state,
  head: { seq: 1, hash: '' },
  salt: 'salt',
});
const seen = (state: CaseState) =>
  viewCompleted(
    {
      cases: {
        load: async () => loadedOf(state),
        loadFrozen: async () => ({
          round: 1,
          digest: '',
          sections: [],
          attachments: [],
          prices: { version: 'c', products: [] },
        }),
        loadAssessments: async () => new Map(),
      },
      references: { catalogue: async () => ({ version: 'c', products: [] }) },
    } as unknown as Parameters<typeof viewCompleted>[0],
    state,
  );

/** A county application on its way to the city's recheck, with a countersigner behind the leader. */
const reviewed = () => {
  const story = tellCase();
  story.create();
  story.send();
  story.machineOpens('unitConfirmation');
  story.decides(people.cdo, {});
  story.machineOpens('localReview');
  story.decides(people.reviewer, {});
  return story;
};

describe('a completed case', () => {
  it('was completed when it was, whatever is done to it later, and decided by those whom the route names', async () => {
    const story = reviewed();
    story.asks(people.leader, [people.deputy], 'after');
    expect(story.decides(people.leader, {})).toMatchObject({ ok: true });
    expect(story.decides(people.deputy, {})).toMatchObject({ ok: true });
    story.machineOpens('cityRecheck');
    story.decides(people.operator, {});
    story.machineCompletes();
    const state = story.state();
    const completed = await seen(state);
    expect(completed?.milestones.map(({ kind, by }) => [kind, by.membership])).toEqual([
      ['confirmed', 'cdo'],
      ['approved', 'reviewer'],
      ['approved', 'leader'],
      ['approved', 'operator'],
    ]);
    const copied = evolveCase(
      state,
      [{ type: 'CaseCopied', readers: ['deputy'] }],
      '2026-10-30T02:00:00.000Z',
    );
    expect(copied.updatedAt).not.toBe(state.updatedAt);
    expect((await seen(copied))?.completedAt).toBe(completed?.completedAt);
  });
});

describe('the exit beside an application', () => {
  const beside = (state: CaseState): CaseState => ({
    ...state,
    linked: { caseId: 'dafeng.0', as: 'application' },
  });
  const standing = (state: CaseState) =>
    viewExit({ cases: { load: async () => loadedOf(state) } as never }, state);

  it('is asked for once the unit has confirmed it, and given up once it is rejected', async () => {
    const draft = tellCase();
    draft.create();
    expect(await standing(draft.state())).toEqual({});
    const story = reviewed();
    const { askedAt } = await standing(story.state());
    expect(askedAt).toBe(story.state().confirmation?.at);
    expect(await standing(story.state())).toEqual({ askedAt });
    story.decides(people.leader, { verb: 'reject' });
    expect(story.state().flow).toEqual({ at: 'rejected' });
    expect(await standing(story.state())).toEqual({ askedAt, givenUpAt: story.state().updatedAt });
  });

  it('lets those know who bill what it gives up, of both and of nothing else', () => {
    const story = tellCase();
    const facts = { at: '2026-09-29T02:00:00.000Z', salt: 'salt' };
    const effects: string[] = [];
    const play = (command: () => unknown, linked = true) => {
      const before = story.told().length === 0 ? undefined : story.state();
      const count = story.told().length;
      command();
      const events = story.told().slice(count);
      const at = before && loadedOf(linked ? beside(before) : before);
      if (before) effects.push(commitOf(at, { events }, facts).effect?.kind ?? '-');
    };
    play(() => story.create());
    play(() => story.send());
    play(() => story.machineOpens('unitConfirmation'));
    play(() => story.decides(people.cdo, {}));
    play(() => story.machineOpens('localReview'));
    play(() => story.decides(people.reviewer, {}));
    play(() => story.decides(people.leader, { verb: 'reject' }));
    expect(effects).toEqual(['-', '-', 'exitMoved', '-', '-', 'exitMoved']);
  });
});

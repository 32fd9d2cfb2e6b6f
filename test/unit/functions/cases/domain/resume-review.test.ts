import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DecisionContext } from '#functions/cases/domain/case-context.ts';
import { type CaseState, openTasks } from '#functions/cases/domain/case-state.ts';
import { assessedSince, wayBack } from '#functions/cases/domain/resume-review.ts';
import type { Resubmission, Route, RouteStage } from '#shared/regulation/profile.ts';
import {
  type CaseStory,
  completeForm,
  decisionContext,
  people,
  tellCase,
  toldUntil,
} from '#test/support/case-story.ts';

const under = (value: Resubmission): DecisionContext => ({
  ...decisionContext,
  rules: {
    ...decisionContext.rules,
    resubmission: { value, clause: 'yc-cloud-15-6', source: 'localDefault' },
  },
});
const toReturner = under('toReturner');

const resubmit = (story: CaseStory, keepsAssessed: boolean) => {
  story.machineOpens('correction');
  story.send();
  story.machineOpens('unitConfirmation');
  story.decides(people.cdo, { form: { ...completeForm, keepsAssessed } });
  story.machineOpens('localReview');
};
const desk = (story: CaseStory) =>
  openTasks(story.state()).map(({ stage, holder, round }) => [stage, holder.role, round]);

const leader = ['leaderApproval', 'county.cloud.leader', 2];
const first = ['firstReview', 'county.cloud.reviewer', 2];

describe('an application that the leader returned to the unit', () => {
  const returned = (context = toReturner) => {
    const story = toldUntil('assessed', context);
    story.decides(people.leader, { verb: 'return' });
    return story;
  };

  it('comes straight back to the leader in a new round, under a limit that begins anew, and goes on from there', () => {
    const story = returned();
    resubmit(story, true);
    expect(desk(story)).toEqual([leader]);
    expect(openTasks(story.state())[0]?.targetOn).toBeDefined();
    story.decides(people.leader, {});
    expect(story.state().flow).toEqual({ at: 'moving', to: 'cityRecheck' });
  });

  it('[yc-cloud-16-1] is assessed anew from the first review once something is altered that was assessed', () => {
    const story = returned();
    resubmit(story, false);
    expect(desk(story)).toEqual([first]);
  });

  it('begins anew from the first review where nothing else is set', () => {
    for (const context of [under('fromStart'), decisionContext]) {
      const story = returned(context);
      resubmit(story, true);
      expect(desk(story)).toEqual([first]);
    }
  });

  it('is still the leader’s where the unit’s own confirmation sent it back once more', () => {
    const story = returned();
    story.machineOpens('correction');
    story.send();
    story.machineOpens('unitConfirmation');
    story.decides(people.cdo, { verb: 'return' });
    resubmit(story, true);
    expect(desk(story)).toEqual([leader]);
  });

  it('tells its unit where it goes, until the unit has let go of it', () => {
    const story = returned();
    const way = () => wayBack(story.state(), toReturner.route, toReturner);
    story.machineOpens('correction');
    expect([way()?.to.id, way()?.otherwise?.id]).toEqual(['leaderApproval', 'firstReview']);
    resubmit(story, true);
    expect(way()).toBeUndefined();
  });

  it('may go back to the first review by the leader’s word, and then straight to the leader', () => {
    const story = returned();
    resubmit(story, true);
    story.decides(people.leader, { verb: 'return', returnTo: 'firstReview' });
    expect(desk(story)).toEqual([first]);
    story.decides(people.reviewer, {});
    expect(desk(story)).toEqual([leader]);
  });
});

it('what the city sent back to the county begins there from the start', () => {
  const story = toldUntil('rechecking', toReturner);
  story.decides(people.operator, { verb: 'return' });
  story.machineOpens('localReview');
  expect(openTasks(story.state()).map(({ stage }) => stage)).toEqual(['firstReview']);
});

it('a first submission that the unit itself sent back begins from the start, and says nothing of a way back', () => {
  const story = toldUntil('confirming', toReturner);
  story.decides(people.cdo, { verb: 'return' });
  story.machineOpens('correction');
  expect(wayBack(story.state(), toReturner.route, toReturner)).toBeUndefined();
});

/** A review of so many stages, each with a post of its own. */
const routeOf = (assessing: readonly boolean[]): Route => ({
  ...decisionContext.route,
  steps: decisionContext.route.steps.map((step) =>
    step.id === 'localReview'
      ? {
          ...step,
          stages: assessing.map(
            (assesses, index): RouteStage => ({
              id: `stage${index}`,
              title: `步骤${index}`,
              holder: { role: `post${index}`, of: 'county' },
              verbs: ['approve', 'return', 'reject'],
              assesses,
              byLink: false,
            }),
          ),
        }
      : step,
  ),
});
const inPost = (index: number) => ({ ...people.reviewer, roles: [`post${index}`] });
const stageNow = ({ flow }: CaseState) => (flow.at === 'step' ? flow.stageIndex : -1);

/** Approves stage by stage until the given one has the matter. */
const approveUpTo = (story: CaseStory, end: number) => {
  for (let at = stageNow(story.state()); at < end; at += 1)
    expect(story.decides(inPost(at), {}).ok).toBe(true);
};

/** Returned by a stage at or behind where it stands, and sent again. */
const returnFrom = (story: CaseStory, where: number, keeps: boolean): number => {
  const returner = Math.max(stageNow(story.state()), where);
  approveUpTo(story, returner);
  expect(story.decides(inPost(returner), { verb: 'return' }).ok).toBe(true);
  resubmit(story, keeps);
  return returner;
};

const submittedOn = (route: Route): CaseStory => {
  const story = tellCase({ ...toReturner, route });
  story.create();
  story.send();
  story.machineOpens('unitConfirmation');
  story.decides(people.cdo, {});
  story.machineOpens('localReview');
  return story;
};

/** Stages whose approval speaks of what is asked for now. */
const heldFor = (state: CaseState): ReadonlySet<string> =>
  new Set(
    state.tasks
      .filter(({ round, decision }) => decision?.outcome === 'approve' && round >= assessedSince(state))
      .map(({ stage }) => stage),
  );

const stages = fc.array(fc.boolean(), { minLength: 1, maxLength: 4 });
const rounds = fc.array(fc.tuple(fc.nat(3), fc.boolean()), { minLength: 1, maxLength: 5 });

describe('whatever the route, whoever returns it and whatever the unit alters', () => {
  it('[yc-cloud-16-1] it opens at the first stage or at the returner, and passes no stage that assessed something else', () => {
    const straight: boolean[] = [];
    const tell = (assessing: readonly boolean[], made: readonly (readonly [number, boolean])[]) => {
      const story = submittedOn(routeOf(assessing));
      for (const [where, keeps] of made) {
        const returner = returnFrom(story, Math.min(where, assessing.length - 1), keeps);
        const anew = assessing.slice(0, returner).includes(true) && !keeps;
        expect(stageNow(story.state())).toBe(anew ? 0 : returner);
        straight.push(...(returner > 0 ? [!anew] : []));
      }
      return story;
    };
    fc.assert(
      fc.property(stages, rounds, (assessing, made) => {
        const story = tell(assessing, made);
        approveUpTo(story, assessing.length);
        expect(story.state().flow).toEqual({ at: 'moving', to: 'cityRecheck' });
        const assessed = assessing.flatMap((assesses, index) => (assesses ? [`stage${index}`] : []));
        expect([...heldFor(story.state())]).toEqual(expect.arrayContaining(assessed));
      }),
      { numRuns: 120 },
    );
    expect(straight.filter(Boolean).length).toBeGreaterThan(10);
    expect(straight.filter((one) => !one).length).toBeGreaterThan(10);
  });
});

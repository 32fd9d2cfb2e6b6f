import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '#functions/cases/domain/case-events.ts';
import { type CaseState, openTasks } from '#functions/cases/domain/case-state.ts';
import { findChainBreak } from '#shared/kernel/journal-chain.ts';
import {
  type CaseStory,
  completeForm,
  decisionContext,
  people,
  standingInFor,
  toldUntil,
} from '#test/support/case-story.ts';

type Move = (story: CaseStory) => unknown;

const steps = ['unitConfirmation', 'localReview', 'cityRecheck', 'correction'] as const;
const verbs = ['approve', 'return', 'reject'] as const;

const reviewers = [people.reviewer, people.colleague, people.leader, people.deputy] as const;
type Reviewer = (typeof reviewers)[number];

/** Who of them holds a task by name; another where nobody does. */
const namedHolder = (story: CaseStory, otherwise: Reviewer): Reviewer => {
  const named = openTasks(story.state()).map(({ holder }) => holder.membership);
  return reviewers.find(({ membershipId }) => named.includes(membershipId)) ?? otherwise;
};

const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(...steps).map(
      (step): Move =>
        (story) =>
          story.machineOpens(step),
    ),
  },
  {
    weight: 8,
    arbitrary: fc.tuple(fc.constantFrom(...Object.values(people)), fc.constantFrom(...verbs)).map(
      ([actor, verb]): Move =>
        (story) =>
          story.decides(actor, { verb, form: { ...completeForm, keepsAssessed: true } }),
    ),
  },
  {
    weight: 8,
    arbitrary: fc.tuple(fc.constantFrom(...reviewers), fc.constantFrom(...reviewers)).map(
      ([actor, to]): Move =>
        (story) =>
          story.transfers(actor, to),
    ),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...reviewers),
        fc.subarray([...reviewers], { minLength: 1 }),
        fc.constantFrom('before' as const, 'after' as const),
        fc.constantFrom('all' as const, 'any' as const),
      )
      .map(
        ([actor, signers, position, mode]): Move =>
          (story) =>
            story.asks(actor, signers, position, mode),
      ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...reviewers).map(
      (actor): Move =>
        (story) =>
          story.decides(actor, { verb: 'return', returnTo: 'firstReview' }),
    ),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(...reviewers), fc.option(fc.constantFrom(...reviewers), { freq: 1 }))
      .map(
        ([leaver, successor]): Move =>
          (story) =>
            story.leaves(namedHolder(story, leaver), successor ?? undefined),
      ),
  },
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom(...reviewers), fc.constantFrom(...reviewers), fc.constantFrom(...verbs))
      .map(
        ([deputy, absent, verb]): Move =>
          (story) =>
            story.decides(standingInFor(deputy, namedHolder(story, absent)), { verb }),
      ),
  },
  { weight: 1, arbitrary: fc.constant<Move>((story) => story.urges(people.clerk)) },
  { weight: 3, arbitrary: fc.constant<Move>((story) => story.send()) },
  { weight: 1, arbitrary: fc.constant<Move>((story) => story.withdraws()) },
  { weight: 2, arbitrary: fc.constant<Move>((story) => story.machineCompletes()) },
);

/** What the machine would do next, so that random stories also reach their ends. */
const follow: Move = (story) => {
  const { flow } = story.state();
  if (flow.at !== 'moving') return;
  if (flow.to === 'complete') story.machineCompletes();
  else story.machineOpens(flow.to);
};

const ended = new Set(['completed', 'rejected', 'withdrawn']);

const checkRoute = (state: CaseState): void => {
  const { steps: routeSteps } = decisionContext.route;
  state.steps.slice(1).forEach((after, i) => {
    const before = state.steps[i];
    const next = routeSteps.find(({ id }) => id === before?.step)?.next;
    expect(next?.[before?.outcome ?? 'Approved'], 'steps follow the route').toBe(after.step);
  });
};

const checkInvariants = (state: CaseState): void => {
  const open = openTasks(state);
  expect(open.length > 0, 'tasks are open while a step is open, none otherwise').toBe(
    state.flow.at === 'step',
  );
  if (state.flow.at === 'step') {
    const { step, visit, stageIndex, desk } = state.flow;
    for (const task of open) expect(task).toMatchObject({ step, visit, stageIndex });
    expect(open.map(({ taskId }) => taskId)).toContain(desk);
    expect(state.steps.filter(({ outcome }) => outcome === undefined)).toHaveLength(1);
  } else expect(state.steps.every(({ outcome }) => outcome !== undefined)).toBe(true);
  expect(new Set(state.tasks.map(({ taskId }) => taskId)).size, 'no task twice').toBe(state.tasks.length);
  expect(state.round > 0).toBe(state.confirmation !== undefined);
  checkRoute(state);
};

/** Stories begin with a draft, or where the county's verbs are at home. */
const beginnings = ['draft', 'reviewing', 'reviewing', 'assessed'] as const;

/** Half of the stories come straight back after a correction. */
const contexts = (['fromStart', 'toReturner'] as const).map((value) => ({
  ...decisionContext,
  rules: {
    ...decisionContext.rules,
    resubmission: { value, clause: 'yc-cloud-15-6', source: 'localDefault' as const },
  },
}));

const tellAtRandom = (
  beginning: (typeof beginnings)[number],
  context: (typeof contexts)[number],
  moves: readonly (readonly [Move, boolean])[],
): CaseStory => {
  const story = toldUntil(beginning, context);
  for (const [make, machineRuns] of moves) {
    const before = story.state();
    make(story);
    if (machineRuns) follow(story);
    checkInvariants(story.state());
    if (ended.has(before.flow.at)) expect(story.state()).toEqual(before);
  }
  return story;
};

/** The chain holds, and any entry that is altered afterwards is named. */
const checkChain = (story: CaseStory): void => {
  const entries = story.journal();
  const last = entries.at(-1);
  if (!last) throw new Error('a story without an entry');
  const head = { seq: last.content.seq, hash: last.hash };
  expect(findChainBreak(entries, head)).toBeUndefined();
  const altered = entries.map((entry, i) =>
    i === 0 ? { ...entry, content: { ...entry.content, at: '2020-01-01T00:00:00.000Z' } } : entry,
  );
  expect(findChainBreak(altered, head)).toBeDefined();
};

/** Chains cost more than stories: every so many stories' journals are walked. */
const chainEvery = 20;

const countOf = (story: CaseStory, wanted: (event: CaseEvent) => boolean): number =>
  story.told().filter(wanted).length;

const wentBack = (event: CaseEvent): boolean =>
  event.type === 'TaskTransferred' && event.cause === 'postEnded';
const wasForAnother = (event: CaseEvent): boolean =>
  event.type === 'TaskClosed' && event.decision.by.onBehalfOf !== undefined;

describe('whatever people and machine do, in whatever order', () => {
  it('no state is impossible, no task is lost, an ended case stays ended, and the chain holds', () => {
    const count = { stories: 0, ended: 0, handedBack: 0, stoodIn: 0 };
    const moves = fc.array(fc.tuple(move, fc.boolean()), { minLength: 10, maxLength: 60 });
    fc.assert(
      fc.property(
        fc.constantFrom(...beginnings),
        fc.constantFrom(...contexts),
        moves,
        (beginning, context, made) => {
          const story = tellAtRandom(beginning, context, made);
          count.ended += Number(ended.has(story.state().flow.at));
          count.handedBack += countOf(story, wentBack);
          count.stoodIn += countOf(story, wasForAnother);
          if (count.stories % chainEvery === 0) checkChain(story);
          count.stories += 1;
        },
      ),
      { numRuns: 2000 },
    );
    expect(count.ended, 'the generator reaches ends at all').toBeGreaterThan(20);
    expect(count.handedBack, 'posts end while somebody holds a task by name').toBeGreaterThan(20);
    expect(count.stoodIn, 'deputies decide for others').toBeGreaterThan(20);
  });
});

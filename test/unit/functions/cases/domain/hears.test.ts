import { describe, expect, it } from 'vitest';
import { decisionContext, people, refusalOf, standingInFor, tellCase } from '#test/support/case-story.ts';

const { clerk, cdo, reviewer, colleague } = people;

/** A review that hears so many others before it is concluded. */
const reviewing = (value: number) => {
  const hears = { value, clause: 'yc-cloud-21-4', source: 'localDefault', tighten: 'min' } as const;
  const { route } = decisionContext;
  const steps = route.steps.map((step) => ({
    ...step,
    stages: step.stages.map((stage) => (stage.id === 'firstReview' ? { ...stage, hears } : stage)),
  }));
  const story = tellCase({ ...decisionContext, route: { ...route, steps } });
  story.create(clerk);
  story.send(clerk);
  story.machineOpens('unitConfirmation');
  story.decides(cdo, {});
  story.machineOpens('localReview');
  return story;
};
const codeOf = (story: ReturnType<typeof reviewing>) =>
  refusalOf(story.decides(reviewer, {})).errors?.[0]?.code;

describe('a conclusion that others must be heard before', () => {
  it('comes after the word of another', () => {
    const story = reviewing(1);
    expect(codeOf(story)).toBe('not-heard');
    story.asks(reviewer, [colleague]);
    story.decides(colleague, {});
    expect(story.decides(reviewer, {}).ok).toBe(true);
  });

  it('is not helped by a word that whoever concludes gave for an absent colleague', () => {
    const story = reviewing(1);
    story.asks(reviewer, [colleague]);
    expect(story.decides(standingInFor(reviewer, colleague), {}).ok).toBe(true);
    expect(codeOf(story)).toBe('not-heard');
  });

  it('counts people: two words of one are one', () => {
    const story = reviewing(2);
    for (const _ of [1, 2]) {
      story.asks(reviewer, [colleague]);
      expect(story.decides(colleague, {}).ok).toBe(true);
    }
    expect(codeOf(story)).toBe('not-heard');
  });
});

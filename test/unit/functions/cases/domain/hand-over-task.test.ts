import { describe, expect, it } from 'vitest';
import { openTasks } from '#functions/cases/domain/case-state.ts';
import { handOverTask, isHandedOver, namedTasks } from '#functions/cases/domain/hand-over-task.ts';
import { people, refusalOf, standingInFor, toldUntil } from '#test/support/case-story.ts';

const order = {
  tenant: people.colleague.tenant,
  from: people.colleague.membershipId,
  roles: people.colleague.roles,
  to: 'person',
  reason: '调离',
  cause: 'left',
} as const;

/** A case whose review the colleague holds by name. */
const setup = () => {
  const story = toldUntil('reviewing');
  story.transfers(people.reviewer, people.colleague);
  const [task] = namedTasks(story.state(), order);
  if (!task) throw new Error('nobody holds a task by name');
  return { story, task };
};

describe('what a leaver holds by name', () => {
  it('is never handed to somebody who made the application, nor to another post', () => {
    const { story, task } = setup();
    const { clerk } = people;
    const maker = { membershipId: clerk.membershipId, personId: clerk.personId, name: clerk.name };
    expect(refusalOf(handOverTask(task, maker, order, story.state())).code).toBe('own-matter');
    expect(refusalOf(handOverTask(task, undefined, order, story.state())).code).toBe('not-allowed');
  });

  it('is left alone where it is held in a post that is not handed over', () => {
    const { story, task } = setup();
    expect(namedTasks(story.state(), order)).toEqual([task]);
    expect(namedTasks(story.state(), { ...order, roles: ['county.cloud.leader'] })).toEqual([]);
  });

  it('is known to be where it should be, with the successor or with the post alone', () => {
    const { story, task } = setup();
    const { tenant } = people.reviewer;
    const successor = people.reviewer.membershipId;
    expect(isHandedOver(task, { tenant, to: successor })).toBe(false);
    story.transfers(people.colleague, people.reviewer);
    const [moved] = openTasks(story.state());
    if (!moved) throw new Error('no open task');
    expect(isHandedOver(moved, { tenant, to: successor })).toBe(true);
    expect(isHandedOver(moved, { tenant, to: undefined })).toBe(false);
    story.leaves(people.reviewer);
    const [left] = openTasks(story.state());
    if (!left) throw new Error('no open task');
    expect(isHandedOver(left, { tenant, to: undefined })).toBe(true);
    expect(isHandedOver(left, { tenant, to: successor })).toBe(false);
  });

  it('goes back to the post when the membership ends: anybody of the post decides it, the leaver no more', () => {
    const { story, task } = setup();
    expect(refusalOf(story.decides(people.reviewer, { taskId: task.taskId })).code).toBe('not-allowed');
    story.leaves(people.colleague);
    expect(openTasks(story.state()).map(({ holder }) => holder.membership)).toEqual([undefined]);
    expect(story.decides(people.reviewer, { taskId: task.taskId }).ok).toBe(true);
  });
});

describe('a deputy', () => {
  it('decides for the absent one, and the decision says for whom', () => {
    const { story, task } = setup();
    const deputy = standingInFor(people.reviewer, people.colleague);
    expect(story.decides(deputy, { taskId: task.taskId }).ok).toBe(true);
    const decided = story.state().tasks.find(({ taskId }) => taskId === task.taskId)?.decision;
    expect(decided?.by).toMatchObject({
      personId: 'reviewer',
      onBehalfOf: { membershipId: 'colleague', name: people.colleague.name },
    });
  });

  it('who made the application decides nothing in it', () => {
    const { story, task } = setup();
    const maker = { ...people.reviewer, personId: people.clerk.personId };
    const refusal = refusalOf(story.decides(standingInFor(maker, people.colleague), { taskId: task.taskId }));
    expect(refusal.code).toBe('own-matter');
  });

  it('without the post decides nothing, whatever was entrusted', () => {
    const { story, task } = setup();
    const refusal = refusalOf(
      story.decides(standingInFor(people.otherCdo, people.colleague), { taskId: task.taskId }),
    );
    expect(refusal.code).toBe('not-allowed');
  });
});

import { describe, expect, it } from 'vitest';
import { taskMatters } from '#functions/cases/app/task-matters.ts';
import { openStage } from '#functions/cases/domain/open-stage.ts';
import { findStep } from '#functions/cases/domain/walk-route.ts';
import type { RouteStage, RouteStep } from '#shared/regulation/profile.ts';
import { decisionContext, toldUntil } from '#test/support/case-story.ts';

const { route } = decisionContext;
const state = toldUntil('rechecking').state();

/** A re-check whose operator is followed by the centre's leader, as a city may have it. */
const cityLeader: RouteStage = {
  id: 'leaderApproval',
  title: '签批',
  holder: { role: 'city.cloud.leader', of: 'city' },
  verbs: ['approve', 'return'],
  assesses: false,
  byLink: true,
};
const recheck = findStep(route, 'cityRecheck');
const withLeader: RouteStep = { ...recheck, stages: [...recheck.stages, cityLeader] };

const taskOf = (step: RouteStep, stageIndex: number) => {
  const [opened] = openStage(state, { step, visit: { visit: 3 }, stageIndex }, decisionContext);
  if (!opened) throw new Error('no task opened');
  return opened.task;
};

const mattersOf = (step: RouteStep, index: number, escalated = false) => {
  const stage = step.stages[index] ?? cityLeader;
  const task = taskOf(step, index);
  return taskMatters(state, task, stage, {
    event: 'taskReminded',
    day: 2,
    escalated,
  });
};

describe('who is told of a task', () => {
  it('the city’s leader by link, where a route has that stage', () => {
    const task = taskOf(withLeader, 1);
    expect(taskMatters(state, task, cityLeader, { event: 'taskOpened' })).toEqual([
      {
        event: 'task.leaderApproval',
        holders: [{ tenant: 'yancheng/_city', role: 'city.cloud.leader' }],
        linkedTask: '3-1',
      },
    ]);
  });

  it('the holder of a stage that assesses line by line without a link, and its head beside it when it is late', () => {
    expect(mattersOf(recheck, 0, true)).toEqual([
      { event: 'reminder.late', holders: [{ tenant: 'yancheng/_city', role: 'city.cloud.operator' }] },
      { event: 'reminder.escalated', holders: [{ tenant: 'yancheng/_city', role: 'city.cloud.leader' }] },
    ]);
    expect(mattersOf(recheck, 0)).toHaveLength(1);
  });

  it('no head where the leader is the holder', () => {
    expect(mattersOf(withLeader, 1, true)).toHaveLength(1);
  });

  it('stages that assess are never decided by link', () => {
    const stages = route.steps.flatMap((step) => step.stages);
    expect(stages.filter(({ byLink }) => byLink).map(({ id }) => id)).toEqual([
      'cdoConfirmation',
      'leaderApproval',
    ]);
    expect(stages.filter(({ assesses, byLink }) => assesses && byLink)).toEqual([]);
  });
});

import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { awaitStatus, awaitTask, type Cast, confirm, decide } from '#examples/play-application.ts';
import type { RouteStepView } from '#shared/contracts/case-route.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { submitted } from '#test/support/file-application.ts';
import { shiftClock } from '#test/support/shift-clock.ts';

const system = sharedSystem();
let cast: Cast;
beforeAll(async () => {
  cast = await countyCast(system, 'jianhu');
});
afterEach(() => shiftClock(system, 0));

const statesOf = (route: readonly RouteStepView[]) => route.map(({ step, state }) => `${step} ${state}`);
const stepOf = (route: readonly RouteStepView[], id: string) => route.find(({ step }) => step === id);

/** An application that the county has returned, with the correction open. */
const returned = async (): Promise<string> => {
  const caseId = await submitted(cast);
  await decide(cast.reviewer, caseId, 'return', '请补充测算依据。');
  await awaitStatus(cast.clerk, caseId, 'correcting');
  return caseId;
};

describe('the route line', () => {
  it('stands in the order in which an application passes, and names who holds it', async () => {
    const caseId = await submitted(cast);
    const { route } = await cast.clerk.view(caseId);
    expect(statesOf(route)).toEqual(['unitConfirmation done', 'localReview now', 'cityRecheck next']);
    expect(stepOf(route, 'unitConfirmation')?.visits[0]?.desks).toMatchObject([
      { stageTitle: '首席数据官确认', outcomeLabel: '确认提交', workingDays: 0 },
    ]);
    expect(stepOf(route, 'localReview')?.visits[0]?.desks).toMatchObject([
      { stageTitle: '初审', holder: '县级政务云初审', light: { state: 'normal', word: '正常' } },
    ]);
    expect(stepOf(route, 'cityRecheck')?.holderLabels).toEqual(['市级政务云运行管理']);
  });

  it('puts 补正 before the confirmation that follows it, and pauses the desk that returned it', async () => {
    const caseId = await returned();
    const { route } = await cast.reviewer.view(caseId);
    expect(statesOf(route)).toEqual([
      'correction now',
      'unitConfirmation next',
      'localReview next',
      'cityRecheck next',
    ]);
    expect(stepOf(route, 'localReview')).toMatchObject({
      light: { state: 'paused', word: '已暂停' },
      visits: [{ outcomeLabel: '退回' }],
    });
  });
});

describe('the light of a task', () => {
  it('follows the business clock in working days, not the clock of whoever looks', async () => {
    const caseId = await submitted(cast);
    const { targetOn } = await awaitTask(cast.reviewer, caseId);
    await shiftClock(system, 60);
    const late = (await cast.reviewer.view(caseId)).tasks.find(({ state }) => state === 'open');
    expect(late).toMatchObject({ targetOn, light: { state: 'overdue', word: '已超期' } });
    expect(late?.light?.daysLeft).toBeLessThan(-20);
    expect(late?.light?.daysLeft).toBeGreaterThan(-60);
    expect(late?.workingDays).toBe(5 - (late?.light?.daysLeft ?? 0));
  });
});

describe('differences between rounds', () => {
  it('name each field and each row of a table, before and after, for every reader', async () => {
    const caseId = await returned();
    const view = await cast.clerk.view(caseId);
    expect(view.changes).toEqual([]);
    const [plan, resources] = ['plan', 'resources'].map((id) =>
      view.sections.find(({ section }) => section === id),
    );
    const lines = resources?.content['lines'] as Readonly<Record<string, unknown>>[];
    const [first, second, ...rest] = lines;
    await cast.clerk.saveSection(caseId, 'resources', resources?.version ?? 0, {
      ...resources?.content,
      lines: [{ ...first, quantity: 3 }, ...rest, { ...second, lineNo: 99 }],
    });
    await cast.clerk.saveSection(caseId, 'plan', plan?.version ?? 0, {
      ...plan?.content,
      purpose: '改后的目的',
    });
    await cast.clerk.requestConfirmation(caseId, view.version);
    await confirm(cast.cdo, caseId);
    await awaitStatus(cast.reviewer, caseId, 'reviewing');

    const { changes, round } = await cast.reviewer.view(caseId);
    expect(round).toBe(2);
    expect(changes?.map(({ sectionId, label }) => [sectionId, label])).toEqual([
      ['plan', expect.any(String)],
      ['resources', expect.any(String)],
    ]);
    expect(changes?.[0]).toMatchObject({ after: '改后的目的' });
    expect(changes?.[1]?.rows).toEqual([
      {
        kind: 'changed',
        name: '第 1 行',
        before: expect.stringContaining('4'),
        after: expect.stringContaining('3'),
      },
      { kind: 'added', name: '第 99 行', before: '', after: expect.stringContaining('通用型云主机') },
      { kind: 'removed', name: '第 2 行', before: expect.stringContaining('通用型云主机'), after: '' },
    ]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { awaitTask, type Cast, decide } from '#examples/play-application.ts';
import type {
  CalendarList,
  NoticeBody,
  NoticePreview,
  RecomputationView,
} from '#shared/contracts/holiday-notices.ts';
import { type Asker, ask, askerOf } from '#test/support/ask.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { expectProblem } from '#test/support/expect-problem.ts';
import { submitted } from '#test/support/file-application.ts';
import { closure, notice2027 } from '#test/support/holiday-notices.ts';
import { newDataDir, type RunningSystem, startSystem } from '#test/support/runtime.ts';

let running: RunningSystem;
let dafeng: Cast;
let tinghu: Cast;
let city: Asker;
let county: Asker;

/** A Monday in the last week of a year whose successor has no arrangement yet. */
const monday = '2026-12-28T10:00:00+08:00';

beforeAll(async () => {
  running = await startSystem(newDataDir());
  await running.control('clock', { now: monday });
  dafeng = await countyCast(running.system, 'dafeng');
  tinghu = await countyCast(running.system, 'tinghu');
  city = await askerOf(running.system, 'yancheng-tenantadmin');
  county = await askerOf(running.system, 'dafeng-tenantadmin');
});
afterAll(() => running.stop());

const get = async <Body>(path: string, asker = city): Promise<Body> => {
  const heard = await ask(running.system, asker, 'GET', path);
  expect(heard.status, heard.text).toBe(200);
  return heard.body as Body;
};
const newest = async () => (await get<CalendarList>('/v1/calendars')).version;
const post = (path: string, notice: NoticeBody, asker: Asker, ifMatch?: number) =>
  ask(running.system, asker, 'POST', path, {
    body: notice,
    ...(ifMatch === undefined ? {} : { ifMatch }),
  });
const publish = async (notice: NoticeBody, asker = city): Promise<number> => {
  const heard = await post('/v1/calendars', notice, asker, await newest());
  expect(heard.status, heard.text).toBe(201);
  return (heard.body as { version: number }).version;
};
const lookedThrough = async (version: number): Promise<RecomputationView> => {
  for (const until = Date.now() + 30_000; ; ) {
    const job = await get<RecomputationView>(`/v1/calendars/${version}/recomputation`);
    if (job.state !== 'running') return job;
    if (Date.now() > until) throw new Error('the recomputation did not end');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};
const taskOf = async (cast: Cast, caseId: string, stage: string) => {
  const view = await cast.clerk.view(caseId);
  const task = view.tasks.findLast((candidate) => candidate.stage === stage);
  if (!task) throw new Error(`no task of ${stage}`);
  return task;
};

describe('a holiday notice', () => {
  it('moves what is open, says why and to whom, and leaves what is closed', async () => {
    const caseId = await submitted(dafeng);
    const open = await awaitTask(dafeng.reviewer, caseId);
    const confirmed = await taskOf(dafeng, caseId, 'cdoConfirmation');
    expect(open).toMatchObject({ targetOn: '2027-01-04', targetProvisional: true });
    const { version: seen } = await dafeng.clerk.view(caseId);

    const foreseen = await post('/v1/calendars/previews', notice2027, city);
    expect(foreseen.status, foreseen.text).toBe(200);
    expect(foreseen.body as NoticePreview).toMatchObject({
      lookedAt: 1,
      moved: 1,
      complete: true,
      items: [{ caseId, tenantName: '大丰区', stageTitle: '初审', from: '2027-01-04', to: '2027-01-05' }],
    });
    expect(await taskOf(dafeng, caseId, 'firstReview')).toMatchObject({ targetOn: '2027-01-04' });

    const version = await publish(notice2027);
    expect(await lookedThrough(version)).toMatchObject({ lookedAt: 1, moved: 1, failedCount: 0 });
    const moved = await taskOf(dafeng, caseId, 'firstReview');
    expect(moved).toMatchObject({
      targetOn: '2027-01-05',
      targetProvisional: false,
      targetMove: {
        from: '2027-01-04',
        to: '2027-01-05',
        why: ['《关于2027年部分节假日安排的通知》（国办发明电〔2026〕7号）'],
        told: '大丰区县级政务云初审',
      },
      deadline: { from: '2026-12-28', amount: 5, calendarVersion: expect.stringMatching(/\+1$/) },
    });
    expect(moved.deadline?.skipped).toContainEqual({ date: '2027-01-01', reason: '元旦' });
    expect(await taskOf(dafeng, caseId, 'cdoConfirmation')).toEqual(confirmed);
    expect((await dafeng.clerk.view(caseId)).version).toBe(seen + 1);
    expect(await awaitTask(dafeng.reviewer, caseId)).toMatchObject({ targetOn: '2027-01-05' });
  });
});

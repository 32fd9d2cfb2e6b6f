import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { awaitStatus, awaitTask, type Cast, decide } from '#examples/play-application.ts';
import type {
  CalendarList,
  NoticeBody,
  NoticePreview,
  RecomputationView,
} from '#shared/contracts/holiday-notices.ts';
import { keys } from '#shared/table/keys.ts';
import { type Asker, ask, askerOf } from '#test/support/ask.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { expectProblem } from '#test/support/expect-problem.ts';
import { submitted } from '#test/support/file-application.ts';
import { closure, notice2027 } from '#test/support/holiday-notices.ts';
import { inspectTable } from '#test/support/inspect-table.ts';
import { newDataDir, type RunningSystem, startSystem } from '#test/support/runtime.ts';

let running: RunningSystem;
let dafeng: Cast;
let tinghu: Cast;
let city: Asker;
let county: Asker;

/** A Monday in the last week of a year whose successor has no arrangement yet. */
const monday = '2026-12-28T10:00:00+08:00';
const start = async (folder: string): Promise<void> => {
  running = await startSystem(folder);
  await running.control('clock', { now: monday });
  dafeng = await countyCast(running.system, 'dafeng');
  tinghu = await countyCast(running.system, 'tinghu');
  city = await askerOf(running.system, 'yancheng-tenantadmin');
  county = await askerOf(running.system, 'dafeng-tenantadmin');
};

beforeAll(() => start(newDataDir()));
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
  for (const until = Date.now() + 60_000; ; ) {
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
/** What a case's journal says of moved dates; its chain must hold. */
const movesIn = async (caseId: string, user: string): Promise<readonly string[]> => {
  const clerk = await askerOf(running.system, user);
  const verified = await get<{ intact: boolean }>(`/v1/cases/${caseId}/journal/verification`, clerk);
  expect(verified.intact).toBe(true);
  const { items } = await get<{ items: { text: string }[] }>(`/v1/cases/${caseId}/journal`, clerk);
  return items.map(({ text }) => text).filter((text) => text.includes('参考时间'));
};

let reviewed: string;

describe('a holiday notice', () => {
  it('moves what is open, says why and to whom, and leaves what is closed', async () => {
    reviewed = await submitted(dafeng);
    expect(await awaitTask(dafeng.reviewer, reviewed)).toMatchObject({
      targetOn: '2027-01-04',
      targetProvisional: true,
    });
    const confirmed = await taskOf(dafeng, reviewed, 'cdoConfirmation');
    const { version: seen } = await dafeng.clerk.view(reviewed);

    const foreseen = await post('/v1/calendars/previews', notice2027, city);
    expect(foreseen.status, foreseen.text).toBe(200);
    expect(foreseen.body as NoticePreview).toMatchObject({
      lookedAt: 1,
      moved: 1,
      complete: true,
      items: [
        { caseId: reviewed, tenantName: '大丰区', stageTitle: '初审', from: '2027-01-04', to: '2027-01-05' },
      ],
    });
    expect(await taskOf(dafeng, reviewed, 'firstReview')).toMatchObject({ targetOn: '2027-01-04' });

    const version = await publish(notice2027);
    expect(await lookedThrough(version)).toMatchObject({ lookedAt: 1, moved: 1, failedCount: 0 });
    const moved = await taskOf(dafeng, reviewed, 'firstReview');
    expect(moved).toMatchObject({
      targetOn: '2027-01-05',
      targetProvisional: false,
      targetMove: {
        from: '2027-01-04',
        to: '2027-01-05',
        why: ['《关于2027年部分节假日安排的通知》（国办发明电〔2026〕7号）'],
        told: '县级政务云初审',
      },
      deadline: { from: '2026-12-28', amount: 5, calendarVersion: expect.stringMatching(/\+1$/) },
    });
    expect(moved.deadline?.skipped).toContainEqual({ date: '2027-01-01', reason: '元旦' });
    expect(await taskOf(dafeng, reviewed, 'cdoConfirmation')).toEqual(confirmed);
    expect((await dafeng.clerk.view(reviewed)).version).toBe(seen + 1);
    expect(await awaitTask(dafeng.reviewer, reviewed)).toMatchObject({ targetOn: '2027-01-05' });
    expect(await movesIn(reviewed, 'dafeng-clerk')).toEqual([
      expect.stringContaining('办理参考时间由 2027-01-04 调整为 2027-01-05（依据《关于2027年'),
    ]);
  });

  it('that is sent again answers the version that it made, and one on an old version is refused', async () => {
    const again = await post('/v1/calendars', notice2027, city, 0);
    expect([again.status, again.body]).toEqual([201, { version: 1 }]);
    expectProblem(await post('/v1/calendars', notice2027, city, 1), 409, 'notice-known');
    const other = { ...notice2027, number: '国办发明电〔2026〕8号' };
    expectProblem(await post('/v1/calendars', other, city, 0), 409, 'calendar-moved');
    expect(await newest()).toBe(1);
  });

  it('is published by nobody but the administrator whose it is', async () => {
    const reviewer = await askerOf(running.system, 'dafeng-reviewer');
    const security = await askerOf(running.system, 'yancheng-securityadmin');
    for (const asker of [reviewer, security, county]) {
      expectProblem(await post('/v1/calendars', notice2027, asker, 1), 403, 'not-allowed');
      expectProblem(await post('/v1/calendars/previews', notice2027, asker), 403, 'not-allowed');
    }
    expectProblem(
      await ask(running.system, reviewer, 'GET', '/v1/calendars/1/recomputation'),
      403,
      'not-allowed',
    );
    expectProblem(
      await ask(running.system, county, 'GET', '/v1/calendars/1/recomputation'),
      404,
      'not-found',
    );
    expectProblem(await ask(running.system, city, 'GET', '/v1/calendars/9/recomputation'), 404, 'not-found');
    const worked = {
      ...closure('2027-01-09'),
      ranges: [{ from: '2027-01-09', to: '2027-01-09', kind: 'workday' as const, reason: '加班' }],
    };
    expectProblem(await post('/v1/calendars', worked, county, 1), 422, 'notice-invalid');
  });
});

describe('a county’s closure', () => {
  it('moves its own tasks, not another county’s and not the city’s', async () => {
    const rechecked = await submitted(dafeng);
    await decide(dafeng.reviewer, rechecked, 'approve', '同意。');
    await decide(dafeng.leader, rechecked, 'approve', '同意。');
    await awaitStatus(dafeng.clerk, rechecked, 'rechecking');
    const elsewhere = await submitted(tinghu);
    const version = await publish(closure('2026-12-30'), county);
    const job = await lookedThrough(version);
    expect(job).toMatchObject({ lookedAt: 2, moved: 1, failedCount: 0 });
    expect(await get(`/v1/calendars/${version}/recomputation`, county)).toEqual(job);
    expect(await taskOf(dafeng, reviewed, 'firstReview')).toMatchObject({
      targetOn: '2027-01-06',
      targetMove: { why: ['《关于防汛停办的通知》（大数停〔2026-12-30〕1号）'] },
    });
    expect((await taskOf(dafeng, rechecked, 'recheck')).targetOn).toBe('2027-01-05');
    expect((await taskOf(tinghu, elsewhere, 'firstReview')).targetOn).toBe('2027-01-05');
    const opened = await submitted(dafeng);
    expect(await taskOf(dafeng, opened, 'firstReview')).toMatchObject({ targetOn: '2027-01-06' });
  });
});

describe('a decision in the same moment', () => {
  it('is never lost, and the date of what stays open is right', async () => {
    const version = await newest();
    const { version: seen } = await dafeng.reviewer.view(reviewed);
    const task = await awaitTask(dafeng.reviewer, reviewed);
    const sent = dafeng.reviewer
      .decide(reviewed, task.taskId, seen, { verb: 'return', opinion: '请补充。' })
      .then(
        () => 'decided',
        () => 'refused',
      );
    const published = publish(closure('2026-12-31'), county);
    const outcome = await sent;
    await lookedThrough(await published);
    expect(await newest()).toBe(version + 1);
    if (outcome === 'refused') await decide(dafeng.reviewer, reviewed, 'return', '请补充。');
    const { status, tasks } = await awaitStatus(dafeng.clerk, reviewed, 'correcting');
    expect(status).toBe('correcting');
    expect(tasks.filter(({ decision }) => decision?.outcome === 'return')).toHaveLength(1);
    await movesIn(reviewed, 'dafeng-clerk');
    // Ten working days for the correction, both closures passed over.
    expect(await taskOf(dafeng, reviewed, 'correct')).toMatchObject({ targetOn: '2027-01-14' });
    expect(await dafeng.clerk.view(reviewed)).toMatchObject({
      reviewClock: { workingDays: 0, state: 'paused' },
    });
  });
});

describe('a case that cannot be recomputed', () => {
  it('stays with the notice, is named with the reason, and is moved and told once when it can be', async () => {
    const jianhu = await countyCast(running.system, 'jianhu');
    const table = inspectTable(running.system);
    const open = await submitted(jianhu);
    const header = keys.caseHeader('yancheng/jianhu', open);
    const round = (await table.get(header))?.['round'];
    await table.set(header, 'round', 'damaged');
    const version = await publish(
      closure('2027-01-04', '建数停〔2027〕1号'),
      await askerOf(running.system, 'jianhu-tenantadmin'),
    );
    expect(await lookedThrough(version)).toMatchObject({ state: 'settling', failedCount: 1 });

    /** As if the waiting were over and five minutes had gone by without the stream. */
    const comeBack = async (waited: 'settleAfter' | 'retryAfter') => {
      const longAgo = new Date(Date.now() - 600_000).toISOString();
      await table.set(keys.recomputation('yancheng', version), waited, longAgo);
      await table.set(
        keys.recomputationMarker('yancheng', version),
        'g2sk',
        `${longAgo}#yancheng#${version}#J`,
      );
      await running.control('schedules/run', { rule: 'yunwangtong-cases-sweep' });
    };
    await comeBack('settleAfter');
    const unfinished = async (asker = city) =>
      (await get<CalendarList>('/v1/calendars', asker)).versions
        .filter((one) => one.unfinished)
        .map((one) => one.version);
    await expect
      .poll(() => get<RecomputationView>(`/v1/calendars/${version}/recomputation`), { timeout: 30_000 })
      .toMatchObject({
        state: 'retrying',
        failedCount: 1,
        failed: [
          {
            kind: 'case',
            id: open,
            tenant: 'yancheng/jianhu',
            tenantName: '建湖县',
            reason: expect.stringContaining('系统日志'),
          },
        ],
        retryAfter: expect.any(String),
      });
    expect(await unfinished()).toContain(version);
    expect(await unfinished(await askerOf(running.system, 'dafeng-reviewer'))).toEqual([]);

    await table.set(header, 'round', round);
    await comeBack('retryAfter');
    await expect
      .poll(() => get<RecomputationView>(`/v1/calendars/${version}/recomputation`), { timeout: 30_000 })
      .toMatchObject({ state: 'done', moved: 1, failedCount: 0, failed: [] });
    expect(await unfinished()).not.toContain(version);
    expect(await taskOf(jianhu, open, 'firstReview')).toMatchObject({
      targetMove: { why: ['《关于防汛停办的通知》（建数停〔2027〕1号）'], told: '县级政务云初审' },
    });
    expect(await movesIn(open, 'jianhu-clerk')).toHaveLength(1);
  });
});

describe('killed in the middle', () => {
  it('the recomputation goes on after the restart and moves everything once', async () => {
    const open = [await submitted(tinghu), await submitted(tinghu), await submitted(tinghu)];
    await running.control('streams', { enabled: false });
    const version = await publish({
      ...closure('2026-12-29', '市停〔2026〕1号'),
      title: '关于全市停办的通知',
    });
    await running.control('streams', { enabled: true });
    await running.kill();
    await start(running.dataDir);
    expect(await lookedThrough(version)).toMatchObject({ failedCount: 0 });
    for (const caseId of open) {
      expect(await taskOf(tinghu, caseId, 'firstReview')).toMatchObject({ targetOn: '2027-01-06' });
      expect(await movesIn(caseId, 'tinghu-clerk')).toHaveLength(1);
    }
  });
});

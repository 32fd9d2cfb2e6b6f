import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { awaitStatus, awaitTask, type Cast, confirm, decide } from '#examples/play-application.ts';
import { keys } from '#shared/table/keys.ts';
import { askerOf } from '#test/support/ask.ts';
import { awaitTrue } from '#test/support/await-true.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { drawn } from '#test/support/faults/campaign.ts';
import { deskOfFile } from '#test/support/faults/desk-of-file.ts';
import { deskTenant } from '#test/support/faults/fault-desk.ts';
import { chosenByEnvironment, spreadOver } from '#test/support/faults/fault-points.ts';
import { travelWith } from '#test/support/faults/journey.ts';
import { journeys } from '#test/support/faults/journeys.ts';
import { opening, reclaiming } from '#test/support/faults/lifecycle-journeys.ts';
import { sentForConfirmation, submitted } from '#test/support/file-application.ts';
import { notice2027 } from '#test/support/holiday-notices.ts';
import { inspectTable } from '#test/support/inspect-table.ts';
import { chance } from '#test/support/seeded.ts';

const choice = spreadOver(chosenByEnvironment(1));
const file = deskOfFile();
let cast: Cast;
beforeAll(async () => {
  cast = await countyCast(file.running.system, 'dafeng');
});

const setClock = (instant: string) => file.running.control('clock', { now: `${instant}:00+08:00` });
const sweep = () => file.running.control('schedules/run', {});
const typesOf = async (caseId: string) =>
  (await file.desk.inspector.events(deskTenant, caseId)).map(({ type }) => type);

describe.runIf(choice.only === '')('a machine that opens its step twice', () => {
  const steps = 'yunwangtong-cases-steps';
  const tokensOf = async (caseId: string) => {
    const step = await inspectTable(file.running.system).get(keys.caseStep(deskTenant, caseId, 1));
    return (step?.['tokens'] ?? []) as readonly string[];
  };
  /** Where the step's function wrote, in the last case that was sent: what it remembers it does not ask for again. */
  const placeOfWrite = async (): Promise<number> => {
    const told = await fetch(`${file.running.system.baseUrl}/_local/faults`);
    const { called } = (await told.json()) as { called: Record<string, string[]> };
    return (called[steps] ?? []).indexOf('dynamodb TransactWriteItems') + 1;
  };

  it('replaces its token in mid-flight, holds one task, and goes on with whichever token still counts', async () => {
    await awaitTask(cast.reviewer, await submitted(cast));
    await file.running.control('faults', { calls: [] });
    await awaitTask(cast.cdo, await sentForConfirmation(cast.clerk));
    let caseId = '';
    for (let tries = 0; tries < 6 && (await tokensOf(caseId)).length < 2; tries += 1) {
      const at = await placeOfWrite();
      expect(at).toBeGreaterThan(0);
      await file.running.control('faults', { calls: [{ by: steps, at, trouble: 'endThread' }] });
      caseId = await sentForConfirmation(cast.clerk);
      const replaced = awaitTrue('another', async () => (await tokensOf(caseId)).length === 2, 10_000);
      await replaced.catch(() => {});
    }
    await file.running.control('faults', {});
    const tokens = await tokensOf(caseId);
    expect([tokens.length, new Set(tokens).size]).toEqual([2, 2]);
    await confirm(cast.cdo, caseId);
    await awaitStatus(cast.clerk, caseId, 'reviewing');
    const events = await typesOf(caseId);
    expect(events.filter((type) => type === 'StepOpened')).toHaveLength(2);
    expect(events.filter((type) => type === 'TaskOpened')).toHaveLength(2);
    expect(events.filter((type) => type === 'FormSubmitted')).toHaveLength(1);
  }, 180_000);
});

describe(`deliveries of streams and queues repeated and mixed, with conflicts and indexes that lag, FAULT_SEED=${choice.seed}`, () => {
  it.each(drawn(choice, journeys, ({ name }) => name).map((journey) => [journey.name, journey] as const))(
    'change nothing on the journey %s',
    async (_, journey) => {
      const { end: wanted } = await travelWith(file.desk, journey);
      const everything = {
        seed: Math.floor(chance(choice.seed, 'deliveries', journey.name) * 1_000_000_000),
        transactionConflictRate: 0.1,
        staleIndexRate: 0.3,
        staleForMs: 1_000,
        streams: { duplicates: 0.5, shuffle: true },
        queues: { duplicates: 0.5, shuffle: true },
      };
      const { end } = await travelWith(file.desk, journey, [], everything);
      expect(end).toEqual(wanted);
    },
    300_000,
  );
});

describe('without the stream', () => {
  afterAll(() => file.running.control('streams', { enabled: true }));

  it.each(drawn(choice, [opening, reclaiming], ({ name }) => name).map((one) => [one.name, one] as const))(
    'the sweep alone carries the journey %s to its end',
    async (_, journey) => {
      await file.running.control('streams', { enabled: true });
      const { end: wanted } = await travelWith(file.desk, journey);
      await file.running.control('streams', { enabled: false });
      expect((await travelWith(file.desk, journey)).end).toEqual(wanted);
    },
    300_000,
  );
});

describe.runIf(choice.only === '')('a day without the stream', () => {
  afterAll(async () => {
    await file.running.control('streams', { enabled: true });
    await file.running.control('clock', { reset: true });
  });

  it('is made up for by the sweep, once, and what the stream brings then changes nothing', async () => {
    const confirming = await sentForConfirmation(cast.clerk);
    const reviewing = await submitted(cast);
    await file.running.control('streams', { enabled: false });
    const before = await cast.clerk.createCase('断流一日的系统');
    await confirm(cast.cdo, confirming);
    await decide(cast.reviewer, reviewing, 'return', '请补充。');
    const waiting = [confirming, reviewing];
    const left = async () =>
      (
        await Promise.all(
          waiting.flatMap((caseId) => [
            file.desk.inspector.markers(deskTenant, caseId),
            file.desk.inspector.notices(deskTenant, caseId),
          ]),
        )
      ).flat();
    expect((await left()).length).toBeGreaterThanOrEqual(2);

    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    await file.running.control('clock', { now: tomorrow });
    await expect
      .poll(
        async () => {
          await file.desk.inspector.ageMarkers();
          await sweep();
          return (await left()).length;
        },
        { timeout: 60_000 },
      )
      .toBe(0);
    await awaitStatus(cast.clerk, confirming, 'reviewing');
    await awaitStatus(cast.clerk, reviewing, 'correcting');
    const stood = await Promise.all(waiting.map(typesOf));
    await file.running.control('streams', { enabled: true });
    const after = await sentForConfirmation(cast.clerk);
    await awaitTask(cast.cdo, after);
    expect(await Promise.all(waiting.map(typesOf))).toEqual(stood);
    expect((await cast.clerk.view(before.caseId)).status).toBe('draft');
  }, 240_000);
});

describe.runIf(choice.only === '')('a clock that jumps over 春节 and its 调休, forwards and back', () => {
  afterAll(() => file.running.control('clock', { reset: true }));

  it('reminds by working days, each day once, and never in the holiday', async () => {
    const admin = await askerOf(file.running.system, 'yancheng-tenantadmin');
    const { version } = await file.desk.must<{ version: number }>(admin, 'GET', '/v1/calendars');
    await setClock('2027-02-03T10:00');
    await file.desk.must(admin, 'POST', '/v1/calendars', { body: notice2027, ifMatch: version });
    const caseId = await submitted(cast);
    // 4 February, then the Sunday that is worked, and three days of that week.
    expect(await awaitTask(cast.reviewer, caseId)).toMatchObject({ targetOn: '2027-02-17' });

    const remindedAt = async (instant: string) => {
      await setClock(instant);
      await sweep();
      await sweep();
      const events = await file.desk.inspector.events(deskTenant, caseId);
      return events.filter(({ type }) => type === 'TaskReminded').map(({ day }) => day);
    };
    expect(await remindedAt('2027-02-10T09:30')).toEqual([]);
    expect(await remindedAt('2027-02-13T20:00')).toEqual([]);
    expect(await remindedAt('2027-02-14T09:30')).toEqual([]);
    expect(await remindedAt('2027-02-16T09:30')).toEqual([-1]);
    expect(await remindedAt('2027-02-06T09:30')).toEqual([-1]);
    expect(await remindedAt('2027-02-17T09:30')).toEqual([-1, 0]);
    // The Saturday that is worked is the third day after.
    expect(await remindedAt('2027-02-20T09:30')).toEqual([-1, 0, 3]);
    expect(await remindedAt('2027-02-16T09:30')).toEqual([-1, 0, 3]);
    expect(await remindedAt('2027-02-20T09:31')).toEqual([-1, 0, 3]);
    await decide(cast.reviewer, caseId, 'reject', '不符合要求。');
    await awaitStatus(cast.clerk, caseId, 'rejected');
  }, 240_000);
});

import { post, read } from '#examples/lifecycle/calls.ts';
import { awaitTask } from '#examples/play-application.ts';
import type { HandOverView } from '#shared/contracts/desks.ts';
import type { CalendarList, RecomputationView } from '#shared/contracts/holiday-notices.ts';
import { computeDeadline } from '#shared/kernel/deadline.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { awaitTrue } from '../await-true.ts';
import { submitted } from '../file-application.ts';
import { forgetCalls } from '../forget-calls.ts';
import { closure } from '../holiday-notices.ts';
import { persistentPerson } from '../persistent-person.ts';
import { awaitRead } from '../provisioning-story.ts';
import { openVerbDesk } from '../verb-desk.ts';
import { type KillStage, openKillStage } from './kill-stage.ts';
import { type MatterTraces, type Told as ToldPeople, toldPeople } from './told-people.ts';

/** Behind a death it takes a start, and then what was under way once more. */
const patienceMs = 90_000;
const county = 'sheyang';
const tenant = `yancheng/${county}` as const;

interface Start {
  readonly caseId: string;
  readonly dueOn: string | undefined;
}
interface Told extends Start {
  readonly handOverId: string;
  readonly version: number;
}

interface DeskEnd {
  readonly handOver: readonly unknown[];
  readonly recomputation: readonly unknown[];
  /** Whether the case's day moved by that one day. */
  readonly moved: boolean;
  readonly heldBy: readonly string[];
  readonly journal: MatterTraces;
  readonly told: ToldPeople;
}

/** What both have come to, and whom they were told. */
export const deskEnd: DeskEnd = {
  handOver: [[true, true]],
  recomputation: [0, 1],
  moved: true,
  heldBy: ['third'],
  journal: {
    intact: true,
    events: [
      ...['CaseCreated', 'ConfirmationRequested', 'StepOpened', 'TaskOpened', 'TaskClosed', 'FormSubmitted'],
      ...[
        'StepClosed',
        'StepOpened',
        'TaskOpened',
        'TaskTransferred',
        'TaskTransferred',
        'TargetsRecomputed',
      ],
    ],
  },
  // Whoever may take a task is told of it when it comes to the post, and again when it comes to them alone.
  told: {
    'sheyang-cdo': ['task.cdoConfirmation'],
    'sheyang-reviewer': ['task.firstReview'],
    second: ['task.firstReview', 'task.firstReview'],
    third: ['task.firstReview', 'task.firstReview', 'task.targetMoved'],
  },
};

/** The n-th working day from today on, as the State Council has them. */
const workingDay = (amount: number): string =>
  computeDeadline(
    { from: shanghaiDateOf(new Date()), amount, unit: 'workingDay', direction: 'after' },
    createWorkingCalendar(),
  ).dueOn;

/** Somebody leaves, and a closure is published while their case lies with another: each time another case and another day. */
export const openDeskStage = (): Promise<KillStage<DeskEnd>> =>
  openKillStage(async ({ system, inspector, now }) => {
    const { cast, reviewer, second, third } = await openVerbDesk(system, county);
    const admin = await persistentPerson(system, `${county}-tenantadmin`);
    const clerk = await persistentPerson(system, `${county}-clerk`);
    const { tracesOf, toldOf } = await toldPeople(system, tenant, inspector, {
      second: second.client,
      third: third.client,
    });
    const newest = async () => (await awaitRead(() => read<CalendarList>(admin, '/v1/calendars'))).version;
    const dueOf = async (caseId: string) =>
      (await clerk.view(caseId)).tasks.find(({ state }) => state === 'open')?.targetOn;
    const holds = async ({ client }: typeof third, caseId: string) =>
      (await client.tasks('?limit=100')).items.some((item) => item.case.caseId === caseId);

    return {
      prepare: async (): Promise<Start> => {
        await forgetCalls(now(), tenant, 'startHandOver');
        const caseId = await submitted(cast);
        const { taskId } = await awaitTask(cast.reviewer, caseId);
        await post(
          reviewer.client,
          `/v1/cases/${caseId}/tasks/${taskId}/transfers`,
          { to: second.membership, reason: '出差。' },
          (await clerk.view(caseId)).version,
        );
        await awaitTask(second.client, caseId);
        return { caseId, dueOn: await dueOf(caseId) };
      },
      play: async (start: Start): Promise<Told> => {
        const { handOverId } = await post<{ handOverId: string }>(admin, '/v1/hand-overs', {
          from: second.membership,
          to: third.membership,
          reason: '调离岗位。',
        });
        const handedOver = async () =>
          (await read<HandOverView>(admin, `/v1/hand-overs/${handOverId}`))?.state === 'done';
        await awaitTrue('all is handed over', handedOver, patienceMs);
        const before = await newest();
        const notice = closure(workingDay(before + 1), `射停〔${before}〕号`);
        const { version } = await post<{ version: number }>(admin, '/v1/calendars', notice, before);
        const path = `/v1/calendars/${version}/recomputation`;
        const recomputed = async () => {
          const told = await read<RecomputationView>(admin, path);
          return told !== undefined && told.state !== 'running';
        };
        await awaitTrue('all is recomputed', recomputed, patienceMs);
        return { ...start, handOverId, version };
      },
      readEnd: async ({ caseId, dueOn, handOverId, version }: Told) => {
        const [handOver, recomputation, dueNow] = [
          await read<HandOverView>(admin, `/v1/hand-overs/${handOverId}`),
          await read<RecomputationView>(admin, `/v1/calendars/${version}/recomputation`),
          await dueOf(caseId),
        ];
        const journal = await tracesOf(`T#${tenant}#C#${caseId}`);
        const people = { reviewer, second, third };
        const held = await Promise.all(
          Object.entries(people).map(async ([name, one]) => ((await holds(one, caseId)) ? [name] : [])),
        );
        const told = await toldOf([`/cases/${caseId}`]);
        await clerk.withdraw(caseId, (await clerk.view(caseId)).version, '演练结束。');
        return {
          handOver: (handOver?.rows ?? []).map((row) => [row.caseId === caseId, row.done]),
          recomputation: [recomputation?.failedCount, recomputation?.moved],
          moved: dueNow !== undefined && dueOn !== undefined && dueNow > dueOn,
          heldBy: held.flat(),
          journal,
          told,
        };
      },
    };
  });

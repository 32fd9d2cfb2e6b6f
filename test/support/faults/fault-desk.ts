import { randomUUID } from 'node:crypto';
import type { Cast } from '#examples/play-application.ts';
import type { QuotaName } from '#shared/contracts/quotas.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { keys } from '#shared/table/keys.ts';
import { demoPeople } from '#shared/tenancy/demo-people.ts';
import { type Asker, ask, askerOf, type Heard, type Sent } from '../ask.ts';
import { awaitTrue } from '../await-true.ts';
import { countyCast } from '../county-cast.ts';
import { draftOf, submitted } from '../file-application.ts';
import { forgetCalls } from '../forget-calls.ts';
import { createInspector, type Told } from '../inspect-case.ts';
import { inspectTable } from '../inspect-table.ts';
import type { RunningSystem } from '../runtime.ts';
import { memberOf, openVerbDesk, type VerbDesk } from '../verb-desk.ts';

const county = 'dafeng';
export const deskTenant: TenantId = `yancheng/${county}`;

/** Standing things of the county whose people do everything in the campaign. */
interface Standing {
  readonly caseId: string;
  readonly taskId: string;
  readonly attachmentId: string;
}

const holders = demoPeople.filter((each) => [deskTenant, 'yancheng/_city'].includes(each.tenant));

/** One system, its people and what they need before they can do the thing that is to go wrong. */
export const openFaultDesk = async (running: RunningSystem) => {
  const { system } = running;
  const verbs: VerbDesk = await openVerbDesk(system, county);
  const cast: Cast = await countyCast(system, county);
  const inspector = createInspector(() => system);
  const table = inspectTable(system);
  const askers = new Map<string, Promise<Asker>>();
  let serial = 0;

  const as = (user: string): Promise<Asker> => {
    const known = askers.get(user) ?? askerOf(system, user);
    askers.set(user, known);
    return known;
  };
  const send = (by: Asker, method: string, path: string, sent: Sent = {}): Promise<Heard> =>
    ask(system, by, method, path, sent);

  const desk = {
    running,
    system,
    verbs,
    cast,
    inspector,
    as,
    send,
    /** A number that no earlier story of this desk has used. */
    next: (): number => {
      serial += 1;
      return serial;
    },
    /** What must succeed before the story begins. @throws with the problem */
    must: async <Body>(by: Asker, method: string, path: string, sent: Sent = {}): Promise<Body> => {
      const heard = await send(by, method, path, { key: randomUUID(), ...sent });
      if (heard.status >= 300) throw new Error(`${method} ${path}: ${heard.status} ${heard.text}`);
      return heard.body as Body;
    },
    /** A draft with nothing in it yet. */
    emptyDraft: () => cast.clerk.createCase(`故障演练平台${desk.next()}`),
    wholeDraft: async () => draftOf(cast.clerk),
    /** A case that the county's reviewer has before them. */
    underReview: async () => {
      const caseId = await submitted(cast);
      const { version, tasks } = await cast.reviewer.view(caseId);
      const taskId = tasks.find(({ state }) => state === 'open')?.taskId ?? '';
      return { caseId, taskId, version };
    },
    /** A person's codes of this hour count for nothing: on this desk one person does the work of many. */
    forgetCodes: async (user: string): Promise<void> => {
      const key = keys.codesSent(user);
      if (await table.get(key)) await table.set(key, 'times', []);
    },
    forgetCalls: (name: QuotaName, tenant: TenantId = deskTenant) => forgetCalls(system, tenant, name),
    /** How a journal has grown since, and whether its chain holds. */
    growthOf: async (by: Asker, verification: string) => {
      const read = () => desk.must<{ intact: boolean; entries: number }>(by, 'GET', verification);
      const before = await read();
      return async () => {
        const { intact, entries } = await read();
        return { intact, grown: entries - before.entries };
      };
    },
    /** What a case's journal holds. */
    eventsOf: async (caseId: string): Promise<readonly string[]> =>
      (await inspector.events(deskTenant, caseId)).map(({ type }) => type),
    /** Who of the county and the city is told of what from now on, once nobody is still to be told of the case. */
    tellingOf: async (caseId: string) => {
      const told = async () => {
        await awaitTrue(
          'everybody is told',
          async () => (await inspector.ripeNotices(deskTenant, caseId)).length === 0,
        );
        return inspector.told(holders, caseId);
      };
      const nameOf = ({ user, id }: Told) => `${user} ${id}`;
      const before = new Set((await told()).map(nameOf));
      return async (): Promise<readonly string[]> =>
        (await told())
          .filter((each) => !before.has(nameOf(each)))
          .map(({ user, event }) => `${user} ${event}`)
          .sort();
    },
    /** What a case comes to from now on, and who is told of it. */
    endOf: async (caseId: string) => {
      const telling = await desk.tellingOf(caseId);
      return async () => {
        const told = await telling();
        const { status, version } = await cast.clerk.view(caseId);
        return { status, version, events: await desk.eventsOf(caseId), told };
      };
    },
  };

  const standingCase = async (): Promise<Standing> => {
    const { caseId, taskId } = await desk.underReview();
    const { items } = await cast.clerk.attachments(caseId);
    return { caseId, taskId, attachmentId: items[0]?.attachmentId ?? '' };
  };
  let standing: Promise<Standing> | undefined;
  return {
    ...desk,
    member: (user: string) => memberOf(system, user),
    /** A case under review that no story changes. */
    standing: (): Promise<Standing> => {
      standing ??= standingCase();
      return standing;
    },
    holders,
    close: () => inspector.close(),
  };
};

export type FaultDesk = Awaited<ReturnType<typeof openFaultDesk>>;

/** Somebody's request that is about to be sent. */
export interface Action {
  readonly by: Asker;
  readonly path: string;
  readonly sent?: Sent;
  /** What it has left behind, told without ids and times; the same whatever went wrong. */
  readonly left?: () => Promise<unknown>;
}

/** Prepares whatever an operation needs, each time anew, and gives the request. */
export type Story = (desk: FaultDesk) => Promise<Action>;

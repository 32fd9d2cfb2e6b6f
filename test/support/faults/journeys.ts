import type { Client } from '#examples/client.ts';
import { awaitStatus, awaitTask, playWithCorrection } from '#examples/play-application.ts';
import type { HandOverView } from '#shared/contracts/desks.ts';
import type { ExportList } from '#shared/contracts/exports.ts';
import type { CalendarList, RecomputationView } from '#shared/contracts/holiday-notices.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import { awaitTrue } from '../await-true.ts';
import { signInAtIssuer } from '../browser-sign-in.ts';
import { readEnd } from '../check-end.ts';
import { countyCast, writtenApplication } from '../county-cast.ts';
import { closure } from '../holiday-notices.ts';
import { awaitLink, type PageAnswer } from '../link-visit.ts';
import { persistently, persistentPerson } from '../persistent-person.ts';
import { sentToOfficer } from './case-stories.ts';
import { deskTenant, type FaultDesk } from './fault-desk.ts';
import { type Journey, named, patienceMs } from './journey.ts';
import { opening, reclaiming } from './lifecycle-journeys.ts';

const settled = (desk: FaultDesk, caseId: string) =>
  awaitTrue(
    'every marker and every notice of the case is carried',
    async () =>
      [
        ...(await desk.inspector.markers(deskTenant, caseId)),
        ...(await desk.inspector.notices(deskTenant, caseId)),
      ].length === 0,
    patienceMs,
  );

/** One application from draft to end with a correction, and nobody left to be told. */
const application: Journey = {
  name: 'application',
  functions: named(
    ...['authorizer', 'cases-steps', 'cases-stream', 'cases-advance', 'cases-sweep'],
    ...['notify', 'lifecycle', 'journal-anchor'],
  ),
  travel: async (desk) => {
    const cast = await countyCast(desk.system, 'dafeng', persistentPerson);
    const { caseId } = await playWithCorrection(cast, writtenApplication(), () => {});
    await settled(desk, caseId);
    await awaitTrue(
      'the machine has ended',
      async () => (await desk.inspector.executions(caseId)).every(({ status }) => status !== 'RUNNING'),
      patienceMs,
    );
    const people = new Map<string, Client>();
    for (const { user } of desk.holders) people.set(user, await persistentPerson(desk.system, user));
    const end = await readEnd({ clerk: cast.clerk, people, inspector: desk.inspector }, deskTenant, caseId);
    return end;
  },
};

/** A page asked for again while the server fails. */
const insisted = async (ask: () => Promise<PageAnswer>): Promise<PageAnswer> => {
  let last: PageAnswer | undefined;
  await awaitTrue('the page answers', async () => {
    last = await ask().catch(() => undefined);
    return last !== undefined && last.status < 500;
  });
  if (!last) throw new Error('no page');
  return last;
};

/** A confirmation by the link on a phone: code asked for, typed, decided. */
const link: Journey = {
  name: 'link',
  functions: named('link', 'notify', 'cases-stream', 'cases-advance', 'cases-steps'),
  travel: async (desk) => {
    await desk.forgetCodes('dafeng-cdo');
    const caseId = await sentToOfficer(desk);
    const visit = await awaitLink(desk.system, 'dafeng-cdo', caseId);
    const telling = await desk.tellingOf(caseId);
    const opened = async (): Promise<PageAnswer> => {
      const code = await visit.codeAfter(() => insisted(() => visit.post('code')));
      return insisted(() => visit.post('open', { code }));
    };
    let view: string | undefined;
    // A code whose answer was lost is spent; people ask for another, three in all.
    for (let codes = 0; view === undefined && codes < 3; codes += 1)
      view = /name="view" value="([^"]+)"/.exec((await opened()).html)?.[1];
    if (view === undefined) throw new Error('three codes opened nothing');
    await insisted(() => visit.post('decide', { view, verb: 'approve', agreeing: '同意提交。' }));
    await awaitStatus(desk.cast.clerk, caseId, 'reviewing');
    await settled(desk, caseId);
    return { events: await desk.eventsOf(caseId), told: await telling() };
  },
};

/** A holiday notice and the recomputation that follows it. */
const recomputation: Journey = {
  name: 'recomputation',
  functions: named('calendar-recompute', 'cases-stream', 'cases-sweep'),
  travel: async (desk) => {
    const admin = await desk.as('sheyang-tenantadmin');
    const { version } = await desk.must<CalendarList>(admin, 'GET', '/v1/calendars');
    const notice = closure(addDays('2027-03-01', version), `射数停〔2027〕${desk.next()}号`);
    const made = await desk.must<{ version: number }>(admin, 'POST', '/v1/calendars', {
      body: notice,
      ifMatch: version,
    });
    let job: RecomputationView | undefined;
    await awaitTrue(
      'the recomputation has ended',
      async () => {
        const path = `/v1/calendars/${made.version}/recomputation`;
        job = await desk.must<RecomputationView>(admin, 'GET', path);
        return job.state !== 'running';
      },
      patienceMs,
    );
    return { state: job?.state, failed: job?.failedCount, moved: job?.moved };
  },
};

/** A county's export from its request to its volumes. */
const exported: Journey = {
  name: 'export',
  functions: named('exports-build'),
  travel: async (desk) => {
    const admin = await desk.as('dongtai-tenantadmin');
    const body = { node: 'dongtai', personal: true };
    const { exportId } = await desk.must<{ exportId: string }>(admin, 'POST', '/v1/exports', { body });
    const find = async () =>
      (await desk.must<ExportList>(admin, 'GET', '/v1/exports?node=dongtai')).items.find(
        (item) => item.exportId === exportId,
      );
    await awaitTrue('the export is built', async () => (await find())?.state === 'done', patienceMs);
    const done = await find();
    const path = `/v1/exports/dongtai/${exportId}/link`;
    const { volumes } = await desk.must<{ volumes: { url: string }[] }>(admin, 'GET', path);
    const sizes = await Promise.all(
      volumes.map(async ({ url }) => (await (await fetch(url)).arrayBuffer()).byteLength),
    );
    return {
      cases: done?.cases === done?.total,
      volumes: volumes.length,
      whole: done?.volumes.every(({ size }, place) => size === sizes[place]),
    };
  },
};

const looks = 6;
const lookEveryMs = 250;

/**
 * Until somebody's list has shown a case for longer than an index may lag: whoever is asked for what another holds looks at
 * that list, and what came to it in the same moment is seen by the next hand-over.
 */
const steadilyListed = async (client: Client, caseId: string): Promise<void> => {
  let seen = 0;
  await awaitTrue(
    'the list shows the case steadily',
    async () => {
      const { items } = await client.tasks('?limit=100');
      seen = items.some((item) => item.case.caseId === caseId) ? seen + 1 : 0;
      return seen >= looks;
    },
    patienceMs,
    lookEveryMs,
  );
};

/** What somebody held, handed over to another. */
const handOver: Journey = {
  name: 'handOver',
  functions: named('desks-hand-over'),
  travel: async (desk) => {
    const { caseId, taskId, version } = await desk.underReview();
    const { reviewer, second, third } = desk.verbs;
    await desk.must(reviewer, 'POST', `/v1/cases/${caseId}/tasks/${taskId}/transfers`, {
      body: { to: second.membership, reason: '出差。' },
      ifMatch: version,
    });
    await steadilyListed(second.client, caseId);
    const admin = await desk.as('dafeng-tenantadmin');
    const { handOverId } = await desk.must<{ handOverId: string }>(admin, 'POST', '/v1/hand-overs', {
      body: { from: second.membership, to: third.membership, reason: '调离岗位。' },
    });
    const read = () => desk.must<HandOverView>(admin, 'GET', `/v1/hand-overs/${handOverId}`);
    await awaitTrue('it is handed over', async () => (await read()).state === 'done', patienceMs);
    await awaitTask(third.client, caseId);
    const { state, rows } = await read();
    const ofCase = rows.filter((row) => row.caseId === caseId).map(({ done }) => done);
    return { state, ofCase, events: await desk.eventsOf(caseId) };
  },
};

/** Signing in, coming back, signing out. */
const session: Journey = {
  name: 'session',
  functions: named('session'),
  travel: async ({ system }) => {
    const insist = persistently();
    const post = (what: string, body: object, cookie = '') =>
      insist(`${system.baseUrl}/session/${what}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: system.baseUrl,
          'x-session': '1',
          'sec-fetch-site': 'same-origin',
          cookie,
        },
        body: JSON.stringify(body),
      });
    let opened: Response | undefined;
    // A code is good for one attempt; people sign in again.
    await awaitTrue('signed in', async () => {
      opened = await post('exchange', await signInAtIssuer(system, 'dafeng-clerk'));
      return opened.status === 200;
    });
    const cookie = opened?.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const refreshed = await post('refresh', { refused: true }, cookie);
    const { person } = (await refreshed.json()) as { person: string };
    const out = await post('end', {}, cookie);
    const after = await post('refresh', {}, cookie);
    return [refreshed.status, person, out.status, after.status];
  },
};

export const journeys: readonly Journey[] = [
  application,
  link,
  recomputation,
  exported,
  handOver,
  session,
  opening,
  reclaiming,
];

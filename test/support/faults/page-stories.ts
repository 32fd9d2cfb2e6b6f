import { awaitStatus } from '#examples/play-application.ts';
import { ask, type Heard, type Sent } from '../ask.ts';
import { awaitTrue } from '../await-true.ts';
import { signInAtIssuer } from '../browser-sign-in.ts';
import { awaitLink } from '../link-visit.ts';
import { sentToOfficer } from './case-stories.ts';
import type { FaultDesk, Story } from './fault-desk.ts';
import { issuedCertificate } from './reclamation-stories.ts';

const form = (fields: Readonly<Record<string, string>>): Sent => ({
  raw: new URLSearchParams(fields).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
});

const sentLink = async (desk: FaultDesk) => {
  const caseId = await sentToOfficer(desk);
  await desk.forgetCodes('dafeng-cdo');
  return { caseId, link: await awaitLink(desk.system, 'dafeng-cdo', caseId) };
};

const own = ({ system }: FaultDesk) => ({
  origin: system.baseUrl,
  'x-session': '1',
  'sec-fetch-site': 'same-origin',
});
const cookieOf = ({ headers }: Heard): string => headers.getSetCookie()[0]?.split(';')[0] ?? '';

/** Signs in and out everywhere, and does nothing else: what they held before is refused from then on. */
const traveller = 'jianhu-clerk';

/** A session just opened, as its cookie. */
const signedIn = async (desk: FaultDesk): Promise<string> => {
  let cookie = '';
  // Whoever signs in within the second in which they signed out everywhere is asked again.
  await awaitTrue('signed in', async () => {
    const body = await signInAtIssuer(desk.system, traveller);
    const heard = await ask(desk.system, {}, 'POST', '/session/exchange', { body, headers: own(desk) });
    if (heard.status === 200) cookie = cookieOf(heard);
    return heard.status === 200;
  });
  return cookie;
};
/** Whose the sessions are that these cookies hold; of one that has ended, that it has. */
const holdersOf = (desk: FaultDesk, cookies: readonly string[]) =>
  Promise.all(
    cookies.map(async (cookie) => {
      const sent = { body: {}, headers: { ...own(desk), cookie } };
      const { status, body } = await ask(desk.system, {}, 'POST', '/session/refresh', sent);
      return status === 200 ? (body as { person: string }).person : status;
    }),
  );
/** With one of two sessions of a person; it leaves both, one or none of them. */
const withCookie =
  (what: string, body: object): Story =>
  async (desk) => {
    const [other, cookie] = [await signedIn(desk), await signedIn(desk)];
    return {
      by: {},
      path: `/session/${what}`,
      sent: { body, headers: { ...own(desk), cookie } },
      left: () => holdersOf(desk, [cookie, other]),
    };
  };

/** The pages that are no operation of the interface, by the gateway's routes. */
export const pageStories: Readonly<Record<string, Story>> = {
  'POST /l/{token}/code': async (desk) => {
    const { link } = await sentLink(desk);
    return {
      by: {},
      path: `/l/${link.token}/code`,
      sent: form({}),
      left: async () => (await link.newestCode()).length,
    };
  },
  'POST /l/{token}/open': async (desk) => {
    const { link, caseId } = await sentLink(desk);
    const code = await link.receiveCode();
    return {
      by: {},
      path: `/l/${link.token}/open`,
      sent: form({ code }),
      left: async () => (await desk.cast.clerk.view(caseId)).status,
    };
  },
  'POST /l/{token}/decide': async (desk) => {
    const { link, caseId } = await sentLink(desk);
    const { view } = await link.open();
    const end = await desk.endOf(caseId);
    return {
      by: {},
      path: `/l/${link.token}/decide`,
      sent: form({ view, verb: 'approve', opinion: '', agreeing: '同意提交。' }),
      left: async () => {
        await awaitStatus(desk.cast.clerk, caseId, 'reviewing');
        return end();
      },
    };
  },
  'POST /certificates': async (desk) => {
    const { number, code } = await issuedCertificate(desk);
    return { by: {}, path: '/certificates', sent: form({ number, code }) };
  },
  'POST /session/exchange': async (desk) => {
    const path = '/session/exchange';
    const sent = { body: await signInAtIssuer(desk.system, 'dafeng-clerk'), headers: own(desk) };
    // What the issuer answered opens nothing a second time.
    return { by: {}, path, sent, left: async () => (await ask(desk.system, {}, 'POST', path, sent)).status };
  },
  'POST /session/refresh': withCookie('refresh', { refused: true }),
  'POST /session/end': withCookie('end', {}),
  'POST /session/end-everywhere': withCookie('end-everywhere', {}),
};

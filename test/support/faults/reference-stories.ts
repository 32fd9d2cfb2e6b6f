import type { DraftView, VersionList } from '#shared/contracts/catalogue-versions.ts';
import type { CalendarList } from '#shared/contracts/holiday-notices.ts';
import { addDays, shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { closure, notice2027 } from '../holiday-notices.ts';
import type { FaultDesk, Story } from './fault-desk.ts';

const journal = '/v1/catalogue-journal/verification';
const catalogueJournal = async (desk: FaultDesk) => desk.growthOf(await desk.as('dafeng-clerk'), journal);

const draft = async (desk: FaultDesk) => {
  const operator = await desk.as('yancheng-operator');
  const { version, base } = await desk.must<DraftView>(operator, 'GET', '/v1/catalogue-draft');
  const body = {
    effectiveFrom: '2031-01-01',
    note: `第${desk.next()}稿`,
    products: base?.products ?? [],
  };
  return { body, ifMatch: version };
};
const savedDraft = async (desk: FaultDesk): Promise<number> => {
  const operator = await desk.as('yancheng-operator');
  const sent = await draft(desk);
  return (await desk.must<{ version: number }>(operator, 'PUT', '/v1/catalogue-draft', sent)).version;
};
const released = async (desk: FaultDesk): Promise<string> => {
  const ifMatch = await savedDraft(desk);
  const leader = await desk.as('yancheng-leader');
  const path = '/v1/catalogue-draft/releases';
  return (await desk.must<{ label: string }>(leader, 'POST', path, { body: {}, ifMatch })).label;
};

const texts = '/v1/message-texts';
const event = 'case.completed';
const ownText = (desk: FaultDesk) => ({
  title: `办好了（${desk.next()}）：{系统名称}`,
  text: '{姓名}，{系统名称}已办结。',
});
const textsVersion = async (desk: FaultDesk): Promise<number> =>
  (await desk.must<{ version: number }>(await desk.as('yancheng-tenantadmin'), 'GET', texts)).version;
const textsGrowth = async (desk: FaultDesk) => {
  const before = await textsVersion(desk);
  return async () => (await textsVersion(desk)) - before;
};

const calendarsOf = async (desk: FaultDesk) =>
  desk.must<CalendarList>(await desk.as('dafeng-tenantadmin'), 'GET', '/v1/calendars');

export const referenceStories = {
  saveCatalogueDraft: async (desk) => ({
    by: await desk.as('yancheng-operator'),
    path: '/v1/catalogue-draft',
    sent: await draft(desk),
    left: await catalogueJournal(desk),
  }),
  getCatalogueRepricing: async (desk) => {
    await savedDraft(desk);
    return { by: await desk.as('yancheng-operator'), path: '/v1/catalogue-draft/repricing' };
  },
  releaseCatalogueDraft: async (desk) => ({
    by: await desk.as('yancheng-leader'),
    path: '/v1/catalogue-draft/releases',
    sent: { body: {}, ifMatch: await savedDraft(desk) },
    left: await catalogueJournal(desk),
  }),
  fileCatalogueVersion: async (desk) => {
    const label = await released(desk);
    const by = await desk.as('yancheng-authority');
    const { version } = await desk.must<VersionList>(by, 'GET', '/v1/catalogues');
    const filedOn = shanghaiDateOf(new Date());
    return {
      by,
      path: `/v1/catalogues/${label}/filings`,
      sent: { body: { number: `盐数备〔2026〕${desk.next()}号`, filedOn }, ifMatch: version },
      left: await catalogueJournal(desk),
    };
  },
  saveBudgetStandards: async (desk) => {
    const by = await desk.as('kaifeng-finance');
    const path = '/v1/catalogue-budget-standards';
    const { version } = await desk.must<{ version: number }>(by, 'GET', path);
    const items = [{ productId: 'kf-host-4c8g', ceilingFen: 20_000 + desk.next() }];
    return {
      by,
      path,
      sent: { body: { document: '汴财〔2026〕9号', items }, ifMatch: version },
      left: await desk.growthOf(by, journal),
    };
  },
  saveMessageText: async (desk) => ({
    by: await desk.as('yancheng-tenantadmin'),
    path: `${texts}/${event}`,
    sent: { body: ownText(desk), ifMatch: await textsVersion(desk) },
    left: await textsGrowth(desk),
  }),
  restoreMessageText: async (desk) => {
    const by = await desk.as('yancheng-tenantadmin');
    const path = `${texts}/${event}`;
    const sent = { body: ownText(desk), ifMatch: await textsVersion(desk) };
    const { version } = await desk.must<{ version: number }>(by, 'PUT', path, sent);
    return { by, path, sent: { ifMatch: version }, left: await textsGrowth(desk) };
  },
  previewMessageText: async (desk) => ({
    by: await desk.as('yancheng-tenantadmin'),
    path: `${texts}/${event}/previews`,
    sent: { body: ownText(desk) },
    left: await textsGrowth(desk),
  }),
  readMessages: async (desk) => ({
    by: desk.verbs.reviewer,
    path: '/v1/messages/reads',
    sent: { body: {} },
    left: async () =>
      (await desk.must<{ unread: number }>(desk.verbs.reviewer, 'GET', '/v1/messages')).unread === 0,
  }),
  previewNotice: async (desk) => ({
    by: await desk.as('yancheng-tenantadmin'),
    path: '/v1/calendars/previews',
    sent: { body: notice2027 },
  }),
  publishNotice: async (desk) => {
    const { version } = await calendarsOf(desk);
    const day = addDays('2027-03-01', version);
    return {
      by: await desk.as('dafeng-tenantadmin'),
      path: '/v1/calendars',
      sent: { body: closure(day, `大数停〔2027〕${desk.next()}号`), ifMatch: version },
      left: async () => (await calendarsOf(desk)).version - version,
    };
  },
  getRecomputation: async (desk) => {
    const by = await desk.as('dafeng-tenantadmin');
    const { version } = await calendarsOf(desk);
    if (version > 0) return { by, path: `/v1/calendars/${version}/recomputation` };
    await desk.must(by, 'POST', '/v1/calendars', { body: closure('2027-03-01'), ifMatch: 0 });
    return { by, path: '/v1/calendars/1/recomputation' };
  },
  computeDeadline: async (desk) => ({
    by: desk.verbs.clerk,
    path: '/v1/trials/deadline',
    sent: {
      body: {
        profile: 'yancheng',
        from: '2026-09-30',
        amount: 5,
        unit: 'workingDay',
        direction: 'after',
      },
    },
  }),
  computeBill: async (desk) => ({
    by: desk.verbs.clerk,
    path: '/v1/trials/bill',
    sent: { body: { profile: 'yancheng', from: '2026-01-01', to: '2026-02-01', lines: [] } },
  }),
} satisfies Readonly<Record<string, Story>>;

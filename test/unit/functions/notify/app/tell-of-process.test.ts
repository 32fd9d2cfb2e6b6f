import { describe, expect, it } from 'vitest';
import type { InboxMessage, NotifyServices, ToldProcess } from '#functions/notify/app/ports.ts';
import { tellOfProcess } from '#functions/notify/app/tell-of-process.ts';
import { dueNotices, workNotices } from '#functions/provisioning/app/work-notices.ts';
import { workFor } from '#functions/provisioning/domain/work-order.ts';
import type { Membership } from '#functions/tenancy/app/membership.ts';
import { orderStory, provisioningRulesOf } from '#test/support/order-story.ts';

const engineer: Membership = {
  id: 'engineer',
  personId: 'engineer',
  name: '工程师',
  tenant: 'kaifeng/_city',
  organisation: { id: 'p', name: '云服务商' },
  roles: ['provider.engineer'],
  grantsVersion: 1,
  state: 'active',
  since: '2026-01-05T01:00:00.000Z',
};

const setup = (now: string, open = true) => {
  const told: InboxMessage[] = [];
  const called: unknown[] = [];
  const services: Pick<
    NotifyServices,
    'messages' | 'channels' | 'posts' | 'standIns' | 'webhooks' | 'stillSo' | 'workingTimes' | 'businessClock'
  > = {
    messages: {
      keep: async (message) => {
        told.push(message);
        return 'pending';
      },
      settle: async () => undefined,
      contactOf: async () => undefined,
      textOf: async () => undefined,
    },
    channels: { send: async () => 'noChannel' },
    webhooks: {
      call: async (...call) => {
        called.push(call);
        return 'sent';
      },
    },
    posts: {
      holdersOf: async ({ role }) => (role === 'provider.engineer' ? [engineer] : []),
      standing: async () => undefined,
    },
    standIns: { for: async () => [] },
    stillSo: { workOpen: async () => open },
    workingTimes: { next: async (_tenant, at) => at },
    businessClock: { now: () => new Date(now) },
  };
  return { services: services as NotifyServices, told, called };
};

/** What is told of the due day, three working days after the approval of a Monday. */
const due = (): readonly ToldProcess[] => {
  const story = orderStory(1, provisioningRulesOf('kaifeng'));
  return dueNotices(workFor(story.now(), undefined, '2026-07-06T02:00:00.000Z')).map((notice, index) => ({
    ...(notice as ToldProcess),
    id: `dafeng.1-c#000001.${index}`,
  }));
};

describe('a work order’s due day', () => {
  it.each([
    ['2026-07-08T00:29:00.000Z', []],
    ['2026-07-08T00:30:00.000Z', ['work.soon']],
    ['2026-07-10T00:29:00.000Z', ['work.soon']],
    ['2026-07-10T00:30:00.000Z', ['work.soon', 'work.overdue']],
  ])('at %s has been told of as %j', async (now, events) => {
    const { services, told } = setup(now);
    const waits = await Promise.all(due().map((notice) => tellOfProcess(services, notice)));
    expect(told.map(({ event }) => event)).toEqual(events);
    for (const wait of waits) if (wait) expect(wait > new Date(now)).toBe(true);
    for (const { text } of told) expect(text).toContain('期限 2026-07-09');
  });

  it('is not told of once the work order is done, or due on another day', async () => {
    const { services, told } = setup('2026-07-20T00:30:00.000Z', false);
    for (const notice of due()) expect(await tellOfProcess(services, notice)).toBeUndefined();
    expect(told).toEqual([]);
  });
});

describe('a notice of a process', () => {
  it('is told once to somebody who holds two of the posts, and leads to its page', async () => {
    const { services, told } = setup('2026-07-20T00:30:00.000Z');
    const holder = { tenant: 'kaifeng/_city', role: 'provider.engineer' } as const;
    const page = '/work/dafeng.1-c';
    const notice: ToldProcess = {
      id: 'dafeng.1-c#000001.0',
      event: 'work.issued',
      holders: [holder, holder],
      facts: {},
      page,
    };
    await tellOfProcess(services, notice);
    expect(told.map(({ membershipId, page: leads }) => [membershipId, leads])).toEqual([['engineer', page]]);
  });

  it('of a new work order tells the provider’s program too, at once and with where to answer', async () => {
    const { services, told, called } = setup('2026-07-05T22:30:00.000Z');
    const story = orderStory(1, provisioningRulesOf('kaifeng'));
    const work = workFor(story.now(), undefined, '2026-07-06T02:00:00.000Z');
    const [people, program] = workNotices([{ type: 'WorkIssued', work }], work);
    for (const notice of [people, program])
      await tellOfProcess(services, { ...(notice as ToldProcess), id: `${work.workId}#000001.0` });
    expect(told.map(({ event }) => event)).toEqual(['work.issued']);
    expect(called).toEqual([
      [
        'yancheng',
        'p',
        expect.objectContaining({
          event: 'work.issued',
          id: `${work.workId}#000001.0`,
          workId: work.workId,
          dueOn: '2026-07-09',
          answers: `/v1/work-orders/${work.workId}/answers`,
        }),
      ],
    ]);
  });

  it('whose condition nobody knows stays and rings', async () => {
    const { services } = setup('2026-07-20T00:30:00.000Z');
    const notice: ToldProcess = {
      id: 'x#1',
      event: 'work.issued',
      holders: [],
      facts: {},
      page: '/',
      while: { of: 'toString' },
    };
    await expect(tellOfProcess(services, notice)).rejects.toThrow('toString');
  });
});

import { describe, expect, it } from 'vitest';
import { carryNotice } from '#functions/notify/app/carry-notice.ts';
import { checkTexts } from '#functions/notify/app/check-texts.ts';
import type {
  Channels,
  InboxMessage,
  MessageState,
  Notice,
  NotifyServices,
  OutgoingMessage,
} from '#functions/notify/app/ports.ts';
import type { MessageText } from '#functions/notify/domain/message-texts.ts';
import type { Membership } from '#functions/tenancy/app/membership.ts';

const key = { pk: 'T#yancheng/dafeng#C#dafeng.1', sk: 'DEL#N#000004' };
const announcement: Notice = {
  kind: 'announcement',
  ref: { tenant: 'yancheng/dafeng', caseId: 'dafeng.1' },
  seq: 4,
  announcement: { event: 'taskOpened', taskIds: ['2-1'] },
};

const leader = (id: string): Membership => ({
  id,
  personId: id,
  name: `${id}某`,
  tenant: 'yancheng/dafeng',
  organisation: { id: 'dafeng-authority', name: '大丰区数据局' },
  roles: ['county.cloud.leader'],
  grantsVersion: 1,
  state: 'active',
  since: '2026-01-05T01:00:00.000Z',
});

interface Setup {
  readonly contacts?: Readonly<Record<string, string>>;
  readonly send?: Channels['send'];
  readonly text?: MessageText;
  /** When working hours begin. */
  readonly opensAt?: string;
  readonly failingSince?: Date;
}

const setup = ({
  contacts = { one: '1', two: '2' },
  send = async () => 'sent',
  text,
  opensAt = '2026-01-01T00:00:00Z',
  failingSince,
}: Setup = {}) => {
  const sent: OutgoingMessage[] = [];
  const inbox = new Map<string, InboxMessage & { state: MessageState }>();
  let marker: Notice | undefined = announcement;
  let tokens = 0;
  let now = '2026-11-22T02:00:00Z';
  const held: string[] = [];
  const postponed: string[] = [];
  const services: NotifyServices = {
    notices: {
      load: async () => marker,
      hold: async (_key, until) => {
        held.push(until.toISOString());
      },
      countFailure: async (_key, since) => ({ count: 1, since: failingSince ?? since }),
      postpone: async (_key, until) => {
        postponed.push(until.toISOString());
      },
      clear: async () => {
        marker = undefined;
      },
    },
    messages: {
      keep: async (message) => {
        const at = `${message.membershipId} ${message.id}`;
        const known = inbox.get(at);
        inbox.set(at, known ?? { ...message, state: 'pending' });
        return known?.state ?? 'pending';
      },
      settle: async (message, state) => {
        inbox.set(`${message.membershipId} ${message.id}`, { ...message, state });
      },
      contactOf: async ({ id }) => contacts[id],
      textOf: async () => text,
    },
    channels: {
      send: async (city, use, message) => {
        const outcome = await send(city, use, message);
        sent.push(message);
        return outcome;
      },
    },
    standIns: { for: async () => [] },
    posts: { holdersOf: async () => [leader('one'), leader('two')], standing: async () => leader('one') },
    links: {
      issue: async () => {
        tokens += 1;
        return `token${tokens}`;
      },
      makeCode: async () => undefined,
      find: async () => undefined,
    },
    describe: async () => [
      {
        event: 'task.leaderApproval',
        holders: [{ tenant: 'yancheng/dafeng', role: 'county.cloud.leader' }],
        facts: {
          matter: '政务云资源',
          priced: true,
          kindTitle: '政务云资源申请',
          organisation: '大丰卫健委',
          number: '大丰区2026-0012',
          systemName: '某系统',
          stage: '签批',
          targetOn: '2026-11-26',
          monthlyYuan: '120.50',
          daysLate: '',
          holder: '县级政务云签批',
        },
        linkedTask: '2-1',
      },
    ],
    stillSo: {},
    webhooks: { call: async () => 'noChannel' },
    workingTimes: { next: async (_tenant, now) => new Date(Math.max(now.getTime(), Date.parse(opensAt))) },
    clock: { now: () => new Date('2026-11-22T02:00:00Z') },
    businessClock: { now: () => new Date(now) },
    publicBaseUrl: 'https://yunwangtong.example',
  };
  return {
    services,
    sent,
    inbox: () => [...inbox.values()],
    marker: () => marker,
    held,
    postponed,
    waitUntil: (instant: string) => {
      now = instant;
    },
  };
};

describe('a notice', () => {
  it('reaches everybody who holds the post, each with a link of their own that the inbox does not keep', async () => {
    const { services, sent, inbox, marker } = setup();
    await carryNotice(services, key);
    expect(sent.map(({ to, text }) => [to.contact, text])).toEqual([
      [
        '1',
        'one某，大丰卫健委申请政务云资源（某系统，大丰区2026-0012，120.50元/月），请您签批，参考时间 2026-11-26。办理链接：https://yunwangtong.example/l/token1',
      ],
      ['2', expect.stringContaining('/l/token2')],
    ]);
    expect(inbox().map(({ state, text }) => [state, text.includes('/l/')])).toEqual([
      ['sent', false],
      ['sent', false],
    ]);
    expect(marker()).toBeUndefined();
  });

  it('is not held up by somebody without a contact', async () => {
    const { services, sent, inbox, marker } = setup({ contacts: { two: '2' } });
    await carryNotice(services, key);
    expect(sent.map(({ to }) => to.person)).toEqual(['two']);
    expect(inbox().map(({ state }) => state)).toEqual(['inboxOnly', 'sent']);
    expect(marker()).toBeUndefined();
  });

  it('that fails for one person reaches the others, and told again tells only the one', async () => {
    let broken = true;
    const { services, sent, marker } = setup({
      send: async (_city, _use, { to }) => {
        if (broken && to.person === 'one') throw new Error('the gateway is down');
        return 'sent';
      },
    });
    await expect(carryNotice(services, key)).rejects.toThrow('the gateway is down');
    expect(sent.map(({ to }) => to.person)).toEqual(['two']);
    expect(marker()).toBeDefined();
    broken = false;
    await carryNotice(services, key);
    await carryNotice(services, key);
    expect(sent.map(({ to }) => to.person)).toEqual(['two', 'one']);
    expect(marker()).toBeUndefined();
  });

  it('that the gateway refuses for good is not sent again', async () => {
    const { services, inbox, marker } = setup({ send: async () => 'refused' });
    await carryNotice(services, key);
    expect(inbox().map(({ state }) => state)).toEqual(['refused', 'refused']);
    expect(marker()).toBeUndefined();
  });

  it('outside working hours waits in the inbox, and reaches the phone once when they begin', async () => {
    const opensAt = '2026-11-23T00:30:00.000Z';
    const { services, sent, inbox, marker, held, waitUntil } = setup({ opensAt });
    await carryNotice(services, key);
    expect({ sent, held, states: inbox().map(({ state }) => state) }).toEqual({
      sent: [],
      held: [opensAt],
      states: ['pending', 'pending'],
    });
    expect(marker()).toBeDefined();
    waitUntil(opensAt);
    await carryNotice(services, key);
    await carryNotice(services, key);
    expect(sent.map(({ to }) => to.person)).toEqual(['one', 'two']);
    expect(sent[0]?.text).toContain('/l/token1');
    expect(marker()).toBeUndefined();
  });

  it('whose gateway is down stays in the inbox and is tried again later, for three days', async () => {
    const down = async () => {
      throw new Error('the gateway is down');
    };
    const lately = setup({ send: down });
    await expect(carryNotice(lately.services, key)).rejects.toThrow('the gateway is down');
    expect(lately.postponed).toEqual(['2026-11-22T02:30:00.000Z']);
    expect(lately.marker()).toBeDefined();
    const long = setup({ send: down, failingSince: new Date('2026-11-19T01:59:00Z') });
    await expect(carryNotice(long.services, key)).rejects.toThrow('the gateway is down');
    expect(long.postponed).toEqual([]);
    expect(long.marker()).toBeUndefined();
    expect(long.inbox()).toHaveLength(2);
  });

  it('speaks in the city’s own words where it has some', async () => {
    const { services, sent } = setup({ text: { title: '签批', text: '请签：{系统名称} {办理链接}' } });
    await carryNotice(services, key);
    expect(sent[0]?.text).toBe('请签：某系统 办理链接：https://yunwangtong.example/l/token1');
  });
});

describe('a city’s own texts', () => {
  it('are refused by name where nothing could fill them in', () => {
    expect(
      checkTexts({
        'task.recheck': { title: '复核', text: '{系统名称}请复核{when}' },
        'task.unknown': { title: '无', text: '无' },
        'link.code': { title: '验证码', text: '请输入验证码' },
      }),
    ).toEqual([
      '“task.recheck”：{when} 无法填写，请删除。',
      '没有消息“task.unknown”，请删除。',
      '“link.code”：必须含有 {验证码}。',
    ]);
  });
});

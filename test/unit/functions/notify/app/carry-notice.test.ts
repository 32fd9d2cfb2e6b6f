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
  announcement: { event: 'taskOpened', taskId: '2-1' },
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
}

const setup = ({ contacts = { one: '1', two: '2' }, send = async () => 'sent', text }: Setup = {}) => {
  const sent: OutgoingMessage[] = [];
  const inbox = new Map<string, InboxMessage & { state: MessageState }>();
  let marker: Notice | undefined = announcement;
  let tokens = 0;
  const services: NotifyServices = {
    notices: {
      load: async () => marker,
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
    posts: { holdersOf: async () => [leader('one'), leader('two')], standing: async () => leader('one') },
    links: {
      issue: async () => {
        tokens += 1;
        return `token${tokens}`;
      },
      makeCode: async () => undefined,
      find: async () => undefined,
    },
    describe: async () => ({
      event: 'task.leaderApproval',
      holders: [{ tenant: 'yancheng/dafeng', role: 'county.cloud.leader' }],
      facts: {
        organisation: '大丰卫健委',
        systemName: '某系统',
        stage: '签批',
        targetOn: '2026-11-26',
        monthlyYuan: '120.50',
      },
      linkedTask: '2-1',
    }),
    clock: { now: () => new Date('2026-11-22T02:00:00Z') },
    publicBaseUrl: 'https://yunwangtong.example',
  };
  return { services, sent, inbox: () => [...inbox.values()], marker: () => marker };
};

describe('a notice', () => {
  it('reaches everybody who holds the post, each with a link of their own that the inbox does not keep', async () => {
    const { services, sent, inbox, marker } = setup();
    await carryNotice(services, key);
    expect(sent.map(({ to, text }) => [to.contact, text])).toEqual([
      [
        '1',
        'one某，大丰卫健委申请政务云资源（某系统，120.50元/月），请您签批，参考时间 2026-11-26。办理链接：https://yunwangtong.example/l/token1',
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

  it('speaks in the city’s own words where it has some', async () => {
    const { services, sent } = setup({ text: { title: '签批', text: '请签：{systemName} {link}' } });
    await carryNotice(services, key);
    expect(sent[0]?.text).toBe('请签：某系统 办理链接：https://yunwangtong.example/l/token1');
  });
});

describe('a city’s own texts', () => {
  it('are refused by name where nothing could fill them in', () => {
    expect(
      checkTexts({
        'task.recheck': { title: '复核', text: '{systemName}请复核{when}' },
        'task.unknown': { title: '无', text: '无' },
        'link.code': { title: '验证码', text: '请输入验证码' },
      }),
    ).toEqual([
      '“task.recheck”中的 {when} 无法填写，请删除。',
      '没有消息“task.unknown”，请删除。',
      '“link.code”必须含有 {code}。',
    ]);
  });
});

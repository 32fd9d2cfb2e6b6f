import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ProblemError } from '../../../../../web/api/problem-error.ts';
import { type Content, DraftStore } from '../../../../../web/parts/fill/draft-store.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const problem = (status: number, code: string) =>
  new ProblemError({ status, code, title: '不行', detail: '请重试。', errors: [] });

interface Request {
  readonly section: string;
  readonly content: Content;
  readonly version: number;
  readonly answer: (outcome: 'saved' | ProblemError) => void;
}

const setup = () => {
  const requests: Request[] = [];
  const store = new DraftStore({
    sections: [{ section: 'report', version: 3, content: { systemName: '旧' } }],
    now: () => Date.now(),
    check: (_section, { bad }) =>
      bad === undefined ? [] : [{ pointer: '/report/bad', code: 'wrong-type', message: '请改正。' }],
    save: (section, content, version) =>
      new Promise((resolve, reject) => {
        const answer: Request['answer'] = (outcome) =>
          outcome === 'saved' ? resolve({ version: version + 1 }) : reject(outcome);
        requests.push({ section, content, version, answer });
      }),
  });
  const settle = () => vi.advanceTimersByTimeAsync(0);
  const answer = async (outcome: 'saved' | ProblemError) => {
    requests[requests.length - 1]?.answer(outcome);
    await settle();
  };
  return { store, requests, answer, sentOf: () => requests.map(({ content }) => content) };
};

test('what was typed is saved once after a second of quiet, over the version that was read', async () => {
  const { store, requests, answer } = setup();
  for (const systemName of ['新', '新名', '新名字']) {
    store.edit({ report: { systemName } });
    await vi.advanceTimersByTimeAsync(900);
  }
  expect(requests).toEqual([]);
  await vi.advanceTimersByTimeAsync(100);
  expect(requests).toMatchObject([{ section: 'report', content: { systemName: '新名字' }, version: 3 }]);
  await answer('saved');
  expect(store.read()['report']).toMatchObject({ version: 4, saving: { at: 'saved', on: Date.now() } });
  expect(store.isSaved()).toBe(true);
});

test('typing on without a pause puts saving off for eight seconds at most', async () => {
  const { store, requests } = setup();
  for (let pressed = 0; pressed < 16; pressed += 1) {
    store.edit({ report: { systemName: `${pressed}` } });
    await vi.advanceTimersByTimeAsync(500);
  }
  expect(requests).toHaveLength(1);
});

test('what was typed while a save was under way is saved after it, over the new version', async () => {
  const { store, requests, answer } = setup();
  store.edit({ report: { systemName: '甲' } });
  await vi.advanceTimersByTimeAsync(1_000);
  store.edit({ report: { systemName: '乙' } });
  await answer('saved');
  expect(requests.map(({ content, version }) => [content['systemName'], version])).toEqual([
    ['甲', 3],
    ['乙', 4],
  ]);
  expect(store.isSaved()).toBe(false);
  await answer('saved');
  expect(store.isSaved()).toBe(true);
});

test('sections are saved one after the other; a first save names version 0', async () => {
  const { store, requests, answer } = setup();
  store.edit({ report: { systemName: '甲' }, plan: { systemName: '甲' } });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(requests).toHaveLength(1);
  await answer('saved');
  expect(requests[1]).toMatchObject({ section: 'plan', version: 0 });
});

test('a failed save keeps what was typed until it is tried again', async () => {
  const { store, answer, sentOf } = setup();
  store.edit({ report: { systemName: '甲' } });
  await vi.advanceTimersByTimeAsync(1_000);
  await answer(problem(0, 'unreachable'));
  expect(store.read()['report']).toMatchObject({ content: { systemName: '甲' }, saving: { at: 'failed' } });
  const flushed = store.flush();
  await answer('saved');
  expect(await flushed).toBe(true);
  expect(sentOf()).toEqual([{ systemName: '甲' }, { systemName: '甲' }]);
});

test('a section that somebody else saved is never sent again by itself, and then either side may win', async () => {
  const { store, requests, answer } = setup();
  store.edit({ report: { systemName: '我' } });
  await vi.advanceTimersByTimeAsync(1_000);
  await answer(problem(409, 'section-moved'));
  store.edit({ report: { systemName: '我的' } });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(requests).toHaveLength(1);
  expect(store.read()['report']?.saving.at).toBe('moved');
  void store.overwrite('report', 7);
  await answer('saved');
  expect(requests[1]).toMatchObject({ content: { systemName: '我的' }, version: 7 });
  store.take('report', { systemName: '他的' }, 9);
  expect(store.read()['report']).toMatchObject({ content: { systemName: '他的' }, version: 9 });
  expect(store.isSaved()).toBe(true);
});

test('what the server could not store is not sent, and is saved once it is mended', async () => {
  const { store, requests, answer } = setup();
  store.edit({ report: { bad: 1 } });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(requests).toEqual([]);
  expect(store.read()['report']?.saving.at).toBe('held');
  expect(await store.flush()).toBe(false);
  store.edit({ report: {} });
  await vi.advanceTimersByTimeAsync(1_000);
  await answer('saved');
  expect(store.isSaved()).toBe(true);
});

import { expect, test } from 'vitest';
import { ProblemError } from '../../../../web/api/problem-error.ts';
import type { Session } from '../../../../web/auth/session-api.ts';
import { SessionKeeper } from '../../../../web/auth/session-keeper.ts';

const minute = 60_000;

const setup = () => {
  let now = 0;
  const asked: { readonly refused: boolean; readonly answer: (outcome: Session | string) => void }[] = [];
  const heard: string[] = [];
  const keeper = new SessionKeeper({
    now: () => now,
    refresh: (refused) =>
      new Promise((resolve, reject) => {
        const answer = (outcome: Session | string) =>
          typeof outcome === 'string'
            ? reject(new ProblemError({ status: 401, code: outcome, title: '', detail: '', errors: [] }))
            : resolve(outcome);
        asked.push({ refused, answer });
      }),
  });
  keeper.listen({ renewed: () => heard.push('renewed'), replaced: () => heard.push('replaced') });
  keeper.take({ accessToken: 'first', expiresIn: 3600, person: 'ding' });
  return { keeper, asked, heard, wait: (ms: number) => (now += ms) };
};
const second: Session = { accessToken: 'second', expiresIn: 3600, person: 'ding' };

test('a token with life left is handed out without asking', async () => {
  const { keeper, asked, wait } = setup();
  wait(59 * minute);
  expect(await keeper.token()).toBe('first');
  expect(asked).toHaveLength(0);
});

test('requests at the end of its life wait for one renewal', async () => {
  const { keeper, asked, heard, wait } = setup();
  wait(60 * minute);
  const tokens = [keeper.token(), keeper.token(), keeper.token()];
  asked[0]?.answer(second);
  expect(await Promise.all(tokens)).toEqual(['second', 'second', 'second']);
  expect([asked.length, asked[0]?.refused, heard]).toEqual([1, false, ['renewed']]);
});

test('a token that was turned away is said to be', async () => {
  const { keeper, asked } = setup();
  const renewed = keeper.renew(true);
  asked[0]?.answer(second);
  expect([await renewed, asked[0]?.refused]).toEqual([true, true]);
});

test('why there is no session is kept until there is one again', async () => {
  const { keeper, asked, heard } = setup();
  const lost = keeper.renew(true);
  asked[0]?.answer('session-idle');
  expect([await lost, keeper.problem?.code, keeper.person, heard]).toEqual([
    false,
    'session-idle',
    'ding',
    [],
  ]);
  const found = keeper.renew(false);
  asked[1]?.answer(second);
  expect([await found, keeper.problem, heard]).toEqual([true, undefined, ['renewed']]);
});

test('the token of somebody else who signed in meanwhile is never used', async () => {
  const { keeper, asked, heard } = setup();
  const renewed = keeper.renew(false);
  asked[0]?.answer({ ...second, person: 'wang' });
  expect([await renewed, keeper.person, heard]).toEqual([false, undefined, ['replaced']]);
});

test('a renewal is due after four fifths of a life', () => {
  const { keeper } = setup();
  expect(keeper.due).toEqual({ at: 48 * minute, since: 0 });
});

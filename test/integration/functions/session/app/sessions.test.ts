import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endEverywhere, endSession } from '#functions/session/app/end-session.ts';
import { exchangeCode } from '#functions/session/app/exchange-code.ts';
import type { SessionServices } from '#functions/session/app/ports.ts';
import { refreshSession } from '#functions/session/app/refresh-session.ts';
import { sessionIdOf } from '#functions/session/app/seal.ts';
import { createSessionStore } from '#functions/session/store/session-store.ts';
import { createRotatingIssuer } from '#test/support/rotating-issuer.ts';
import { startSingleTable } from '#test/support/single-table.ts';

const minute = 60_000;
const hour = 60 * minute;
const life = { wholeMs: 12 * hour, idleMs: 2 * hour };
let table: Awaited<ReturnType<typeof startSingleTable>>;
let people = 0;

beforeAll(async () => {
  table = await startSingleTable();
});
afterAll(() => table.stop());

/** A person of their own, a clock that pauses move on, and the real table. */
const setup = (options: Parameters<typeof createRotatingIssuer>[0] = {}) => {
  people += 1;
  const person = `person-${people}`;
  let now = 1_790_000_000_400 + people * 24 * hour;
  const rotating = createRotatingIssuer(options);
  const services: SessionServices = {
    sessions: createSessionStore(table.client, table.name, life),
    issuer: rotating.issuer,
    life,
    clock: { now: () => new Date(now) },
    pause: async (ms) => {
      now += ms;
      await new Promise((resolve) => setTimeout(resolve, 5));
    },
  };
  const exchange = (before?: string, answer = person) =>
    exchangeCode(services, { answer, state: 's', nonce: 'n', codeVerifier: 'v' }, before);
  return {
    ...rotating,
    services,
    person,
    exchange,
    signIn: async (before?: string) => {
      const opened = await exchange(before);
      if (!opened.ok) throw new Error(opened.refusal.code);
      return opened.value.secret;
    },
    /** The access token, or the code of the refusal. */
    refresh: async (secret: string | undefined, refused = false) => {
      const answer = await refreshSession(services, secret, refused);
      return answer.ok ? answer.value.accessToken : answer.refusal.code;
    },
    wait: (ms: number) => (now += ms),
    now: () => now,
  };
};

describe('a sign-in', () => {
  it('opens a session whose item shows neither its secret nor a token', async () => {
    const { exchange, services, person } = setup();
    const opened = await exchange();
    expect(opened).toMatchObject({
      ok: true,
      value: { view: { accessToken: 'access-1', person, expiresIn: 3600 } },
    });
    const secret = opened.ok ? opened.value.secret : '';
    const kept = JSON.stringify(await services.sessions.find(sessionIdOf(secret) ?? ''));
    expect(kept).toContain(person);
    expect(kept).not.toMatch(new RegExp(`${secret}|access-1|refresh-1|id-of-`));
  });

  it('that the issuer does not confirm opens none', async () => {
    const { exchange } = setup();
    expect(await exchange(undefined, 'bad')).toMatchObject({
      ok: false,
      refusal: { code: 'sign-in-refused' },
    });
  });

  it('takes the place of the session that the browser had', async () => {
    const { signIn, refresh } = setup();
    const first = await signIn();
    const second = await signIn(first);
    expect([await refresh(first), await refresh(second)]).toEqual(['session-missing', 'access-2']);
  });
});

describe('refreshing', () => {
  it('hands out the kept token, and a new one when it nears its end', async () => {
    const { signIn, refresh, wait, issuedSoFar } = setup();
    const secret = await signIn();
    wait(40 * minute);
    expect([await refresh(secret), issuedSoFar()]).toEqual(['access-1', 1]);
    wait(10 * minute);
    expect([await refresh(secret), issuedSoFar()]).toEqual(['access-2', 2]);
    wait(50 * minute);
    expect(await refresh(secret)).toBe('access-3');
  });

  it('of many tabs at once renews once, and each gets the new token', async () => {
    const { signIn, refresh, wait, issuedSoFar } = setup({ latencyMs: 40 });
    const secret = await signIn();
    wait(hour);
    const tokens = await Promise.all(Array.from({ length: 8 }, () => refresh(secret, true)));
    expect(new Set(tokens)).toEqual(new Set(['access-2']));
    expect(issuedSoFar()).toBe(2);
  });

  it('again within half a minute gives the same token, later a new one: the issuer never sees a token twice', async () => {
    const { signIn, refresh, wait } = setup();
    const secret = await signIn();
    wait(minute);
    expect(await refresh(secret, true)).toBe('access-2');
    wait(29_000);
    expect(await refresh(secret, true)).toBe('access-2');
    wait(2_000);
    expect(await refresh(secret, true)).toBe('access-3');
  });

  it('ends with the session when the issuer no longer knows the grant', async () => {
    const { signIn, refresh, wait } = setup();
    const secret = await signIn();
    await signIn();
    wait(hour);
    expect([await refresh(secret), await refresh(secret)]).toEqual([
      'session-not-renewable',
      'session-missing',
    ]);
  });

  it('goes on after a fault of the issuer as if it had not been', async () => {
    const { signIn, refresh, wait, duringRenewal } = setup();
    const secret = await signIn();
    wait(hour);
    duringRenewal.push(async () => Promise.reject(new Error('no answer')));
    await expect(refresh(secret)).rejects.toThrow('no answer');
    expect(await refresh(secret)).toBe('access-2');
  });

  it('takes over from whoever died in the middle of it', async () => {
    const { signIn, refresh, wait, services, now } = setup();
    const secret = await signIn();
    wait(hour);
    const session = await services.sessions.find(sessionIdOf(secret) ?? '');
    if (!session) throw new Error('no session');
    expect(await services.sessions.lease(session, 'the dead', now() + 5_000, now())).toBe(true);
    expect(await refresh(secret)).toBe('access-2');
  });

  it('without refresh tokens hands out the kept token to its end, then asks for a new sign-in', async () => {
    const { signIn, refresh, wait } = setup({ refreshes: false });
    const secret = await signIn();
    wait(59 * minute);
    expect(await refresh(secret)).toBe('access-1');
    wait(minute);
    expect(await refresh(secret)).toBe('session-not-renewable');
  });

  it('keeps a session from becoming idle, but not beyond its whole life', async () => {
    const { signIn, refresh, wait } = setup();
    const secret = await signIn();
    for (let hours = 1; hours < 12; hours += 1) {
      wait(hour);
      expect(await refresh(secret)).toBe(`access-${hours + 1}`);
    }
    wait(hour);
    expect(await refresh(secret)).toBe('session-over');
  });

  it('comes too late after two hours without', async () => {
    const { signIn, refresh, wait } = setup();
    const secret = await signIn();
    wait(2 * hour);
    expect([await refresh(secret), await refresh(secret)]).toEqual(['session-idle', 'session-idle']);
  });

  it.each([undefined, '', 'x', 'A'.repeat(43)])('with the cookie %j finds no session', async (secret) => {
    expect(await setup().refresh(secret)).toBe('session-missing');
  });
});

describe('signing out', () => {
  it('ends this browser’s session only, and leads to the issuer’s own', async () => {
    const { signIn, refresh, services, person } = setup();
    const [here, there] = [await signIn(), await signIn()];
    expect(await endSession(services, here)).toEqual({
      leaveTo: `https://issuer.example/end?id_token_hint=id-of-${person}`,
    });
    expect([await refresh(here), await refresh(there)]).toEqual(['session-missing', 'access-2']);
    expect(await endSession(services, here)).toEqual({});
  });

  it('everywhere ends all sessions of the person, and nobody else’s', async () => {
    const other = setup();
    const othersSecret = await other.signIn();
    const { signIn, refresh, services, now } = setup();
    const [here, there] = [await signIn(), await signIn()];
    expect((await endEverywhere(services, here)).ok).toBe(true);
    expect([await refresh(here), await refresh(there)]).toEqual(['session-missing', 'session-ended']);
    expect(await other.refresh(othersSecret)).toBe('access-1');
    const anew = await signIn();
    expect([await refresh(anew), now() % 1000]).toEqual(['access-3', 0]);
  });

  it('everywhere lets no renewal through that was under way', async () => {
    const { signIn, refresh, services, wait, duringRenewal } = setup();
    const [here, there] = [await signIn(), await signIn()];
    wait(46 * minute);
    duringRenewal.push(() => endEverywhere(services, here));
    expect(await refresh(there)).toBe('session-ended');
  });

  it('everywhere asks for more than the sign-in that the issuer still remembers', async () => {
    const { signIn, exchange, services, authenticateAt, now } = setup();
    authenticateAt(Math.floor(now() / 1000));
    await endEverywhere(services, await signIn());
    expect(await exchange()).toMatchObject({ ok: false, refusal: { code: 'session-ended' } });
    authenticateAt(Math.floor(now() / 1000));
    expect(await exchange()).toMatchObject({ ok: true });
  });
});

import { describe, expect, it } from 'vitest';
import { judgeSession, needsRenewal, signOutMark } from '#functions/session/domain/session.ts';

const minute = 60_000;
const hour = 60 * minute;
const life = { wholeMs: 12 * hour, idleMs: 2 * hour };
const startedAt = 1_790_000_000_000;

describe('a session', () => {
  const judge = (usedAfter: number, nowAfter: number, signedOutAfterMs?: number) =>
    judgeSession(
      { startedAt, usedAt: startedAt + usedAfter },
      life,
      signedOutAfterMs === undefined ? undefined : (startedAt + signedOutAfterMs) / 1000,
      startedAt + nowAfter,
    );

  it.each([
    ['just used', 0, 0, 'live'],
    ['unused for a little less than two hours', 0, 2 * hour - 1, 'live'],
    ['unused for two hours', 0, 2 * hour, 'idle'],
    ['used in between', hour, 3 * hour - 1, 'live'],
    ['in use shortly before twelve hours', 12 * hour - 2, 12 * hour - 1, 'live'],
    ['in use after twelve hours', 12 * hour - 1, 12 * hour, 'over'],
  ])('%s', (_when, used, now, standing) => {
    expect(judge(used, now)).toBe(standing);
  });

  it('is ended by signing out everywhere after its start, not by one before', () => {
    expect(judge(0, 2000, 1000)).toBe('ended');
    expect(judge(0, 2000, 0)).toBe('live');
    expect(judge(0, 2000, -1000)).toBe('live');
  });
});

describe('an access token of an hour', () => {
  const token = { renewedAt: startedAt, expiresAt: startedAt + hour };

  it.each([
    ['serves again for most of its life', 44 * minute, false, false],
    ['is renewed in its last quarter', 46 * minute, false, true],
    ['is renewed once it has run out', hour, false, true],
    ['is renewed when the API turned it away', minute, true, true],
    ['serves whoever asks within half a minute of its renewal', 29_000, true, false],
  ])('%s', (_what, after, refused, renewed) => {
    expect(needsRenewal(token, refused, startedAt + after)).toBe(renewed);
  });

  it('that lives shorter than the half minute is renewed when it has run out', () => {
    const short = { renewedAt: startedAt, expiresAt: startedAt + 20_000 };
    expect(needsRenewal(short, false, startedAt + 20_000)).toBe(true);
  });
});

describe('the mark of signing out everywhere', () => {
  it.each([0, 1, 999])('lies behind every token issued up to now (%i ms into the second)', (ms) => {
    const issuedAt = Math.floor((startedAt + ms) / 1000);
    expect(signOutMark(startedAt + ms)).toBe(issuedAt + 1);
  });
});

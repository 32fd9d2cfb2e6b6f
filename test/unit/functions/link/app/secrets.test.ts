import { describe, expect, it } from 'vitest';
import {
  isCode,
  linkIdOf,
  newCode,
  newToken,
  openView,
  sealCode,
  sealView,
} from '#functions/link/app/secrets.ts';
import { readCode } from '#functions/link/domain/link.ts';

const owner = { id: 'a'.repeat(64), viewKey: 'key', holder: { personId: 'cdo' } };
const view = { version: 3, formDigest: 'b'.repeat(64), expires: 1_000_900 };
const now = new Date(1_000_000_000);

describe('a view', () => {
  it('opens for its own link and person until its time is over', () => {
    const field = sealView(owner, view);
    expect(openView(owner, field, now)).toEqual(view);
    expect(openView(owner, field, new Date(1_000_900_000))).toBeUndefined();
    expect(openView({ ...owner, id: 'c'.repeat(64) }, field, now)).toBeUndefined();
    expect(openView({ ...owner, holder: { personId: 'leader' } }, field, now)).toBeUndefined();
    expect(openView({ ...owner, viewKey: 'other' }, field, now)).toBeUndefined();
  });

  it.each(['', 'x', '3..1000900.', '4'])('does not open as %j', (field) => {
    expect(openView(owner, field, now)).toBeUndefined();
  });

  it('does not open with anything in it changed', () => {
    const field = sealView(owner, view);
    for (const [from, to] of [
      ['3.', '4.'],
      ['1000900', '9000900'],
      ['bbbb', 'bbbc'],
    ] as const)
      expect(openView(owner, field.replace(from, to), now)).toBeUndefined();
  });
});

describe('a token', () => {
  it('has 256 bits and is known by its digest only', () => {
    const token = newToken();
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(linkIdOf(token)).toMatch(/^[0-9a-f]{64}$/);
    expect(linkIdOf(`${token}x`)).toBeUndefined();
    expect(linkIdOf('../../etc')).toBeUndefined();
  });
});

describe('a code', () => {
  it('is six digits, and compared by a salted digest', () => {
    const code = newCode();
    expect(code).toMatch(/^\d{6}$/);
    const sealed = sealCode(code, '2026-11-22T02:05:00.000Z');
    expect(isCode(code, sealed)).toBe(true);
    expect(isCode(code === '000000' ? '000001' : '000000', sealed)).toBe(false);
    expect(JSON.stringify(sealed)).not.toContain(code);
  });

  it.each([
    ['123 456', '123456'],
    ['１２３４５６', '123456'],
    ['12345', undefined],
    ['1234567', undefined],
    ['', undefined],
  ])('typed %j is read as %j', (typed, read) => {
    expect(readCode(typed)).toBe(read);
  });
});

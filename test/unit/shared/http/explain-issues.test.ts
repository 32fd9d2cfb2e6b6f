import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { phone } from '#shared/contracts/people.ts';
import { explainIssues } from '#shared/http/explain-issues.ts';

const explain = (schema: z.ZodMiniType, value: unknown) => {
  const read = schema.safeParse(value);
  return read.success ? [] : explainIssues('/body', read.error.issues);
};
const told = (schema: z.ZodMiniType, value: unknown) => {
  const answer = schema.safeParse(value);
  return answer.success
    ? []
    : explainIssues('', answer.error.issues).map(({ pointer, message }) => `${pointer} ${message}`);
};

it('a field that says itself what is wanted is told in its own words, also inside a choice', () => {
  const words = '请填写 11 位手机号码；审批链接的验证码将发到这个号码';
  expect(told(z.object({ phone }), { phone: '139' })).toEqual([`/phone ${words}`]);
  const change = z.discriminatedUnion('kind', [z.object({ kind: z.literal('contact'), phone })]);
  expect(told(z.object({ change }), { change: { kind: 'contact', phone: '0515-12345' } })).toEqual([
    `/change/phone ${words}`,
  ]);
});

it('one that says nothing is told by the kind of fault', () => {
  const body = z.object({ name: z.string(), day: z.iso.date() });
  expect(told(body, { day: '2026' })).toEqual([
    '/name 缺少或类型不对，应为 文字',
    '/day 格式不对，日期请写成 2026-10-16',
  ]);
});

describe('what is wrong with a request', () => {
  it('names a few of many fields that nobody knows, each cut short', () => {
    const names = Array.from({ length: 60_000 }, (_, at) => [`字段${at}${'x'.repeat(100)}`, 1]);
    const [told] = explain(z.strictObject({}), Object.fromEntries(names));
    expect(told?.message).toMatch(/^不认识的字段：字段0x+、字段1x+、.* 等 60000 个，请删除$/);
    expect(told?.message.length).toBeLessThan(300);
    expect(explain(z.strictObject({}), { tenant: 1 })[0]?.message).toBe('不认识的字段：tenant，请删除');
  });

  it('is told of a hundred places at most', () => {
    const told = explain(
      z.array(z.string()),
      Array.from({ length: 5_000 }, () => 1),
    );
    expect(told).toHaveLength(100);
    expect(told[99]?.pointer).toBe('/body/99');
  });
});

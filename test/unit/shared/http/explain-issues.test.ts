import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { phone } from '#shared/contracts/people.ts';
import { explainIssues } from '#shared/http/explain-issues.ts';

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

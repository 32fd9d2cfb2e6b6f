import { describe, expect, it } from 'vitest';
import { objectionToNotice, publishableBy } from '#functions/calendar/domain/check-notice.ts';
import type { NoticeBody } from '#shared/contracts/holiday-notices.ts';
import { closure, notice2027 } from '#test/support/holiday-notices.ts';

const range = (from: string, to: string, kind: 'holiday' | 'workday' = 'holiday') => ({
  from,
  to,
  kind,
  reason: '事由',
});
const withRanges = (...ranges: NoticeBody['ranges']): NoticeBody => ({ ...notice2027, ranges });
const codes = (notice: NoticeBody, tenant: 'yancheng/_city' | 'yancheng/dafeng' = 'yancheng/_city') =>
  objectionToNotice(notice, tenant, [])?.errors?.map(({ pointer, code }) => `${pointer} ${code}`);

describe('who publishes what', () => {
  it.each([
    ['yancheng/_city', 'tenant.admin', ['national', 'local']],
    ['yancheng/dafeng', 'tenant.admin', ['local']],
    ['yancheng/_city', 'security.admin', []],
    ['yancheng/_city', 'city.cloud.operator', []],
  ] as const)('%s as %s: %j', (tenant, role, kinds) => {
    expect(publishableBy({ tenant, roles: [role] })).toEqual(kinds);
  });
});

describe('a notice', () => {
  it('as the State Council writes it is in order', () => {
    expect(objectionToNotice(notice2027, 'yancheng/_city', [])).toBeUndefined();
  });

  it.each<[string, NoticeBody, string]>([
    ['ends before it begins', withRanges(range('2027-02-05', '2027-02-04')), '/ranges/0/to before-start'],
    ['spans a mistyped year', withRanges(range('2027-02-05', '2028-02-05')), '/ranges/0/to too-long'],
    [
      'says two things of a day',
      withRanges(range('2027-02-05', '2027-02-08'), range('2027-02-08', '2027-02-08', 'workday')),
      '/ranges/1/from day-twice',
    ],
  ])('is refused when it %s', (_, notice, code) => {
    expect(codes(notice)).toEqual([code]);
  });

  it('of a county closes days and never makes a day off worked', () => {
    expect(codes(closure('2027-07-08'), 'yancheng/dafeng')).toBeUndefined();
    const worked = { ...closure('2027-07-10'), ranges: [range('2027-07-10', '2027-07-10', 'workday')] };
    expect(codes(worked, 'yancheng/dafeng')).toEqual(['/ranges/0/kind closure-only']);
  });

  it('with a number that the same body has published already is refused by name', () => {
    const known = [{ ...notice2027, version: 4, publishedAt: '' }];
    expect(objectionToNotice({ ...notice2027, title: '另一份' }, 'yancheng/_city', known)).toMatchObject({
      code: 'notice-known',
      detail: expect.stringContaining('第 4 版'),
    });
    expect(objectionToNotice({ ...notice2027, kind: 'local' }, 'yancheng/_city', known)).toBeUndefined();
  });
});

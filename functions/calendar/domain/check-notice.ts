import type { NoticeBody, NoticeRange } from '#shared/contracts/holiday-notices.ts';
import type { FieldRefusal, Refusal } from '#shared/kernel/refusal.ts';
import { cityOf, isCityTenant, type TenantId } from '#shared/kernel/tenant.ts';
import { daysOfRange, type PublishedNotice, sameNotice } from './notice.ts';

/** Longest stretch of one entry, days: no holiday comes near it, a mistyped year does. */
const longestRange = 60;

const rangeErrors = (ranges: readonly NoticeRange[], closuresOnly: boolean): FieldRefusal[] => {
  const seen = new Map<string, number>();
  return ranges.flatMap((range, index): FieldRefusal[] => {
    const at = (field: string, code: string, message: string): FieldRefusal[] => [
      { pointer: `/ranges/${index}/${field}`, code, message },
    ];
    if (range.to < range.from) return at('to', 'before-start', '结束日期早于开始日期，请更正。');
    if (closuresOnly && range.kind === 'workday')
      return at('kind', 'closure-only', '县级只能发布停办日，不能把休息日改为工作日，请删除。');
    if (Date.parse(range.to) - Date.parse(range.from) >= longestRange * 86_400_000)
      return at('to', 'too-long', `一段不得超过 ${longestRange} 天，请核对年份。`);
    const twice = daysOfRange(range).find((date) => seen.has(date));
    for (const date of daysOfRange(range)) seen.set(date, index);
    return twice === undefined ? [] : at('from', 'day-twice', `${twice} 在本通知中出现两次，请只保留一处。`);
  });
};

/** What a person may publish: the city its own and the nation's, a county its own closures, others nothing. */
export const publishableBy = (actor: {
  readonly tenant: TenantId;
  readonly roles: readonly string[];
}): readonly NoticeBody['kind'][] => {
  if (!actor.roles.includes('tenant.admin')) return [];
  return isCityTenant(actor.tenant) ? ['national', 'local'] : ['local'];
};

/** City or county whose days a notice sets; undefined for the nation's. */
export const scopeFor = (kind: NoticeBody['kind'], tenant: TenantId): string | undefined => {
  if (kind === 'national') return undefined;
  return isCityTenant(tenant) ? cityOf(tenant) : tenant;
};

/** Why a notice can't be published; undefined when it can. A county closes its own days and does nothing else. */
export const objectionToNotice = (
  notice: NoticeBody,
  tenant: TenantId,
  known: readonly PublishedNotice[],
): Refusal | undefined => {
  const errors = rangeErrors(notice.ranges, !isCityTenant(tenant));
  if (errors.length > 0) return { code: 'notice-invalid', detail: '请按下列提示更正后再发布。', errors };
  const scope = scopeFor(notice.kind, tenant);
  const before = known.find(
    (other) =>
      other.scope === scope &&
      (sameNotice(other, notice) || (other.number !== undefined && other.number === notice.number)),
  );
  return before
    ? {
        code: 'notice-known',
        detail: `《${before.title}》${before.number ?? ''}已作为第 ${before.version} 版发布；如需更正，请发布新的通知。`,
      }
    : undefined;
};

/** Most days of one notice: a year's arrangements name some forty. */
const mostDays = 120;
/** Most days of a city's whole calendar, which is read with every decision. */
const mostDaysInAll = 1500;

const daysOf = ({ ranges }: Pick<NoticeBody, 'ranges'>): number =>
  ranges.reduce((sum, { from, to }) => sum + (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1, 0);

/** Why a notice is too long, by itself or with all before it. */
export const objectionToSize = (
  notice: NoticeBody,
  known: readonly PublishedNotice[],
): Refusal | undefined => {
  if (daysOf(notice) > mostDays)
    return {
      code: 'notice-invalid',
      detail: '请按下列提示更正后再发布。',
      errors: [
        {
          pointer: '/ranges',
          code: 'too-many-days',
          message: `一份通知最多 ${mostDays} 天，请分成几份发布或核对日期。`,
        },
      ],
    };
  return known.reduce((sum, each) => sum + daysOf(each), daysOf(notice)) > mostDaysInAll
    ? { code: 'notice-invalid', detail: '本市日历中的日期已满，请联系系统维护人员归档往年的通知。' }
    : undefined;
};

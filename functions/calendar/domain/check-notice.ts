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

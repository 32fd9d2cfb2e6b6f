import { type NoticeHolder, ofDepartment } from '#shared/aggregate/notice.ts';
import { cityTenantOf, type TenantId } from '#shared/kernel/tenant.ts';
import type { ReclamationRules } from '#shared/regulation/reclamation-spec.ts';
import type { Authority } from '../domain/reclamation-state.ts';

interface Concerned {
  readonly tenant: TenantId;
  readonly organisation: { readonly id: string };
  readonly authority: Authority;
}

const inCity = (tenant: TenantId, roles: readonly string[]): readonly NoticeHolder[] =>
  roles.map((role) => ({ tenant: cityTenantOf(tenant), role }));

/** 使用部门: who handles its matters, and who stands for it. */
export const department = (concerned: Concerned): readonly NoticeHolder[] =>
  ofDepartment(concerned, ['department.clerk', 'department.cdo', 'department.head']);

/** 运行管理机构. */
export const operators = ({ tenant }: Concerned, { runs }: ReclamationRules): readonly NoticeHolder[] =>
  inCity(tenant, runs.value);

/** 评审处置方案: the parties whose opinion the rules ask for. */
export const reviewers = (
  concerned: Concerned,
  { planReview }: Pick<ReclamationRules, 'planReview'>,
): readonly NoticeHolder[] =>
  (planReview?.value ?? []).flatMap((party) =>
    party === 'unit' ? department(concerned) : inCity(concerned.tenant, ['expert']),
  );

/** 主管部门 that decides. */
export const authorities = (
  { tenant, authority }: Concerned,
  { cityDecides, countyDecides }: ReclamationRules,
): readonly NoticeHolder[] =>
  authority === 'county'
    ? countyDecides.value.map((role) => ({ tenant, role }))
    : inCity(tenant, cityDecides.value);

/** 抄送: the city's authority, where the county's decides. */
export const copied = (
  { tenant, authority }: Concerned,
  { cityDecides }: ReclamationRules,
): readonly NoticeHolder[] => (authority === 'county' ? inCity(tenant, cityDecides.value) : []);

import type { Cited } from '#shared/regulation/cited.ts';
import { isRoleId, labelOfRole } from '#shared/tenancy/roles.ts';

const directions = {
  min: '各县（市、区）可以另设，只能更高',
  max: '各县（市、区）可以另设，只能更短、更低',
  superset: '各县（市、区）可以增加，不能减少',
  never: '由规定确定，不能另设',
} as const;

/** Whether a county may set its own value, and in which direction. */
export const settableWords = ({ tighten, source }: Pick<Cited<unknown>, 'tighten' | 'source'>): string =>
  tighten === undefined
    ? source === 'localDefault'
      ? '本地可以设定'
      : directions.never
    : directions[tighten];

/** Posts by what people call them. */
export const roleWords = (roles: readonly string[]): string =>
  roles.map((role) => (isRoleId(role) ? labelOfRole(role) : role)).join('、');

import type { GrantView } from '#shared/contracts/people.ts';

export const kindWords: Readonly<Record<GrantView['kind'], string>> = {
  enrol: '新增人员',
  roles: '调整岗位',
  suspend: '停用',
  reactivate: '恢复启用',
  contact: '变更联系电话',
};

export const stateWords: Readonly<Record<GrantView['state'], string>> = {
  open: '待确认',
  confirmed: '已生效',
  refused: '已退回',
  withdrawn: '已撤回',
};

const labels = (roles: GrantView['roles']): string => (roles ?? []).map(({ label }) => label).join('、');

/** What changes, as rows of label and text. */
export const changeRows = (grant: GrantView): readonly (readonly [label: string, text: string])[] => [
  ['单位', grant.person.organisation.name],
  ...(grant.before ? [[grant.roles ? '原岗位' : '岗位', labels(grant.before.roles)] as const] : []),
  ...(grant.roles ? [[grant.kind === 'enrol' ? '岗位' : '调整为', labels(grant.roles)] as const] : []),
  ...(grant.phone === undefined ? [] : [['手机号码', grant.phone] as const]),
  ...(grant.kind === 'enrol' ? [['登录账号', grant.person.personId] as const] : []),
  ['事由', grant.reason],
];

/** Whether a grant takes something away: then the person's name is asked for before it is confirmed. */
export const takesAway = ({ kind, before, roles }: GrantView): boolean =>
  kind === 'suspend' ||
  (kind === 'roles' && (before?.roles ?? []).some(({ id }) => !roles?.some((role) => role.id === id)));

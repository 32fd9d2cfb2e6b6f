/** Whose duty a role is. */
export type RoleLevel = 'department' | 'county' | 'city' | 'provider' | 'independent' | 'administration';

const role = <Id extends string>(id: Id, level: RoleLevel, label: string) => ({ id, level, label });

/** Roles `<level>.<domain>.<duty>`: cloud and network are run by different bodies. */
export const roles = [
  role('department.clerk', 'department', '使用部门经办'),
  role('department.cdo', 'department', '首席数据官'),
  role('department.head', 'department', '使用单位负责人'),
  role('county.cloud.reviewer', 'county', '县级政务云初审'),
  role('county.cloud.leader', 'county', '县级政务云签批'),
  role('county.observer', 'county', '县级协助查看'),
  role('city.cloud.operator', 'city', '市级政务云运行管理'),
  role('city.network.operator', 'city', '市级政务外网运行管理'),
  role('city.cloud.leader', 'city', '运行管理机构负责人'),
  role('city.cloud.authority', 'city', '市级主管部门'),
  role('city.finance', 'city', '市级财政'),
  role('provider.engineer', 'provider', '云服务商工程师'),
  role('carrier.engineer', 'provider', '线路运营商工程师'),
  role('supplier', 'provider', '供应商'),
  role('expert', 'independent', '评审专家'),
  role('supervisor', 'independent', '监督检查'),
  role('tenant.admin', 'administration', '系统管理员'),
  role('security.admin', 'administration', '安全管理员'),
  role('audit.admin', 'administration', '审计管理员'),
] as const;

export type RoleId = (typeof roles)[number]['id'];

/** The three administrators 三员: nobody holds two of them, and none of them holds anything else. */
export const administratorRoles = [
  'tenant.admin',
  'security.admin',
  'audit.admin',
] as const satisfies readonly RoleId[];

const known: ReadonlySet<string> = new Set(roles.map(({ id }) => id));

export const isRoleId = (text: string): text is RoleId => known.has(text);

export const labelOfRole = (id: RoleId): string => roles.find((entry) => entry.id === id)?.label ?? id;

/** Why one person may not hold these roles together (Chinese), or undefined when they may. */
export const roleConflict = (held: readonly RoleId[]): string | undefined => {
  const administration = held.filter((id) => administratorRoles.some((role) => role === id));
  const [first] = administration;
  if (first === undefined) return undefined;
  if (administration.length > 1)
    return `${administration.map(labelOfRole).join('、')}须由不同的人担任，请只保留一项。`;
  return held.length > 1 ? `${labelOfRole(first)}不得兼任业务岗位，请移除其他角色。` : undefined;
};

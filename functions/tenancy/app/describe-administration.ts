import * as z from 'zod/mini';
import { viewRoles } from './role-book.ts';

const readable = <S extends z.ZodMiniType>(schema: S) => z.catch(z.optional(schema), undefined);

/** Read even when somebody has tampered with it: what cannot be read is shown as such, and named by the verification. */
const content = z.looseObject({
  type: z.catch(z.string(), ''),
  actor: z.catch(z.object({ person: z.string(), membership: z.string() }), { person: '', membership: '' }),
  kind: readable(z.string()),
  subject: readable(z.object({ person: z.string(), membership: z.string(), organisation: z.string() })),
  roles: readable(z.array(z.string())),
  before: readable(z.object({ roles: z.array(z.string()) })),
  tenant: readable(z.string()),
  organisation: readable(z.string()),
  personal: readable(z.boolean()),
  settings: readable(z.object({ materials: z.array(z.object({ title: z.string() })) })),
  hosts: readable(z.array(z.object({ host: z.string() }))),
  title: readable(z.string()),
  version: readable(z.int()),
});
export type KeptAdministration = z.infer<typeof content>;

export const parseAdministration = (value: unknown): KeptAdministration => content.parse(value);

const deeds: Readonly<Record<string, string>> = {
  GrantProposed: '提出',
  GrantConfirmed: '确认',
  GrantRefused: '退回',
  GrantWithdrawn: '撤回',
  TenantProposed: '提出',
  TenantConfirmed: '确认',
  TenantRefused: '退回',
};
const published: Readonly<Record<string, string>> = {
  MessageTextReplaced: '更改消息文字',
  MessageTextRestored: '恢复默认消息文字',
  TemplateReplaced: '更换公文模板',
  TemplateRestored: '恢复默认公文模板',
  LetterTextReplaced: '录入责任书文本',
  CalendarPublished: '发布工作日历',
};
const tenantKinds: Readonly<Record<string, string>> = {
  open: '开通县（市、区）',
  suspend: '暂停县（市、区）',
  reactivate: '恢复县（市、区）',
};
const kinds: Readonly<Record<string, string>> = {
  enrol: '新增人员',
  roles: '调整岗位',
  suspend: '停用',
  reactivate: '恢复启用',
  contact: '变更联系电话',
};

const labels = (roles: readonly string[]): string =>
  viewRoles(roles)
    .map(({ label }) => label)
    .join('、');

const change = ({ kind, before, roles }: KeptAdministration): string => {
  if (roles === undefined) return kind === 'suspend' && before ? `（原岗位：${labels(before.roles)}）` : '';
  return before ? `（${labels(before.roles)} → ${labels(roles)}）` : `（${labels(roles)}）`;
};

/** What ids stand for now. */
export interface PresentNames {
  readonly member: (membership: string) => string | undefined;
  readonly tenant: (tenant: string) => string | undefined;
  readonly organisation: (id: string) => string | undefined;
}

/** What was done to a tenant rather than to a person of it. */
const describeTenant = (entry: KeptAdministration, tenant: string, names: PresentNames): string => {
  const { settings, organisation, personal } = entry;
  const name = names.tenant(tenant) ?? tenant;
  if (organisation !== undefined)
    return `增加单位：${name} ${names.organisation(organisation) ?? organisation}`;
  if (settings) {
    const own = settings.materials.map(({ title }) => title).join('、') || '无';
    return `更改本地设置：${name}（自行增加的材料：${own}）`;
  }
  if (personal !== undefined) return `申请整体导出：${name}（${personal ? '含' : '不含'}个人信息）`;
  return `${deeds[entry.type] ?? ''}${tenantKinds[entry.kind ?? ''] ?? entry.type}：${name}`;
};

/** One Chinese sentence for what an entry of the journal of administration records; people by their present names. */
export const describeAdministration = (entry: KeptAdministration, names: PresentNames): string => {
  if (entry.hosts)
    return `更改外联名单：${entry.hosts.map(({ host }) => host).join('、') || '不允许外联任何主机'}`;
  const { subject, tenant, title, version } = entry;
  if (title !== undefined)
    return `${published[entry.type] ?? entry.type}：${title}（第 ${version ?? '？'} 版）`;
  if (tenant !== undefined) return describeTenant(entry, tenant, names);
  if (!subject) return '（内容无法辨认）';
  const organisation = names.organisation(subject.organisation) ?? '';
  const who = names.member(subject.membership) ?? `登录账号 ${subject.person}`;
  return `${deeds[entry.type] ?? ''}${kinds[entry.kind ?? ''] ?? ''}：${organisation} ${who}${change(entry)}`;
};

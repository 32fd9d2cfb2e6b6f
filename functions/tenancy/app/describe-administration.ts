import { describeDesks } from './describe-desks.ts';
import type { KeptAdministration, PresentNames } from './kept-administration.ts';
import { rolesSaid } from './role-book.ts';

const deeds: Readonly<Record<string, string>> = {
  GrantProposed: '提出',
  GrantConfirmed: '确认',
  GrantRefused: '退回',
  GrantWithdrawn: '撤回',
  TenantProposed: '提出',
  TenantConfirmed: '确认',
  TenantRefused: '退回',
};
const exportDeeds: Readonly<Record<string, string>> = {
  ExportRequested: '申请整体导出',
  ExportLinked: '取得整体导出的下载地址',
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

const change = ({ kind, before, roles }: KeptAdministration): string => {
  if (roles === undefined)
    return kind === 'suspend' && before ? `（原岗位：${rolesSaid(before.roles)}）` : '';
  return before ? `（${rolesSaid(before.roles)} → ${rolesSaid(roles)}）` : `（${rolesSaid(roles)}）`;
};

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
  if (personal !== undefined)
    return `${exportDeeds[entry.type] ?? entry.type}：${name}（${personal ? '含' : '不含'}个人信息）`;
  return `${deeds[entry.type] ?? ''}${tenantKinds[entry.kind ?? ''] ?? entry.type}：${name}`;
};

const describeOther = (entry: KeptAdministration, names: PresentNames): string => {
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

/** One Chinese sentence for what an entry of the journal of administration records; people by their present names. */
export const describeAdministration = (entry: KeptAdministration, names: PresentNames): string =>
  describeDesks(entry, names) ?? describeOther(entry, names);

import * as z from 'zod/mini';
import { findOrganisation } from '#shared/tenancy/organisations.ts';
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
  hosts: readable(z.array(z.object({ host: z.string() }))),
});
export type KeptAdministration = z.infer<typeof content>;

export const parseAdministration = (value: unknown): KeptAdministration => content.parse(value);

const deeds: Readonly<Record<string, string>> = {
  GrantProposed: '提出',
  GrantConfirmed: '确认',
  GrantRefused: '退回',
  GrantWithdrawn: '撤回',
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

/** One Chinese sentence for what an entry of the journal of administration records; people by their present names. */
export const describeAdministration = (
  entry: KeptAdministration,
  nameOf: (membership: string) => string | undefined,
): string => {
  if (entry.hosts)
    return `更改外联名单：${entry.hosts.map(({ host }) => host).join('、') || '不允许外联任何主机'}`;
  const { subject } = entry;
  if (!subject) return '（内容无法辨认）';
  const organisation = findOrganisation(subject.organisation)?.name ?? '';
  const who = nameOf(subject.membership) ?? `登录账号 ${subject.person}`;
  return `${deeds[entry.type] ?? ''}${kinds[entry.kind ?? ''] ?? ''}：${organisation} ${who}${change(entry)}`;
};

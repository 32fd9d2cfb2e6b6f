import type { KeptAdministration, KeptLent, PresentNames } from './kept-administration.ts';
import { rolesSaid } from './role-book.ts';

const nameOf = (names: PresentNames, { person, membership }: KeptLent['from']): string =>
  names.member(membership) ?? `登录账号 ${person}`;

const delegationDeeds: Readonly<Record<string, string>> = {
  DelegationGiven: '委托代办',
  DelegationsEnded: '岗位变动，代办随之结束或减少岗位',
};

/** Who lent whom which posts, for which days. */
const describeDelegations = (
  { type, actor, onward = [] }: KeptAdministration,
  delegations: readonly KeptLent[],
  names: PresentNames,
): string => {
  const said = (lents: readonly KeptLent[]) =>
    lents
      .map(
        ({ from, to, roles, fromOn, untilOn }) =>
          `${nameOf(names, from)} → ${nameOf(names, to)}（${rolesSaid(roles)}，${fromOn} 至 ${untilOn}）`,
      )
      .join('、');
  const given = delegations.some(({ from }) => from.membership === actor.membership);
  const deed = delegationDeeds[type] ?? (given ? '收回代办' : '退回代办');
  return `${deed}：${said(delegations)}${onward.length > 0 ? `；由接手人继续：${said(onward)}` : ''}`;
};

const describeHandOver = (
  { roles = [], successor }: KeptAdministration,
  subject: NonNullable<KeptAdministration['subject']>,
  names: PresentNames,
): string => {
  const organisation = names.organisation(subject.organisation) ?? '';
  const to = successor ? ` → ${nameOf(names, successor)}` : '';
  return `离岗交接：${organisation} ${nameOf(names, subject)}（${rolesSaid(roles)}）${to}`;
};

/** What was lent or handed over; undefined for everything else. */
export const describeDesks = (entry: KeptAdministration, names: PresentNames): string | undefined => {
  const { type, delegations, subject } = entry;
  if (delegations) return describeDelegations(entry, delegations, names);
  return type === 'HandOverStarted' && subject ? describeHandOver(entry, subject, names) : undefined;
};

import type { SignedIn } from '../auth/signed-in.ts';
import { isAdministrator } from './admin-pages.ts';

interface NavigationEntry {
  readonly to: string;
  readonly label: string;
  /** Shows how many messages are unread. */
  readonly badge?: 'unread';
  /** Whose it is; without it, everybody's. */
  readonly shownTo?: (membership: SignedIn['membership']) => boolean;
}

const holdsOf =
  (...prefixes: readonly string[]) =>
  ({ roles }: SignedIn['membership']): boolean =>
    roles.some((role) => prefixes.some((prefix) => role.startsWith(prefix)));
const seesRegistry = holdsOf('department.', 'county.', 'city.cloud.', 'audit.');
const seesRectifications = holdsOf('department.', 'county.', 'city.cloud.', 'audit.', 'expert');
const opensResources = holdsOf('department.', 'county.', 'city.cloud.', 'provider.');

const entries: readonly NavigationEntry[] = [
  { to: '/', label: '工作台' },
  {
    to: '/cases/new',
    label: '我要申请',
    shownTo: holdsOf('department.', 'provider.'),
  },
  { to: '/cases', label: '办件' },
  { to: '/provisioning', label: '资源开通', shownTo: opensResources },
  { to: '/obligations', label: '履约', shownTo: seesRegistry },
  { to: '/registry', label: '台账', shownTo: seesRegistry },
  { to: '/rectifications', label: '整改与回收', shownTo: seesRectifications },
  { to: '/catalogue', label: '服务目录' },
  { to: '/messages', label: '消息', badge: 'unread' },
  {
    to: '/desks',
    label: '代办与交接',
    shownTo: ({ roles }) => !roles.some((role) => role === 'security.admin' || role === 'audit.admin'),
  },
  { to: '/admin', label: '系统管理', shownTo: isAdministrator },
  { to: '/rules', label: '规则' },
  { to: '/help', label: '帮助' },
];

/** 主导航 of the person at the screen. */
export const navigationOf = (membership: SignedIn['membership']): readonly NavigationEntry[] =>
  entries.filter(({ shownTo }) => shownTo?.(membership) ?? true);

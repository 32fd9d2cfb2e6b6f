import type { SignedIn } from '../auth/signed-in.ts';
import { isAdministrator } from './admin-pages.ts';

interface NavigationEntry {
  readonly to: string;
  readonly label: string;
  /** Whose it is; without it, everybody's. */
  readonly shownTo?: (membership: SignedIn['membership']) => boolean;
}

const entries: readonly NavigationEntry[] = [
  { to: '/', label: '工作台' },
  { to: '/cases', label: '办件' },
  { to: '/admin', label: '系统管理', shownTo: isAdministrator },
];

/** 主导航 of the person at the screen. */
export const navigationOf = (membership: SignedIn['membership']): readonly NavigationEntry[] =>
  entries.filter(({ shownTo }) => shownTo?.(membership) ?? true);

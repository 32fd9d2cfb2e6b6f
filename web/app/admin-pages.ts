import type { ComponentType } from 'react';
import type { SignedIn } from '../auth/signed-in.ts';

type Membership = SignedIn['membership'];

interface AdminPage {
  /** Below `/admin/`. */
  readonly path: string;
  readonly label: string;
  readonly shownTo: (membership: Membership) => boolean;
  readonly load: () => Promise<ComponentType>;
}

const holds =
  (...roles: readonly string[]) =>
  (membership: Membership): boolean =>
    membership.roles.some((role) => roles.includes(role));

/** One of the three administrators 三员. */
export const isAdministrator = holds('tenant.admin', 'security.admin', 'audit.admin');
const isAuditor = holds('audit.admin');
const ofCity = (membership: Membership): boolean =>
  isAdministrator(membership) && membership.tenant.endsWith('/_city');

const isCitySystemAdministrator = (membership: Membership): boolean =>
  holds('tenant.admin')(membership) && membership.tenant.endsWith('/_city');

const page = (
  path: string,
  label: string,
  shownTo: AdminPage['shownTo'],
  load: AdminPage['load'],
): AdminPage => ({ path, label, shownTo, load });

/** 系统管理, in the order of its own navigation. */
export const adminPages: readonly AdminPage[] = [
  page(
    'people',
    '人员与岗位',
    isAdministrator,
    async () => (await import('../pages/admin/people-page.tsx')).PeoplePage,
  ),
  page(
    'grants',
    '授权事项',
    isAdministrator,
    async () => (await import('../pages/admin/grants-page.tsx')).GrantsPage,
  ),
  page(
    'tenants',
    '县（市、区）',
    ofCity,
    async () => (await import('../pages/admin/tenants-page.tsx')).TenantsPage,
  ),
  page(
    'settings',
    '材料与时限',
    isAdministrator,
    async () => (await import('../pages/admin/settings-page.tsx')).SettingsPage,
  ),
  page(
    'exports',
    '整体导出',
    holds('tenant.admin'),
    async () => (await import('../pages/admin/exports-page.tsx')).ExportsPage,
  ),
  page(
    'journal',
    '管理留痕',
    isAuditor,
    async () => (await import('../pages/admin/journal-page.tsx')).AdministrationJournalPage,
  ),
  page(
    'message-texts',
    '消息文字',
    isCitySystemAdministrator,
    async () => (await import('../pages/admin/message-texts-page.tsx')).MessageTextsPage,
  ),
  page(
    'outbound-hosts',
    '外联名单',
    ofCity,
    async () => (await import('../pages/admin/outbound-hosts-page.tsx')).OutboundHostsPage,
  ),
  page(
    'calendar',
    '工作日历',
    isAdministrator,
    async () => (await import('../pages/admin/calendar-page.tsx')).CalendarPage,
  ),
  page(
    'templates',
    '公文模板',
    (membership) => ofCity(membership) && membership.roles.includes('tenant.admin'),
    async () => (await import('../pages/admin/templates-page.tsx')).TemplatesPage,
  ),
  page(
    'letter-text',
    '责任书文本',
    isCitySystemAdministrator,
    async () => (await import('../pages/admin/letter-text-page.tsx')).LetterTextPage,
  ),
];

import type { Actor } from '#shared/kernel/actor.ts';
import type { Json } from '#shared/kernel/canonical-json.ts';
import { type ChainedEntry, chainHash, type JournalContent } from '#shared/kernel/journal-chain.ts';
import { sm3Hex } from '#shared/kernel/sm3.ts';
import type { Organisation } from '#shared/tenancy/organisations.ts';
import type { Grant } from '../domain/grant.ts';
import type { TenantMatter } from '../domain/tenant-matter.ts';
import type { AdministrationWrites, OutboundHost, Roster } from './administration-ports.ts';
import { type DeskChange, keptDeskChange } from './desk-change.ts';
import type { ExportJob } from './exports/export-job.ts';

/** Something that a tenant publishes for its people, changed: what it is called, the version that it became, its digest. */
export interface PublishedChange {
  readonly type:
    | 'MessageTextReplaced'
    | 'MessageTextRestored'
    | 'TemplateReplaced'
    | 'TemplateRestored'
    | 'LetterTextReplaced'
    | 'CalendarPublished';
  readonly title: string;
  readonly version: number;
  readonly digest: string;
}

/** What an administrator did. */
export type AdministrationEvent =
  | {
      readonly type: 'GrantProposed' | 'GrantConfirmed' | 'GrantRefused' | 'GrantWithdrawn';
      readonly grant: Grant;
    }
  | { readonly type: 'HostsChanged'; readonly hosts: readonly OutboundHost[] }
  | {
      readonly type: 'TenantProposed' | 'TenantConfirmed' | 'TenantRefused';
      readonly matter: TenantMatter;
    }
  | { readonly type: 'SettingsChanged'; readonly settings: NonNullable<AdministrationWrites['settings']> }
  | { readonly type: 'ExportRequested' | 'ExportLinked'; readonly job: ExportJob }
  | { readonly type: 'OrganisationAdded'; readonly organisation: Organisation }
  | PublishedChange
  | DeskChange;

/** What the journal keeps of it: ids and salted digests; names, phone numbers and reasons stay in the grant. */
const kept = (event: AdministrationEvent, salt: string): Record<string, Json | undefined> => {
  const digestOf = (text: string | undefined) => text && sm3Hex(`${salt}\n${text}`);
  switch (event.type) {
    case 'HostsChanged':
      return { hosts: event.hosts.map((host) => ({ ...host })) };
    case 'TenantProposed':
    case 'TenantConfirmed':
    case 'TenantRefused':
      return keptMatter(event.matter, digestOf);
    case 'SettingsChanged':
      return { tenant: event.settings.tenant, settings: event.settings.content as unknown as Json };
    case 'MessageTextReplaced':
    case 'MessageTextRestored':
    case 'TemplateReplaced':
    case 'TemplateRestored':
    case 'LetterTextReplaced':
    case 'CalendarPublished':
      return { title: event.title, version: event.version, digest: event.digest };
    case 'OrganisationAdded':
      return { tenant: event.organisation.tenant, organisation: event.organisation.id };
    case 'DelegationGiven':
    case 'DelegationRevoked':
    case 'DelegationsEnded':
    case 'HandOverStarted':
      return keptDeskChange(event, digestOf);
    case 'ExportRequested':
    case 'ExportLinked':
      return { tenant: event.job.tenant, export: event.job.id, personal: event.job.personal };
    default:
      return keptGrant(event, digestOf);
  }
};

type Digest = (text: string | undefined) => string | undefined;

const keptMatter = (
  { id, tenant, change, reason, closingReason }: TenantMatter,
  digestOf: Digest,
): Record<string, Json | undefined> => ({
  matter: id,
  tenant,
  kind: change.kind,
  people:
    change.kind === 'open'
      ? change.people.map(({ personId, membershipId, role }) => ({
          person: personId,
          membership: membershipId,
          role,
        }))
      : undefined,
  reason: digestOf(closingReason ?? reason),
});

const keptGrant = (
  event: Extract<AdministrationEvent, { readonly grant: Grant }>,
  digestOf: Digest,
): Record<string, Json | undefined> => {
  const { id, subject, change, before, reason, closingReason } = event.grant;
  return {
    grant: id,
    kind: change.kind,
    subject: {
      person: subject.personId,
      membership: subject.membershipId,
      organisation: subject.organisation.id,
    },
    before: before && { roles: before.roles, state: before.state },
    roles: 'roles' in change ? change.roles : undefined,
    phone: 'phone' in change && event.type === 'GrantProposed' ? digestOf(change.phone) : undefined,
    reason: digestOf(event.type === 'GrantProposed' ? reason : closingReason),
  };
};

/** The next entry of a tenant's journal of administration. */
export const nextAdministrationEntry = (
  { head, salt }: Roster,
  event: AdministrationEvent,
  /** Absent at the command line of the installation. */
  actor: Actor | undefined,
  at: string,
): ChainedEntry => {
  const content: JournalContent = {
    seq: head.seq + 1,
    at,
    ...(actor ? { actor: { person: actor.personId, membership: actor.membershipId } } : {}),
    type: event.type,
    ...defined(kept(event, salt)),
  };
  return { content, hash: chainHash(head.hash, content) };
};

const defined = (members: Record<string, Json | undefined>): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(members).filter((member): member is [string, Json] => member[1] !== undefined),
  );

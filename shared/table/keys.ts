import { createHash } from 'node:crypto';
import { cityOf, isTenantId, nodeOf, type TenantId } from '#shared/kernel/tenant.ts';

/** Primary key of an item. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const padded = (n: number): string => String(n).padStart(6, '0');

/** Open tasks of a case; in the due index they stand for their next reminder. */
const taskPrefix = 'A#TASK#';

/** Case and task of a task's key; undefined for any other item's. */
export const parseTaskKey = (
  key: Key,
): { readonly tenant: TenantId; readonly caseId: string; readonly taskId: string } | undefined => {
  const [, tenant = '', , caseId = ''] = key.pk.split('#');
  return key.sk.startsWith(taskPrefix) && isTenantId(tenant)
    ? { tenant, caseId, taskId: key.sk.slice(taskPrefix.length) }
    : undefined;
};

/** Delivery markers are `DEL#…`; those that tell people begin so, all others go to the approval machine. */
const noticePrefix = 'DEL#N#';

/** And these to the recomputation of targets. */
const jobPrefix = 'DEL#J#';

export const isJob = ({ sk }: Key): boolean => sk.startsWith(jobPrefix);

export const isNotice = ({ sk }: Key): boolean => sk.startsWith(noticePrefix);

/** A city's catalogue whole: head, draft, versions, rows, standards, journal. */
const cataloguePartition = (city: string): string => `R#${city}#CATALOGUE`;

const calendarPartition = (city: string): string => `R#${city}#CALENDAR`;
const personPartition = (tenant: TenantId, personId: string): string => `T#${tenant}#P#${personId}`;
const administration = (tenant: TenantId): string => `T#${tenant}#ADMINISTRATION`;
const directory = (tenant: TenantId): string => `R#${cityOf(tenant)}#DIRECTORY#${nodeOf(tenant)}`;
export const organisationPrefix = 'ORGANISATION#';
const casePartition = (tenant: TenantId, caseId: string): string => `T#${tenant}#C#${caseId}`;

const templatePartition = (city: string): string => `R#${city}#TEMPLATES`;

/**
 * The single table's keys. The tenant stands first in every tenant's partition key, so that the data roles'
 * `dynamodb:LeadingKeys` fence holds whatever the code above does.
 * In a case's partition, `A#` is the live aggregate that a command reads whole; the rest is read when asked for.
 */
export const keys = {
  membership: (tenant: TenantId, id: string): Key => ({ pk: `T#${tenant}#M#${id}`, sk: 'MEMBERSHIP' }),
  tenantNode: (tenant: TenantId): Key => ({ pk: `R#${cityOf(tenant)}#TENANTS`, sk: tenant }),
  /** Which memberships a person has in a tenant. */
  personMembership: (tenant: TenantId, personId: string, id: string): Key => ({
    pk: personPartition(tenant, personId),
    sk: `M#${id}`,
  }),
  personPartition,
  /** Names for the whole city to read; each tenant writes its own people's and nobody else's. */
  directoryEntry: (tenant: TenantId, membershipId: string): Key => ({
    pk: directory(tenant),
    sk: membershipId,
  }),
  /** Every node of a city by name; the city writes it. */
  tenantNodes: (city: string): string => `R#${city}#TENANTS`,
  directory,
  /** An organisation of a tenant, for the whole city to read. */
  organisation: (tenant: TenantId, id: string): Key => ({
    pk: directory(tenant),
    sk: `${organisationPrefix}${id}`,
  }),
  /** What a tenant has set of its own within the rules: materials, limits, service targets. */
  localSettings: (tenant: TenantId): Key => ({ pk: directory(tenant), sk: 'SETTINGS' }),
  /** Whether a tenant's people may command. Kept several times, so that their commands do not all meet on one item. */
  standing: (tenant: TenantId, shard: number): Key => ({ pk: `T#${tenant}#STANDING`, sk: `#${shard}` }),
  /** Opening, suspending or reactivating a county, in the administration of its city. */
  tenantMatter: (city: string, matterId: string): Key => ({
    pk: administration(`${city}/_city`),
    sk: `MATTER#${matterId}`,
  }),
  exports: (tenant: TenantId): string => `T#${tenant}#EXPORTS`,
  export: (tenant: TenantId, exportId: string): Key => ({ pk: `T#${tenant}#EXPORTS`, sk: exportId }),
  /** What pricing and every command begin with: the versions in force and to come, the draft's head, the journal's. */
  catalogueHead: (city: string): Key => ({ pk: cataloguePartition(city), sk: 'HEAD' }),
  catalogueStandards: (city: string): Key => ({ pk: cataloguePartition(city), sk: 'STANDARDS' }),
  catalogueDraft: (city: string, part: number): Key => ({
    pk: cataloguePartition(city),
    sk: `DRAFT#${padded(part)}`,
  }),
  catalogueVersion: (city: string, version: string): Key => ({
    pk: cataloguePartition(city),
    sk: `VERSION#${version}`,
  }),
  catalogueRow: (city: string, content: string, bucket: number): Key => ({
    pk: cataloguePartition(city),
    sk: `ROWS#${content}#${padded(bucket)}`,
  }),
  catalogueEntry: (city: string, seq: number): Key => ({
    pk: cataloguePartition(city),
    sk: `J#${padded(seq)}`,
  }),
  administration,
  /** Who the tenant's three administrators are, and the head of its journal of administration. */
  roster: (tenant: TenantId): Key => ({ pk: administration(tenant), sk: 'ROSTER' }),
  grant: (tenant: TenantId, grantId: string): Key => ({ pk: administration(tenant), sk: `GRANT#${grantId}` }),
  administrationEntry: (tenant: TenantId, seq: number): Key => ({
    pk: administration(tenant),
    sk: `EV#${padded(seq)}`,
  }),
  /** Hosts that a city's messages may go to, kept by its security administrator. */
  outboundHosts: (city: string): Key => ({ pk: administration(`${city}/_city`), sk: 'HOSTS' }),
  /** A city's calendar in force, composed of its notices. */
  calendarOverlay: (city: string): Key => ({ pk: calendarPartition(city), sk: 'OVERLAY' }),
  /** The notice that made a version; never written again. */
  calendarNotice: (city: string, version: number): Key => ({
    pk: calendarPartition(city),
    sk: `VERSION#${padded(version)}`,
  }),
  recomputation: (city: string, version: number): Key => ({
    pk: calendarPartition(city),
    sk: `RECOMPUTATION#${padded(version)}`,
  }),
  /** Marks that a version's recomputation is still to be done. */
  recomputationMarker: (city: string, version: number): Key => ({
    pk: calendarPartition(city),
    sk: `${jobPrefix}${padded(version)}`,
  }),

  casePartition,
  caseHeader: (tenant: TenantId, caseId: string): Key => ({
    pk: casePartition(tenant, caseId),
    sk: 'A#HEADER',
  }),
  caseStep: (tenant: TenantId, caseId: string, visit: number): Key => ({
    pk: casePartition(tenant, caseId),
    sk: `A#STEP#${padded(visit)}`,
  }),
  caseTask: (tenant: TenantId, caseId: string, taskId: string): Key => ({
    pk: casePartition(tenant, caseId),
    sk: `${taskPrefix}${taskId}`,
  }),
  caseAssessment: (tenant: TenantId, caseId: string, taskId: string): Key => ({
    pk: casePartition(tenant, caseId),
    sk: `ASSESS#${taskId}`,
  }),
  caseSection: (tenant: TenantId, caseId: string, section: string): Key => ({
    pk: casePartition(tenant, caseId),
    sk: `SEC#${section}`,
  }),
  /** What is attached to the draft, as one list. */
  caseAttachments: (tenant: TenantId, caseId: string): Key => ({
    pk: casePartition(tenant, caseId),
    sk: 'ATTACHMENTS',
  }),
  /** An upload that was promised; it lapses by itself. */
  caseUpload: (tenant: TenantId, caseId: string, attachmentId: string): Key => ({
    pk: casePartition(tenant, caseId),
    sk: `UP#${attachmentId}`,
  }),
  caseForm: (tenant: TenantId, caseId: string, round: number): Key => ({
    pk: casePartition(tenant, caseId),
    sk: `FORM#${padded(round)}`,
  }),
  /** The sections of a round that name people; apart, so that they can be erased. */
  casePersonal: (tenant: TenantId, caseId: string, round: number): Key => ({
    pk: casePartition(tenant, caseId),
    sk: `PERSONAL#${padded(round)}`,
  }),
  caseEntry: (tenant: TenantId, caseId: string, seq: number): Key => ({
    pk: casePartition(tenant, caseId),
    sk: `EV#${padded(seq)}`,
  }),
  /** 附言. */
  caseComment: (tenant: TenantId, caseId: string, seq: number): Key => ({
    pk: casePartition(tenant, caseId),
    sk: `CMT#${padded(seq)}`,
  }),
  caseDelivery: (tenant: TenantId, caseId: string, seq: number): Key => ({
    pk: casePartition(tenant, caseId),
    sk: `DEL#${padded(seq)}`,
  }),
  /** Something that people must be told of a case; cleared once they have been. */
  caseNotice: (tenant: TenantId, caseId: string, seq: number): Key => ({
    pk: casePartition(tenant, caseId),
    sk: `${noticePrefix}${padded(seq)}`,
  }),
  /** An approval link, by the SHA-256 of its token. */
  link: (linkId: string): Key => ({ pk: `L#${linkId}`, sk: 'LINK' }),
  linkNotice: (linkId: string, id: string): Key => ({ pk: `L#${linkId}`, sk: `${noticePrefix}${id}` }),
  /** What a person has been told under one membership. */
  message: (tenant: TenantId, membershipId: string, id: string): Key => ({
    pk: `T#${tenant}#M#${membershipId}`,
    sk: `MSG#${id}`,
  }),
  /** Where a person is reached under a membership; registered by two administrators, never named in a request. */
  contact: (tenant: TenantId, membershipId: string): Key => ({
    pk: `T#${tenant}#M#${membershipId}`,
    sk: 'CONTACT',
  }),
  /** When a person was sent codes within the last hour. */
  codesSent: (personId: string): Key => ({ pk: `U#${personId}`, sk: 'CODES' }),
  /** A city's channels with their secrets. */
  messaging: (city: string): Key => ({ pk: `S#MESSAGING#${city}`, sk: 'SETTINGS' }),
  /** Message texts that a city has put in place of the defaults; the city's own, as its administrator writes them. */
  messageTexts: (city: string): Key => ({ pk: `T#${city}/_city#MESSAGES`, sk: 'TEXTS' }),
  /** A city's own hours for messages that are not urgent. */
  messageHours: (city: string): Key => ({ pk: `T#${city}/_city#MESSAGES`, sk: 'HOURS' }),
  /** Which document template of a kind a city uses. */
  templateInForce: (city: string, kind: string): Key => ({ pk: templatePartition(city), sk: `NOW#${kind}` }),
  templateVersion: (city: string, kind: string, version: number): Key => ({
    pk: templatePartition(city),
    sk: `V#${kind}#${padded(version)}`,
  }),
  /** Its bytes, apart, so that the list of changes is read without them. */
  templateContent: (city: string, kind: string, version: number): Key => ({
    pk: templatePartition(city),
    sk: `BYTES#${kind}#${padded(version)}`,
  }),
  /** A department's own list of cases. */
  organisationCase: (tenant: TenantId, organisation: string, caseId: string): Key => ({
    pk: `T#${tenant}#O#${organisation}`,
    sk: `CASE#${caseId}`,
  }),
  /** A unit's account on the management platform. */
  platformAccount: (tenant: TenantId, organisation: string): Key => ({
    pk: `T#${tenant}#O#${organisation}`,
    sk: 'ACCOUNT',
  }),
  /** Lies with the caller, so that it fits in the caller's own transaction. */
  idempotency: (tenant: TenantId, membershipId: string, operation: string, key: string): Key => ({
    pk: `T#${tenant}#I#${sha256([tenant, membershipId, operation, key].join('\n'))}`,
    sk: 'IDEMPOTENCY',
  }),
  /** A browser's sign-in session, by the SHA-256 of its cookie's secret. */
  session: (sessionId: string): Key => ({ pk: `S#SESSION#${sessionId}`, sk: 'SESSION' }),
  /** When a person last signed out everywhere; under the sessions' prefix, which is all that their function reaches. */
  signOutMark: (personId: string): Key => ({ pk: `S#SESSION#OF#${personId}`, sk: 'SIGNED-OUT' }),
  sweepWatermark: (): Key => ({ pk: 'S#SWEEP', sk: 'DELIVERIES' }),
  dueWatermark: (): Key => ({ pk: 'S#SWEEP', sk: 'DUE' }),
} as const;

/** Partition keys of the three indexes. */
export const indexKeys = {
  /** Worklist of a role (of one organisation, where the role is held there) in the holder's tenant. */
  worklist: (tenant: TenantId, role: string, organisation?: string): string =>
    `T#${tenant}#W#${role}${organisation === undefined ? '' : `@${organisation}`}`,
  /** What waits for one person under one membership. */
  ownWorklist: (tenant: TenantId, membershipId: string): string => `T#${tenant}#W#=${membershipId}`,
  /** Deliveries that the stream should have made: Shanghai date of writing and one of 16 shards by case. */
  undelivered: (date: string, shard: number): string => `DELIVERY#${date}#${String(shard).padStart(2, '0')}`,
  /** What falls due in business time: Shanghai date and one of 16 shards by case. */
  due: (date: string, shard: number): string => `DUE#${date}#${String(shard).padStart(2, '0')}`,
  /** What a membership has been told, by time; the tenant first, so that its own people may look. */
  inbox: (tenant: TenantId, membershipId: string): string => `T#${tenant}#INBOX#${membershipId}`,
  unread: (tenant: TenantId, membershipId: string): string => `T#${tenant}#UNREAD#${membershipId}`,
  memberships: (personId: string): string => `U#${personId}`,
  /** A tenant's memberships; the position tells roles and organisation, so that the row alone says who holds what. */
  holders: (tenant: TenantId): string => `T#${tenant}#HOLDERS`,
  casesOf: (tenant: TenantId): string => `T#${tenant}#CASES`,
  /** Open tasks of a tenant's cases that have a target day. */
  openClocks: (tenant: TenantId): string => `T#${tenant}#CLOCKS`,
} as const;

export const standingShards = 8;

/** Which of a tenant's standings a membership's commands look at. */
export const standingShardOf = (membershipId: string): number =>
  Number.parseInt(sha256(membershipId).slice(0, 2), 16) % standingShards;

export const deliveryShards = 16;

/** Shard of a case among the due index's 16. */
export const shardOf = (caseId: string): number =>
  Number.parseInt(sha256(caseId).slice(0, 2), 16) % deliveryShards;

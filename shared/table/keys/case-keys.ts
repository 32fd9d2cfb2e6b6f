import { isTenantId, type TenantId } from '#shared/kernel/tenant.ts';
import { markerPrefix } from '../markers.ts';
import { type Key, padded } from './key.ts';

const casePartition = (tenant: TenantId, caseId: string): string => `T#${tenant}#C#${caseId}`;
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

export const caseKeys = {
  casePartition,
  /** How many cases a node has numbered in a year. */
  caseNumbers: (tenant: TenantId, year: string): Key => ({ pk: `T#${tenant}#NUMBERS`, sk: `CASES#${year}` }),
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
  /** A file that was uploaded to go with a word 附言; claimed by the one that it went with. */
  caseCommentFile: (tenant: TenantId, caseId: string, attachmentId: string): Key => ({
    pk: casePartition(tenant, caseId),
    sk: `CF#${attachmentId}`,
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
  /** What was recorded with one act after the approval 办后事项. */
  caseAct: (tenant: TenantId, caseId: string, act: string): Key => ({
    pk: casePartition(tenant, caseId),
    sk: `ACT#${act}`,
  }),
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
    sk: `${markerPrefix('notice')}${padded(seq)}`,
  }),
  /** What follows elsewhere from something done to a case. */
  caseEffect: (tenant: TenantId, caseId: string, seq: number): Key => ({
    pk: casePartition(tenant, caseId),
    sk: `${markerPrefix('effect')}${padded(seq)}`,
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
} as const;

import type { TenantId } from '#shared/kernel/tenant.ts';
import type { Doer } from '../../domain/two-persons.ts';

export interface Volume {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  /** SHA-256 of its table of contents. */
  readonly index: string;
}

/** One file of a case, which may have been removed there since its lines were packed. */
export interface FileToPack {
  readonly caseId: string;
  readonly attachmentId: string;
  readonly versionId: string;
  readonly sha256: string;
}

/** 整体导出: one archive of everything that a tenant has, built volume by volume. */
export interface ExportJob {
  readonly id: string;
  readonly tenant: TenantId;
  readonly tenantName: string;
  /** With names, phone numbers, salts and original files. */
  readonly personal: boolean;
  readonly requestedBy: Doer & { readonly name: string };
  readonly requestedAt: string;
  readonly state: 'building' | 'done';
  /** Position after the last case packed. */
  readonly after?: string;
  /** Files of that case that the next volume begins with, as its lines name them. */
  readonly filesLeft?: readonly FileToPack[];
  /** The last journal of a process that was packed; from then on there are no more cases to pack. */
  readonly processAfter?: string;
  readonly cases: number;
  readonly processes?: number;
  /** Cases at the beginning, for the progress. */
  readonly total?: number;
  readonly volumes: readonly Volume[];
  /** When its first volume was begun, by the wall clock. */
  readonly begunAt?: string;
  readonly finishedAt?: string;
}

/** Hours for which an archive lies ready. */
const hoursKept = 24;

export const isExpired = ({ finishedAt }: ExportJob, now: Date): boolean =>
  finishedAt !== undefined && now.getTime() - Date.parse(finishedAt) > hoursKept * 3_600_000;

/** One that has stood still for an hour keeps nobody from asking anew. */
export const isUnderWay = ({ state, requestedAt }: ExportJob, now: Date): boolean =>
  state === 'building' && now.getTime() - Date.parse(requestedAt) < 3_600_000;

export interface ExportStore {
  /** Newest first. */
  list(tenant: TenantId, limit: number): Promise<readonly ExportJob[]>;
  find(tenant: TenantId, exportId: string): Promise<ExportJob | undefined>;
  /** Replaces the job that stood at so many volumes; false when another run was faster. */
  advance(job: ExportJob, volumesBefore: number): Promise<boolean>;
}

/** An item as it lies in the table, without its keys in indexes. */
export type RawItem = Readonly<Record<string, unknown>> & { readonly sk: string };

/** Everything of one tenant, through a client that is fenced to it. */
export interface TenantContents {
  countCases(tenant: TenantId): Promise<number>;
  /** Case ids from after a position on. */
  listCases(tenant: TenantId, after: string | undefined, limit: number): Promise<readonly string[]>;
  caseItems(tenant: TenantId, caseId: string): Promise<readonly RawItem[]>;
  /** Names of the journals of its processes, in their own order, whatever happens to the processes meanwhile. */
  listProcesses(tenant: TenantId): Promise<readonly string[]>;
  processItems(tenant: TenantId, journal: string): Promise<readonly RawItem[]>;
  /** Roster and journal of the tenant's administration. */
  administrationItems(tenant: TenantId): Promise<readonly RawItem[]>;
  /** Head and journal of a city's catalogue; nothing for a county. */
  catalogueItems(tenant: TenantId): Promise<readonly RawItem[]>;
}

/** Objects of one tenant. */
export interface ExportFiles {
  attachment(tenant: TenantId, caseId: string, attachmentId: string, versionId: string): Promise<Uint8Array>;
  putVolume(job: ExportJob, name: string, bytes: Uint8Array): Promise<void>;
  signVolume(job: ExportJob, name: string): Promise<{ readonly url: string; readonly expiresAt: string }>;
}

/** Has the next volume of an export built. */
export interface ExportQueue {
  enqueue(job: Pick<ExportJob, 'tenant' | 'id'>): Promise<void>;
}

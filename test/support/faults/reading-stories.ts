import type { OperationId } from '#shared/contracts/operations.ts';
import { operations } from '#shared/contracts/operations.ts';
import type { FaultDesk, Story } from './fault-desk.ts';

/** Who reads what a clerk may not. */
const readers: Readonly<Partial<Record<OperationId, string>>> = {
  listTenantMatters: 'yancheng-tenantadmin',
  getTenant: 'dafeng-tenantadmin',
  listExports: 'dafeng-tenantadmin',
  listPeople: 'dafeng-tenantadmin',
  listGrants: 'dafeng-tenantadmin',
  listAdministrationJournal: 'dafeng-auditadmin',
  verifyAdministrationJournal: 'dafeng-auditadmin',
  getOutboundHosts: 'yancheng-tenantadmin',
  getCatalogueDraft: 'yancheng-operator',
  getReview: 'dafeng-reviewer',
  listColleagues: 'dafeng-reviewer',
  getWorkload: 'yancheng-operator',
  listTemplates: 'yancheng-tenantadmin',
  getTemplate: 'yancheng-tenantadmin',
  listDesks: 'dafeng-tenantadmin',
  listHandOvers: 'dafeng-tenantadmin',
  listMessageTexts: 'yancheng-tenantadmin',
  listWorkOrders: 'yancheng-provider',
  getLetterText: 'yancheng-tenantadmin',
};
const queries: Readonly<Partial<Record<OperationId, string>>> = {
  listExports: '?node=dafeng',
  listGrants: '?state=open',
};

const pathOf = async (desk: FaultDesk, template: string): Promise<string> => {
  const fixed = { node: 'dafeng', version: 'yancheng-2026-05', kind: 'cloudApplication' };
  const kinds = /^\/v1\/(forms|guides)\//.test(template) ? fixed : { ...fixed, kind: 'report' };
  const real: Record<string, string> = { ...kinds, ...(await desk.standing()) };
  return template.replace(/\{(\w+)\}/g, (_, name: string) => real[name] ?? `no-${name}`);
};

/** Reads what stands; it leaves nothing. */
const reading =
  (id: OperationId, template: string): Story =>
  async (desk) => ({
    by: await desk.as(readers[id] ?? 'dafeng-clerk'),
    path: `${await pathOf(desk, template)}${queries[id] ?? ''}`,
  });

/** A story for every operation that only reads. */
export const readingStories: ReadonlyMap<string, Story> = new Map(
  operations.filter(({ method }) => method === 'GET').map(({ id, path }) => [id, reading(id, path)]),
);

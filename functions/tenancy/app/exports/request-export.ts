import type { ExportBody, ExportLinks, ExportList, ExportView } from '#shared/contracts/exports.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf, isCityTenant, type TenantId } from '#shared/kernel/tenant.ts';
import { recordCrossTenant } from '#shared/log/record-cross-tenant.ts';
import { doerOf } from '../../domain/two-persons.ts';
import type { AdministrationServices, TenantNode } from '../administration-ports.ts';
import { passAdministration } from '../pass-administration.ts';
import { passAsked } from '../pass-asked.ts';
import { administratorsOnly, holdsRole } from '../who-administers.ts';
import {
  type ExportFiles,
  type ExportJob,
  type ExportQueue,
  type ExportStore,
  isExpired,
  isUnderWay,
} from './export-job.ts';

export interface ExportServices extends AdministrationServices {
  readonly exports: ExportStore;
  readonly files: Pick<ExportFiles, 'signVolume'>;
  readonly queue: ExportQueue;
}

const mostListed = 20;

/** The node whose administrator the actor is, or one of the actor's city, whose look at a county is recorded. */
const nodeFor = async (
  { nodesOf }: ExportServices,
  actor: Actor,
  node: string,
  operation: string,
): Promise<Result<TenantNode, Refusal>> => {
  const refusal = administratorsOnly(actor, 'tenant.admin');
  if (refusal) return refuse(refusal);
  const tenant: TenantId = `${cityOf(actor.tenant)}/${node}`;
  const reached = isCityTenant(actor.tenant) || tenant === actor.tenant;
  const found = reached && (await nodesOf(cityOf(actor.tenant))).find(({ id }) => id === tenant);
  if (!found) return refuse({ code: 'not-found', detail: '没有这个县（市、区），或您无权导出。' });
  recordCrossTenant(actor, { tenant: found.id }, operation);
  return accept(found);
};

const viewOf = (job: ExportJob, now: Date): ExportView => ({
  exportId: job.id,
  tenant: job.tenant,
  personal: job.personal,
  state: isExpired(job, now) ? 'expired' : job.state,
  cases: job.cases,
  ...(job.total === undefined ? {} : { total: job.total }),
  volumes: job.volumes.map(({ name, size, sha256 }) => ({ name, size, sha256 })),
  requestedBy: job.requestedBy.name,
  requestedAt: job.requestedAt,
  ...(job.finishedAt === undefined ? {} : { finishedAt: job.finishedAt }),
});

/**
 * 申请整体导出, by the tenant administrator of the node or of its city, journaled. While one is being built,
 * no other is begun.
 */
export const startExport = async (
  services: ExportServices,
  asked: Asked,
  { node, personal }: ExportBody,
): Promise<Result<ExportView, Refusal>> => {
  const { actor } = asked;
  const started = await passAsked<ExportView>(services, asked, async (_roster, at) => {
    const found = await nodeFor(services, actor, node, asked.operation);
    if (!found.ok) return found;
    const { id: tenant, name: tenantName } = found.value;
    if (personal && tenant !== actor.tenant)
      return refuse({
        code: 'not-allowed',
        detail: '含个人信息的导出只能由该县（市、区）自己的系统管理员申请。',
      });
    const [last] = await services.exports.list(tenant, 1);
    if (last && isUnderWay(last, services.clock.now()))
      return refuse({ code: 'export-running', detail: '上一次导出还在生成，请等待完成后再申请。' });
    const job: ExportJob = {
      id: services.ids.next(services.clock.now().getTime()),
      tenant,
      tenantName,
      personal,
      requestedBy: { ...doerOf(actor), name: actor.name },
      requestedAt: at,
      state: 'building',
      cases: 0,
      volumes: [],
    };
    return accept({
      event: { type: 'ExportRequested', job },
      writes: { export: job },
      answer: viewOf(job, services.clock.now()),
    });
  });
  if (started.ok)
    await services.queue.enqueue({ tenant: started.value.tenant as TenantId, id: started.value.exportId });
  return started;
};

/** 导出记录 with their progress. */
export const listExports = async (
  services: ExportServices,
  actor: Actor,
  node: string,
): Promise<Result<ExportList, Refusal>> => {
  const found = await nodeFor(services, actor, node, 'listExports');
  if (!found.ok) return found;
  const tenant = found.value.id;
  const jobs = await services.exports.list(tenant, mostListed);
  return accept({
    items: jobs.map((job) => viewOf(job, services.clock.now())),
    mayStart: holdsRole(actor, 'tenant.admin') && !(jobs[0] && isUnderWay(jobs[0], services.clock.now())),
    mayAskPersonal: tenant === actor.tenant,
  });
};

/**
 * Short-lived addresses of a finished archive's volumes, each handing out journaled; one with personal data for the
 * node's own administrator only.
 */
export const linkExport = (
  services: ExportServices,
  actor: Actor,
  { node, exportId }: { readonly node: string; readonly exportId: string },
): Promise<Result<ExportLinks, Refusal>> =>
  passAdministration<ExportLinks>(services, actor, async (_roster, at) => {
    const found = await nodeFor(services, actor, node, 'linkExport');
    if (!found.ok) return found;
    const job = await services.exports.find(found.value.id, exportId);
    if (!job || (job.personal && job.tenant !== actor.tenant))
      return refuse({ code: 'not-found', detail: '没有这次导出，或您无权下载。' });
    if (job.state !== 'done' || isExpired(job, services.clock.now()))
      return refuse({
        code: 'export-not-ready',
        detail: '文件还在生成，或已过保存期；过期的请重新申请导出。',
      });
    const signed = await Promise.all(
      job.volumes.map(async ({ name }) => ({ name, ...(await services.files.signVolume(job, name)) })),
    );
    return accept({
      event: { type: 'ExportLinked', job },
      writes: {},
      answer: {
        volumes: signed.map(({ name, url }) => ({ name, url })),
        expiresAt: signed[0]?.expiresAt ?? at,
      },
    });
  });

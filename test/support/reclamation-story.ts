import { randomUUID } from 'node:crypto';
import { awaitStatus, decide } from '#examples/play-application.ts';
import type { CertificateView, ReclamationView } from '#shared/contracts/reclamation.ts';
import type { SystemView } from '#shared/contracts/registry.ts';
import { submitKind } from './other-kinds.ts';
import {
  approvedCase,
  awaitRead,
  confirmedOrder,
  type Desk,
  openAll,
  type ProvisioningCast,
} from './provisioning-story.ts';

/** One person's way to reclamations. */
export const reclaimDeskOf = (desk: Desk) => ({
  ...desk,
  system: async (systemId: string): Promise<SystemView | undefined> => {
    const { status, body } = await desk.get<SystemView>(`/v1/systems/${systemId}`);
    return status === 200 ? body : undefined;
  },
  reclamation: async (id: string): Promise<ReclamationView | undefined> => {
    const { status, body } = await desk.get<ReclamationView>(`/v1/reclamations/${id}`);
    return status === 200 ? body : undefined;
  },
  certificate: async (id: string) =>
    (await desk.get<CertificateView>(`/v1/reclamations/${id}/certificate`)).body,
  reclaimAct: async (id: string, body: object, version?: number, key: string = randomUUID()) => {
    const seen = (await desk.get<ReclamationView>(`/v1/reclamations/${id}`)).body;
    return desk.post(`/v1/reclamations/${id}/acts`, version ?? seen.version ?? 1, body, key);
  },
});
export type ReclaimDesk = ReturnType<typeof reclaimDeskOf>;

/** A system of its own with opened hosts; answers its id and name. */
export const openedSystem = async (
  cast: ProvisioningCast,
  quantity: number,
): Promise<{ readonly systemId: string; readonly systemName: string }> => {
  const { desks } = cast;
  const systemName = `待回收系统${randomUUID().slice(0, 8)}`;
  const orderId = await approvedCase(cast, [{ quantity }], systemName);
  const { systemId } = await confirmedOrder(cast, orderId);
  await desks.operator.plan(orderId, { quantities: [{ lineNo: 1, quantity }] });
  const work = await awaitRead(() => desks.provider.work(`${orderId}-b1`));
  await desks.provider.answer(work.workId, openAll(work));
  await awaitRead(
    () => reclaimDeskOf(desks.clerk).system(systemId),
    ({ resources }) => resources.length === quantity,
  );
  return { systemId, systemName };
};

const people = {
  cdoName: '王晓芳',
  cdoPhone: '13805110001',
  contactName: '李志强',
  contactPhone: '13805110002',
};

export const shutdownOf = (systemId: string, coldData: object = { any: false }) => ({
  kind: 'shutdown',
  systemId,
  sections: {
    shutdown: { reason: '整合到市级门户。', offline: true, backedUp: true, statement: true },
    coldData: { ...coldData },
    contacts: people,
  },
});

/** A shutdown up to 办结; answers its case's id, which is the reclamation's. */
export const approvedShutdown = async (
  { clerk, cdo, operator }: ProvisioningCast,
  systemId: string,
  coldData?: object,
): Promise<string> => {
  const caseId = await submitKind(clerk, cdo, shutdownOf(systemId, coldData));
  await decide(operator, caseId, 'approve', '同意关停。');
  await awaitStatus(clerk, caseId, 'completed');
  return caseId;
};

/** A shutdown up to its certificate; answers the reclamation's id. */
export const certifiedShutdown = async (cast: ProvisioningCast): Promise<string> => {
  const { provider, clerk } = cast.desks;
  const id = await approvedShutdown(cast, (await openedSystem(cast, 1)).systemId);
  const { workId } = await awaitRead(() => provider.work(`${id}-reclaim`));
  await provider.answer(workId, { kind: 'done', evidence: '虚拟机已销毁。', erasure: '磁盘已覆写。' });
  await provider.answer(workId, { kind: 'certify' });
  await awaitRead(
    () => reclaimDeskOf(clerk).reclamation(id),
    ({ status }) => status === 'ended',
  );
  return id;
};

/** A system whose department has been warned; answers the rectification's id. */
export const warnedSystem = async (cast: ProvisioningCast): Promise<string> => {
  const { systemId } = await openedSystem(cast, 1);
  const recorded = await cast.operator.call<{ rectificationId: string }>('POST', '/v1/rectifications', {
    body: { systemId, kind: 'other', reason: '夜间长期闲置。', evidence: '监测记录 2026-07 第 12 号。' },
    key: randomUUID(),
  });
  const id = recorded.body.rectificationId;
  const warned = await cast.leader.call('POST', `/v1/rectifications/${id}/acts`, {
    body: { kind: 'warn', text: '限期整改。' },
    ifMatch: 1,
    key: randomUUID(),
  });
  if (warned.status !== 200) throw new Error(JSON.stringify(warned.body));
  return id;
};

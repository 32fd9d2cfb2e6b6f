import type { ReclamationView } from '#shared/contracts/reclamation.ts';
import { awaitRead, signedLetter } from '../provisioning-story.ts';
import { approvedShutdown, openedSystem, reclaimDeskOf } from '../reclamation-story.ts';
import type { FaultDesk, Story } from './fault-desk.ts';
import { castOf } from './provisioning-stories.ts';

const deskAndSystem = async (desk: FaultDesk) => {
  const cast = await castOf(desk);
  await signedLetter(cast);
  return { cast, clerk: reclaimDeskOf(cast.desks.clerk), ...(await openedSystem(cast, 1)) };
};

/** A system that is to be taken back for security, within the time to restore. */
const noticed = async (desk: FaultDesk) => {
  const { clerk, systemId } = await deskAndSystem(desk);
  const { reclamationId } = await desk.must<{ reclamationId: string }>(
    await desk.as('dafeng-leader'),
    'POST',
    '/v1/reclamations',
    { body: { systemId, cause: 'security', reason: '遭入侵，见处置单。' } },
  );
  // The work order is out: nothing of it moves the version any more.
  const { version } = await awaitRead(
    () => clerk.reclamation(reclamationId),
    ({ provider }) => provider !== undefined,
  );
  return { clerk, reclamationId, version, path: `/v1/reclamations/${reclamationId}` };
};

const factsOf = (view: ReclamationView | undefined) => [view?.status, view?.acknowledged !== undefined];

const scan = { fileName: '监测记录.pdf', content: Buffer.from('%PDF-1.7\n监测记录').toString('base64') };

/** A finding that waits for the county's authority. */
const found = async (desk: FaultDesk, more: object = {}) => {
  const { systemId } = await deskAndSystem(desk);
  const { rectificationId } = await desk.must<{ rectificationId: string }>(
    await desk.as('yancheng-operator'),
    'POST',
    '/v1/rectifications',
    { body: { systemId, kind: 'other', reason: '长期闲置。', evidence: '监测记录 7 号。', ...more } },
  );
  return { path: `/v1/rectifications/${rectificationId}` };
};

/** A shutdown up to its certificate. */
export const issuedCertificate = async (desk: FaultDesk) => {
  const { cast, clerk, systemId } = await deskAndSystem(desk);
  const id = await approvedShutdown(cast, systemId);
  const { provider } = cast.desks;
  const { workId } = await awaitRead(() => provider.work(`${id}-reclaim`));
  await provider.answer(workId, { kind: 'done', evidence: '已销毁。', erasure: '已覆写。' });
  await provider.answer(workId, { kind: 'certify' });
  await awaitRead(
    () => clerk.reclamation(id),
    ({ status }) => status === 'ended',
  );
  const { number, code } = await clerk.certificate(id);
  return { id, number, code };
};

/** From a decision to the certificate. */
export const reclamationStories = {
  openReclamation: async (desk) => {
    const { clerk, systemId } = await deskAndSystem(desk);
    const list = async () =>
      (await clerk.get<{ items: ReclamationView[] }>('/v1/reclamations?limit=100')).body.items;
    return {
      by: await desk.as('dafeng-leader'),
      path: '/v1/reclamations',
      sent: { body: { systemId, cause: 'security', reason: '遭入侵，见处置单。' } },
      left: async () => (await list()).filter((one) => one.systemId === systemId).length,
    };
  },
  getReclamation: async (desk) => {
    const { path } = await noticed(desk);
    return { by: await desk.as('dafeng-clerk'), path };
  },
  actOnReclamation: async (desk) => {
    const { clerk, reclamationId, version, path } = await noticed(desk);
    return {
      by: await desk.as('dafeng-clerk'),
      path: `${path}/acts`,
      sent: { body: { kind: 'acknowledge' }, ifMatch: version },
      left: async () => factsOf(await clerk.reclamation(reclamationId)),
    };
  },
  getCertificate: async (desk) => {
    const { id } = await issuedCertificate(desk);
    return { by: await desk.as('dafeng-clerk'), path: `/v1/reclamations/${id}/certificate` };
  },
  recordFinding: async (desk) => {
    const { clerk, systemId } = await deskAndSystem(desk);
    const operator = await desk.as('yancheng-operator');
    const listed = async () =>
      (
        await desk.must<{ items: { systemId: string }[] }>(
          operator,
          'GET',
          '/v1/rectifications?tenant=yancheng/dafeng&limit=100',
        )
      ).items.filter((one) => one.systemId === systemId).length;
    return {
      by: operator,
      path: '/v1/rectifications',
      sent: { body: { systemId, kind: 'other', reason: '长期闲置。', evidence: '监测记录 7 号。' } },
      left: async () => [await listed(), (await clerk.get('/v1/rectifications')).status],
    };
  },
  getRectification: async (desk) => {
    const { path } = await found(desk);
    return { by: await desk.as('yancheng-operator'), path };
  },
  getRectificationEvidence: async (desk) => {
    const { path } = await found(desk, { file: scan });
    return { by: await desk.as('yancheng-operator'), path: `${path}/evidence/0` };
  },
  actOnRectification: async (desk) => {
    const { path } = await found(desk);
    const by = await desk.as('dafeng-leader');
    return {
      by,
      path: `${path}/acts`,
      sent: { body: { kind: 'warn', text: '限期整改。' }, ifMatch: 1 },
      left: async () => (await desk.must<{ status: string }>(by, 'GET', path)).status,
    };
  },
} satisfies Record<string, Story>;

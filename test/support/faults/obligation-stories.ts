import { clientOf } from '#examples/embedded-system.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { inspectTable } from '../inspect-table.ts';
import { awaitObligation, obligationsOf, openedBatch } from '../obligation-story.ts';
import { deskOf, type ProvisioningCast, signedLetter } from '../provisioning-story.ts';
import { deskTenant, type FaultDesk, type Story } from './fault-desk.ts';

const castOf = async ({ system, cast }: FaultDesk): Promise<ProvisioningCast> => ({
  ...cast,
  desks: {
    clerk: deskOf(cast.clerk),
    cdo: deskOf(cast.cdo),
    operator: deskOf(cast.operator),
    provider: deskOf(await clientOf(system, 'yancheng-provider')),
  },
});

/** What an opened batch owes first. */
const owed = async (desk: FaultDesk) => {
  const cast = await castOf(desk);
  await signedLetter(cast);
  const { orderId } = await openedBatch(cast, [{ quantity: 1 }]);
  const people = { clerk: obligationsOf(cast.desks.clerk), operator: obligationsOf(cast.desks.operator) };
  const obligation = await awaitObligation(people.clerk, `${orderId}-b1-deploy`);
  return { ...people, obligation, path: `/v1/obligations/${obligation.obligationId}` };
};

const statement = { on: shanghaiDateOf(new Date()), statement: '已部署。' };
/** A day on which it was due. */
const passed = { dueOn: '2026-01-05', provisional: false };
const file = { fileName: '验收单.pdf', content: Buffer.from('%PDF-1.4\n验收').toString('base64') };

/** From what a batch owes to what is decided of it. */
export const obligationStories = {
  getObligation: async (desk) => {
    const { path } = await owed(desk);
    return { by: await desk.as('dafeng-clerk'), path };
  },
  getEvidence: async (desk) => {
    const { clerk, obligation, path } = await owed(desk);
    await desk.forgetCalls('uploads');
    await clerk.perform(obligation.obligationId, { ...statement, file });
    return { by: await desk.as('dafeng-clerk'), path: `${path}/evidence` };
  },
  performObligation: async (desk) => {
    const { clerk, obligation, path } = await owed(desk);
    await desk.forgetCalls('uploads');
    return {
      by: await desk.as('dafeng-clerk'),
      path: `${path}/performances`,
      sent: { body: { ...statement, file }, ifMatch: obligation.version },
      left: async () => (await clerk.view(obligation.obligationId))?.performance?.statement,
    };
  },
  explainObligation: async (desk) => {
    const { clerk, obligation, path } = await owed(desk);
    const key = { pk: `T#${deskTenant}#OB#${obligation.obligationId}`, sk: 'A#HEADER' };
    await inspectTable(desk.system).set(key, 'due', { ...passed, calendarVersion: '' });
    return {
      by: await desk.as('dafeng-clerk'),
      path: `${path}/explanations`,
      sent: { body: { text: '供应商交付推迟。' }, ifMatch: obligation.version },
      left: async () => (await clerk.view(obligation.obligationId))?.moves.map(({ kind }) => kind),
    };
  },
  judgeObligation: async (desk) => {
    const { operator, obligation, path } = await owed(desk);
    return {
      by: await desk.as('yancheng-operator'),
      path: `${path}/verdicts`,
      sent: { body: { verdict: 'pause', reason: '等待统一割接。' }, ifMatch: obligation.version },
      left: async () => (await operator.view(obligation.obligationId))?.status,
    };
  },
} satisfies Record<string, Story>;

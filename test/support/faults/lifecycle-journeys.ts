import type { SystemView } from '#shared/contracts/registry.ts';
import { awaitTrue } from '../await-true.ts';
import { persistentPerson } from '../persistent-person.ts';
import {
  approvedCase,
  awaitRead,
  confirmedOrder,
  openAll,
  provisioningCast,
  signedLetter,
} from '../provisioning-story.ts';
import { certifiedShutdown, reclaimDeskOf } from '../reclamation-story.ts';
import type { FaultDesk } from './fault-desk.ts';
import { type Journey, named, patienceMs } from './journey.ts';

/** How often which is told at least; what asks for something is told of only while it is still to be done. */
type Wanted = Readonly<Record<string, number>>;
const openedTold: Wanted = { 'case.completed': 2, 'work.issued': 2, 'batch.opened': 2 };
const reclaimedTold: Wanted = {
  'case.completed': 2,
  'work.issued': 1,
  'reclamation.opened': 2,
  'reclamation.done': 2,
  'certificate.issued': 2,
};

/** Who has been told of these events of a matter, once so many are. */
const toldOf = async (
  { inspector, holders }: FaultDesk,
  matterId: string,
  wanted: Wanted,
): Promise<readonly string[]> => {
  const most = Object.values(wanted).reduce((sum, count) => sum + count, 0);
  let told: readonly string[] = [];
  await awaitTrue(
    'everybody is told',
    async () => {
      const all = await inspector.told(holders, matterId);
      told = all.filter(({ event }) => event in wanted).map(({ user, event }) => `${user} ${event}`);
      return told.length >= most;
    },
    patienceMs,
  );
  return told.toSorted();
};

/** From an approved application to resources in the registry: the machine, work orders, the provider's answers. */
export const opening: Journey = {
  name: 'opening',
  functions: named('lifecycle', 'provisioning-steps', 'provisioning'),
  travel: async (desk) => {
    const { system } = desk;
    const cast = await provisioningCast(system, 'dafeng', persistentPerson);
    await signedLetter(cast);
    const orderId = await approvedCase(cast, [{ quantity: 2 }]);
    await confirmedOrder(cast, orderId);
    const { clerk, operator, provider } = cast.desks;
    await operator.plan(orderId, { quantities: [{ lineNo: 1, quantity: 2 }] });
    const work = await awaitRead(() => provider.work(`${orderId}-b1`));
    await provider.answer(work.workId, openAll(work));
    const order = await awaitRead(
      () => clerk.order(orderId),
      ({ status }) => status === 'opened',
    );
    const rows = await awaitRead(
      async () => (await clerk.get<SystemView>(`/v1/systems/${order.systemId}`)).body,
      ({ resources }) => resources.filter(({ caseId }) => caseId === orderId).length === 2,
    );
    const own = rows.resources.filter(({ caseId }) => caseId === orderId);
    return {
      batches: order.batches.map(({ units }) => units.map(({ state }) => state)),
      billed: own.map(({ billing }) => billing.length),
      told: await toldOf(desk, orderId, openedTold),
    };
  },
};

/** From an approved shutdown to its certificate: the machine, the provider's report, rows out of use. */
export const reclaiming: Journey = {
  name: 'reclaiming',
  functions: named('lifecycle', 'reclamation-steps', 'reclamation', 'provisioning'),
  travel: async (desk) => {
    const { system, inspector } = desk;
    const cast = await provisioningCast(system, 'dafeng', persistentPerson);
    await signedLetter(cast);
    const id = await certifiedShutdown(cast);
    let executions: Awaited<ReturnType<typeof inspector.executions>> = [];
    await awaitTrue(
      'the machine has ended',
      async () => {
        executions = await inspector.executions(id, 'yunwangtong-reclamations');
        return executions.some(({ status }) => status !== 'RUNNING');
      },
      patienceMs,
    );
    const view = await awaitRead(() => reclaimDeskOf(cast.desks.clerk).reclamation(id));
    return {
      executions,
      status: view.status,
      certified: view.certificate?.issued !== undefined,
      told: await toldOf(desk, id, reclaimedTold),
    };
  },
};

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
import { type Journey, named, patienceMs } from './journey.ts';

/** From an approved application to resources in the registry: the machine, work orders, the provider's answers. */
export const opening: Journey = {
  name: 'opening',
  functions: named('lifecycle', 'provisioning-steps', 'provisioning'),
  travel: async ({ system }) => {
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
    };
  },
};

/** From an approved shutdown to its certificate: the machine, the provider's report, rows out of use. */
export const reclaiming: Journey = {
  name: 'reclaiming',
  functions: named('lifecycle', 'reclamation-steps', 'reclamation', 'provisioning'),
  travel: async ({ system, inspector }) => {
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
    return { executions, status: view.status, certified: view.certificate?.issued !== undefined };
  },
};

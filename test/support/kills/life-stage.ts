import type { SystemView } from '#shared/contracts/registry.ts';
import { persistentPerson } from '../persistent-person.ts';
import {
  approvedCase,
  awaitRead,
  confirmedOrder,
  openAll,
  provisioningCast,
  signedLetter,
} from '../provisioning-story.ts';
import { approvedShutdown, reclaimDeskOf } from '../reclamation-story.ts';
import { type KillStage, openKillStage } from './kill-stage.ts';

interface Told {
  readonly orderId: string;
  readonly systemId: string;
  readonly id: string;
}

interface LifeEnd {
  readonly order: string | undefined;
  readonly units: readonly string[];
  readonly rows: readonly { readonly state: string; readonly periods: number }[];
  readonly reclamation: string;
  readonly certified: boolean;
  readonly machines: readonly { readonly status: string; readonly entered: readonly string[] }[];
}

/** What a host has come to that was opened and taken back again with its system. */
export const lifeEnd: LifeEnd = {
  order: 'opened',
  units: ['opened'],
  // Taken back on the day on which it was opened: no day of it is billed.
  rows: [{ state: 'reclaimed', periods: 0 }],
  reclamation: 'ended',
  certified: true,
  machines: [
    { status: 'SUCCEEDED', entered: ['ConfirmationAsked', 'Confirmation', 'Batch', 'Opened'] },
    { status: 'SUCCEEDED', entered: ['Notice', 'Execution', 'Certificate', 'Reclaimed'] },
  ],
};

/** From an approved application to the certificate: each time a new system with one host. */
export const openLifeStage = (): Promise<KillStage<LifeEnd>> =>
  openKillStage(async ({ system, inspector }) => {
    const cast = await provisioningCast(system, 'dafeng', persistentPerson);
    const { clerk, operator, provider } = cast.desks;
    await signedLetter(cast);
    let told = 0;
    const answered = async (workId: string, body: unknown) => {
      await awaitRead(() => provider.work(workId));
      const { status, body: problem } = await provider.answer(workId, body);
      if (status !== 200) throw new Error(JSON.stringify(problem));
    };
    const systemNow = async (systemId: string) =>
      (await clerk.get<SystemView>(`/v1/systems/${systemId}`)).body;
    return {
      prepare: () => {
        told += 1;
        return approvedCase(cast, [{ quantity: 1 }], `断电演练系统${told}`);
      },
      play: async (orderId: string): Promise<Told> => {
        const { systemId } = await confirmedOrder(cast, orderId);
        await operator.plan(orderId, { quantities: [{ lineNo: 1, quantity: 1 }] });
        await answered(`${orderId}-b1`, openAll(await awaitRead(() => provider.work(`${orderId}-b1`))));
        await awaitRead(
          () => systemNow(systemId),
          ({ resources }) => resources.length === 1,
        );
        const id = await approvedShutdown(cast, systemId);
        await answered(`${id}-reclaim`, { kind: 'done', evidence: '已销毁。', erasure: '已覆写。' });
        await answered(`${id}-reclaim`, { kind: 'certify' });
        await awaitRead(
          () => reclaimDeskOf(clerk).reclamation(id),
          ({ status }) => status === 'ended',
        );
        return { orderId, systemId, id };
      },
      readEnd: async ({ orderId, systemId, id }: Told) => {
        const [order, { resources }, view] = [
          await clerk.order(orderId),
          await systemNow(systemId),
          await awaitRead(() => reclaimDeskOf(clerk).reclamation(id)),
        ];
        return {
          order: order?.status,
          units: order?.batches.flatMap(({ units }) => units.map(({ state }) => state)) ?? [],
          rows: resources.map(({ state, billing }) => ({ state, periods: billing.length })),
          reclamation: view.status,
          certified: view.certificate?.issued !== undefined,
          machines: [
            ...(await inspector.executions(orderId, 'yunwangtong-provisioning-orders')),
            ...(await inspector.executions(id, 'yunwangtong-reclamations')),
          ],
        };
      },
    };
  });

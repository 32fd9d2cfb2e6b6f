import { pendingUnits } from '#functions/provisioning/domain/order-state.ts';
import { isOpenWork, type WorkOrder } from '#functions/provisioning/domain/work-order.ts';
import { rectificationStatus } from '#functions/reclamation/domain/rectification-state.ts';
import type { LifecycleWorld } from './world-of-lifecycles.ts';

/** Whose process a work order is, and whether that still waits for it. */
const isWanted = ({ stores }: LifecycleWorld, work: WorkOrder): boolean => {
  if (!work.task) {
    const order = stores.orders.all().find(({ orderId }) => orderId === work.orderId);
    if (!order) return false;
    const batch = order.batches.find(({ no }) => no === work.batch);
    return batch ? pendingUnits(batch).length > 0 : order.confirmedAt === undefined;
  }
  const { processId, step, answers } = work.task;
  if (answers === 'reclamation.answered') {
    const one = stores.reclamations.all().find(({ reclamationId }) => reclamationId === processId);
    return one !== undefined && one.restored === undefined && one.endedAt === undefined;
  }
  const one = stores.rectifications.all().find(({ rectificationId }) => rectificationId === processId);
  // What was suspended is to run again after the rectification has passed.
  return one !== undefined && (step === 'resume' || rectificationStatus(one) === 'executing');
};

/** The machine waits where the order may be decided, and nowhere once it is done. */
const judgeWaits = ({ stores, machine }: LifecycleWorld): string[] =>
  stores.orders.all().flatMap(({ orderId, completedAt, waits }) => {
    const open = waits.filter(({ outcome }) => outcome === undefined);
    const place = machine.openings.placeOf(orderId);
    if (completedAt !== undefined)
      return open.length === 0 && !place ? [] : [`${orderId} is done and something waits`];
    const [wait] = open;
    return wait && open.length === 1 && place?.step === wait.step && place.batch === wait.batch
      ? []
      : [`${orderId} waits in ${JSON.stringify(open)}, its machine in ${JSON.stringify(place)}`];
  });

const judgeReclaims = ({ stores, machine }: LifecycleWorld): string[] =>
  stores.reclamations.all().flatMap(({ reclamationId, endedAt, restored, waits }) => {
    const place = machine.reclaims.placeOf(reclamationId);
    const open = waits.find(({ outcome }) => outcome === undefined);
    const over = endedAt !== undefined || restored !== undefined;
    return over === (place === undefined) && place === open?.step
      ? []
      : [`${reclamationId} waits in ${open?.step}, its machine in ${place}`];
  });

const judgeProcesses = ({ stores }: LifecycleWorld): string[] => {
  const open = new Set(
    stores.work
      .all()
      .filter(isOpenWork)
      .map(({ workId }) => workId),
  );
  return [
    ...stores.reclamations
      .all()
      .filter(({ executed, restored, endedAt }) => !executed && !restored && endedAt === undefined)
      .filter(({ reclamationId }) => !open.has(`${reclamationId}-reclaim`))
      .map(({ reclamationId }) => `${reclamationId} waits for nobody`),
    ...stores.rectifications
      .all()
      .filter((one) => rectificationStatus(one) === 'executing')
      .filter(({ rectificationId }) => ![...open].some((workId) => workId.startsWith(rectificationId)))
      .filter(
        ({ rectificationId }) =>
          !stores.reclamations
            .all()
            .some((one) => one.reclamationId === rectificationId && one.endedAt === undefined),
      )
      .map(({ rectificationId }) => `${rectificationId} is executed by nobody`),
  ];
};

/** Whether nothing is asked of anybody for what is closed, and somebody is asked for what is open. */
export const judgeTasks = (world: LifecycleWorld): string[] => [
  ...world.stores.work
    .all()
    .filter((work) => isOpenWork(work) && !isWanted(world, work))
    .map(({ workId }) => `${workId} is open on what is closed`),
  ...judgeWaits(world),
  ...judgeReclaims(world),
  ...judgeProcesses(world),
];

import { clientOf } from '#examples/embedded-system.ts';
import type { OrderView } from '#shared/contracts/provisioning.ts';
import type { LetterView } from '#shared/contracts/responsibility-letter.ts';
import type { WorkView } from '#shared/contracts/work-orders.ts';
import {
  approvedCase,
  awaitRead,
  confirmedOrder,
  deskOf,
  openAll,
  type ProvisioningCast,
  signedLetter,
} from '../provisioning-story.ts';
import type { FaultDesk, Story } from './fault-desk.ts';

export const castOf = async ({ system, cast }: FaultDesk): Promise<ProvisioningCast> => ({
  ...cast,
  desks: {
    clerk: deskOf(cast.clerk),
    cdo: deskOf(cast.cdo),
    operator: deskOf(cast.operator),
    provider: deskOf(await clientOf(system, 'yancheng-provider')),
  },
});

/** An order that waits for the three parties. */
const confirming = async (desk: FaultDesk, quantity = 1) => {
  const cast = await castOf(desk);
  await signedLetter(cast);
  const orderId = await approvedCase(cast, [{ quantity }]);
  await awaitRead(
    () => cast.desks.clerk.order(orderId),
    ({ status }) => status === 'confirming',
  );
  return { cast, orderId };
};

/** An order whose first batch the provider has before it. */
const planned = async (desk: FaultDesk, quantity = 1) => {
  const { cast, orderId } = await confirming(desk, quantity);
  await confirmedOrder(cast, orderId);
  await cast.desks.operator.plan(orderId, { quantities: [{ lineNo: 1, quantity }] });
  const work = await awaitRead(() => cast.desks.provider.work(`${orderId}-b1`));
  return { cast, orderId, work };
};

/** An order whose first batch is open. */
const opened = async (desk: FaultDesk) => {
  const { cast, orderId, work } = await planned(desk);
  await cast.desks.provider.answer(work.workId, openAll(work));
  await awaitRead(
    () => cast.desks.clerk.order(orderId),
    ({ status }) => status === 'opened',
  );
  return { cast, orderId, workId: work.workId };
};

const factsOf = (order: OrderView | undefined) => ({
  parties: order?.confirmation?.parties.map(({ at }) => at !== undefined),
  batches: order?.batches.map(({ units, credentials }) => [units.map(({ state }) => state), credentials]),
});
const orderPath = (orderId: string) => `/v1/provisioning-orders/${orderId}`;

/** From the approval to credentials in the department's hands. */
export const provisioningStories = {
  getOrder: async (desk) => {
    const { orderId } = await confirming(desk);
    return { by: await desk.as('dafeng-clerk'), path: orderPath(orderId) };
  },
  getProcessDocument: async (desk) => {
    const { orderId } = await confirming(desk);
    return { by: await desk.as('dafeng-clerk'), path: `/v1/processes/${orderId}/documents/confirmation` };
  },
  getProcessDocumentContent: async (desk) => {
    const { orderId } = await confirming(desk);
    return {
      by: await desk.as('dafeng-clerk'),
      path: `/v1/processes/${orderId}/documents/confirmation/content`,
    };
  },
  getSystem: async (desk) => {
    const { cast, orderId } = await confirming(desk);
    const order = await awaitRead(() => cast.desks.clerk.order(orderId));
    return { by: await desk.as('dafeng-clerk'), path: `/v1/systems/${order.systemId}` };
  },
  getWorkOrder: async (desk) => {
    const { cast, orderId } = await confirming(desk);
    await awaitRead(() => cast.desks.provider.work(`${orderId}-c`));
    return { by: await desk.as('yancheng-provider'), path: `/v1/work-orders/${orderId}-c` };
  },
  confirmOrder: async (desk) => {
    const { cast, orderId } = await confirming(desk);
    const ifMatch = await cast.desks.clerk.versionOf(orderId);
    return {
      by: await desk.as('dafeng-clerk'),
      path: `${orderPath(orderId)}/confirmations`,
      sent: { body: {}, ifMatch },
      left: async () => factsOf(await cast.desks.clerk.order(orderId)),
    };
  },
  planBatch: async (desk) => {
    const { cast, orderId } = await confirming(desk, 2);
    const { version } = await confirmedOrder(cast, orderId);
    return {
      by: await desk.as('yancheng-operator'),
      path: `${orderPath(orderId)}/batches`,
      sent: { body: { quantities: [{ lineNo: 1, quantity: 1 }] }, ifMatch: version },
      left: async () => factsOf(await cast.desks.clerk.order(orderId)),
    };
  },
  releaseUnits: async (desk) => {
    const { cast, orderId, work } = await planned(desk);
    const failed = work.units.map(({ unitId }) => ({ unitId, reason: '资源不足' }));
    await cast.desks.provider.answer(work.workId, { kind: 'report', opened: [], failed });
    const { version } = await awaitRead(
      () => cast.desks.operator.order(orderId),
      ({ may }) => may.includes('releaseUnits'),
    );
    return {
      by: await desk.as('yancheng-operator'),
      path: `${orderPath(orderId)}/batches/1/releases`,
      sent: { body: { reason: '扩容后再开。' }, ifMatch: version },
      // The work order lets go of them by itself, a moment later.
      left: async () =>
        factsOf(
          await awaitRead(
            () => cast.desks.clerk.order(orderId),
            ({ batches }) => batches[0]?.units.every(({ state }) => state === 'released') === true,
          ),
        ),
    };
  },
  dropRemainder: async (desk) => {
    const { cast, orderId } = await confirming(desk, 2);
    await confirmedOrder(cast, orderId);
    const { version } = await awaitRead(
      () => cast.desks.operator.order(orderId),
      ({ may }) => may.includes('dropRemainder'),
    );
    return {
      by: await desk.as('yancheng-operator'),
      path: `${orderPath(orderId)}/remainder-closures`,
      sent: { body: { reason: '业务缩减，不再需要。' }, ifMatch: version },
      left: async () => factsOf(await cast.desks.clerk.order(orderId)),
    };
  },
  collectCredentials: async (desk) => {
    const { cast, orderId, workId } = await opened(desk);
    const { body } = await cast.desks.provider.deposit(workId, 'root / 口令');
    const { version } = await awaitRead(
      () => cast.desks.clerk.order(orderId),
      ({ may }) => may.includes('collectCredentials'),
    );
    return {
      by: await desk.as('dafeng-clerk'),
      path: `${orderPath(orderId)}/batches/1/collections`,
      sent: { body: { code: body['code'] }, ifMatch: version },
      left: async () => factsOf(await cast.desks.clerk.order(orderId)),
    };
  },
  answerWorkOrder: async (desk) => {
    const { cast, work } = await planned(desk);
    return {
      by: await desk.as('yancheng-provider'),
      path: `/v1/work-orders/${work.workId}/answers`,
      sent: { body: openAll(work), ifMatch: work.version },
      left: async () => {
        const now: WorkView | undefined = await cast.desks.provider.work(work.workId);
        return [now?.state, now?.opened];
      },
    };
  },
  depositCredentials: async (desk) => {
    const { cast, workId } = await opened(desk);
    const ifMatch = (await cast.desks.provider.work(workId))?.version ?? 0;
    return {
      by: await desk.as('yancheng-provider'),
      path: `/v1/work-orders/${workId}/credentials`,
      sent: { body: { credentials: 'root / 口令' }, ifMatch },
      left: async () => (await cast.desks.provider.work(workId))?.credentials !== undefined,
    };
  },
  signLetter: async (desk) => {
    const admin = await desk.as('yancheng-tenantadmin');
    const text = `演练文本第 ${desk.next()} 版。`;
    const { version: expected } = await desk.must<{ version: number }>(admin, 'GET', '/v1/letter-text');
    await desk.must(admin, 'PUT', '/v1/letter-text', {
      body: { title: '信息安全责任书', text },
      ifMatch: expected,
    });
    const by = await desk.as('dafeng-cdo');
    const { inForce, version } = await desk.must<LetterView>(by, 'GET', '/v1/responsibility-letter');
    return {
      by,
      path: '/v1/responsibility-letter/signatures',
      sent: { body: { version: inForce?.version, digest: inForce?.digest }, ifMatch: version },
      left: async () => {
        const now = await desk.must<LetterView>(by, 'GET', '/v1/responsibility-letter');
        return now.signatures.filter(({ version: signed }) => signed === inForce?.version).length;
      },
    };
  },
  saveLetterText: async (desk) => {
    const by = await desk.as('yancheng-tenantadmin');
    const { version } = await desk.must<{ version: number }>(by, 'GET', '/v1/letter-text');
    return {
      by,
      path: '/v1/letter-text',
      sent: {
        body: { title: '信息安全责任书', text: `演练文本第 ${desk.next()} 版。` },
        ifMatch: version,
      },
      left: async () =>
        (await desk.must<{ version: number }>(by, 'GET', '/v1/letter-text')).version - version,
    };
  },
} satisfies Record<string, Story>;

import { randomUUID } from 'node:crypto';
import type { OrderView } from '#shared/contracts/provisioning.ts';
import type { LetterView } from '#shared/contracts/responsibility-letter.ts';
import type { WorkList, WorkView } from '#shared/contracts/work-orders.ts';
import type { Client } from './client.ts';

const patienceMs = 30_000;

/** Waits, within bounds, until something read is as wanted. */
export const awaitRead = async <Value>(
  read: () => Promise<Value | undefined>,
  wanted: (value: Value) => boolean = () => true,
): Promise<Value> => {
  const until = Date.now() + patienceMs;
  for (;;) {
    const value = await read();
    if (value !== undefined && wanted(value)) return value;
    if (Date.now() > until) throw new Error(`not within ${patienceMs / 1000} s: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** One person's way to orders and work orders; bodies and problems alike come back with their status. */
export const deskOf = (client: Client) => {
  const get = async <Body>(path: string) => client.call<Body>('GET', path);
  const post = (path: string, ifMatch: number, body: unknown = {}, key: string = randomUUID()) =>
    client.call<Record<string, unknown>>('POST', path, { body, ifMatch, key });
  const orderPath = (orderId: string) => `/v1/provisioning-orders/${orderId}`;
  const desk = {
    get,
    post,
    order: async (orderId: string): Promise<OrderView | undefined> => {
      const { status, body } = await get<OrderView>(orderPath(orderId));
      return status === 200 ? body : undefined;
    },
    confirm: async (orderId: string, version?: number) =>
      post(`${orderPath(orderId)}/confirmations`, version ?? (await desk.versionOf(orderId))),
    plan: async (orderId: string, body: unknown, version?: number) =>
      post(`${orderPath(orderId)}/batches`, version ?? (await desk.versionOf(orderId)), body),
    release: async (orderId: string, batch: number, reason: string) =>
      post(`${orderPath(orderId)}/batches/${batch}/releases`, await desk.versionOf(orderId), { reason }),
    drop: async (orderId: string, reason: string, version?: number) =>
      post(`${orderPath(orderId)}/remainder-closures`, version ?? (await desk.versionOf(orderId)), {
        reason,
      }),
    collect: async (orderId: string, batch: number, code: string) =>
      post(`${orderPath(orderId)}/batches/${batch}/collections`, await desk.versionOf(orderId), { code }),
    versionOf: async (orderId: string): Promise<number> => (await desk.order(orderId))?.version ?? 0,
    work: async (workId: string): Promise<WorkView | undefined> => {
      const { status, body } = await get<WorkView>(`/v1/work-orders/${workId}`);
      return status === 200 ? body : undefined;
    },
    workList: async () => (await get<WorkList>('/v1/work-orders?limit=100')).body,
    answer: async (workId: string, body: unknown, version?: number, key?: string) =>
      post(
        `/v1/work-orders/${workId}/answers`,
        version ?? (await desk.work(workId))?.version ?? 0,
        body,
        key,
      ),
    deposit: async (workId: string, credentials: string) =>
      post(`/v1/work-orders/${workId}/credentials`, (await desk.work(workId))?.version ?? 0, { credentials }),
    letter: async () => (await get<LetterView>('/v1/responsibility-letter')).body,
    signLetter: async (more: object = {}) => {
      const { inForce, version } = await desk.letter();
      return post('/v1/responsibility-letter/signatures', version, {
        version: inForce?.version,
        digest: inForce?.digest,
        ...more,
      });
    },
  };
  return desk;
};
export type Desk = ReturnType<typeof deskOf>;

/** Who takes part in an opening. */
export interface OpeningCast {
  readonly desks: {
    readonly clerk: Desk;
    readonly cdo: Desk;
    readonly operator: Desk;
    readonly provider: Desk;
  };
}

/** The order of an approved case, confirmed by all three parties. */
export const confirmedOrder = async (cast: OpeningCast, orderId: string): Promise<OrderView> => {
  const { desks } = cast;
  await awaitRead(
    () => desks.clerk.order(orderId),
    ({ status }) => status === 'confirming',
  );
  await desks.clerk.confirm(orderId);
  await desks.operator.confirm(orderId);
  await awaitRead(() => desks.provider.work(`${orderId}-c`));
  await desks.provider.answer(`${orderId}-c`, { kind: 'confirm' });
  // Confirmed, and the machine waits for the first batch.
  return awaitRead(
    () => desks.operator.order(orderId),
    ({ status }) => status === 'opening',
  );
};

/** A report that opens every unit that waits. */
export const openAll = ({ units }: WorkView, prefix = 'i') => ({
  kind: 'report',
  opened: units
    .filter(({ state }) => state === 'ordered' || state === 'failed')
    .map(({ unitId }, index) => ({
      unitId,
      instanceId: `${prefix}-${unitId}`,
      addresses: [`10.8.${Math.floor(index / 250)}.${(index % 250) + 1}`],
    })),
  failed: [],
});

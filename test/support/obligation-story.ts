import { randomUUID } from 'node:crypto';
import type { ObligationList, ObligationView, PerformBody } from '#shared/contracts/obligations.ts';
import {
  type AskedLine,
  approvedCase,
  awaitRead,
  confirmedOrder,
  type Desk,
  openAll,
  type ProvisioningCast,
} from './provisioning-story.ts';

/** A batch of all that was asked for, opened; answers the order and the system. */
export const openedBatch = async (
  cast: ProvisioningCast,
  lines: readonly AskedLine[],
  systemName = `履约系统${randomUUID().slice(0, 8)}`,
): Promise<{ readonly orderId: string; readonly systemId: string; readonly openedAt: string }> => {
  const { desks } = cast;
  const orderId = await approvedCase(cast, lines, systemName);
  const { systemId } = await confirmedOrder(cast, orderId);
  const quantities = lines.map(({ quantity }, index) => ({ lineNo: index + 1, quantity }));
  await desks.operator.plan(orderId, { quantities });
  const work = await awaitRead(() => desks.provider.work(`${orderId}-b1`));
  await desks.provider.answer(work.workId, openAll(work));
  const opened = await awaitRead(
    () => desks.clerk.order(orderId),
    ({ status }) => status === 'opened',
  );
  return { orderId, systemId, openedAt: opened.batches[0]?.openedAt ?? '' };
};

const pathOf = (obligationId: string) => `/v1/obligations/${obligationId}`;

/** One person's way to 履约事项. */
export const obligationsOf = (desk: Desk) => {
  const view = async (obligationId: string): Promise<ObligationView | undefined> => {
    const { status, body } = await desk.get<ObligationView>(pathOf(obligationId));
    return status === 200 ? body : undefined;
  };
  const post = async (obligationId: string, what: string, body: unknown, version?: number, key?: string) =>
    desk.post(
      `${pathOf(obligationId)}/${what}`,
      version ?? (await view(obligationId))?.version ?? 0,
      body,
      key,
    );
  return {
    view,
    list: async (query = '') => (await desk.get<ObligationList>(`/v1/obligations?limit=100${query}`)).body,
    perform: (obligationId: string, body: PerformBody, version?: number, key?: string) =>
      post(obligationId, 'performances', body, version, key),
    explain: (obligationId: string, body: unknown) => post(obligationId, 'explanations', body),
    judge: (obligationId: string, body: unknown, version?: number) =>
      post(obligationId, 'verdicts', body, version),
  };
};
export type ObligationDesk = ReturnType<typeof obligationsOf>;

/** Waits until an obligation stands, and as wanted. */
export const awaitObligation = (
  desk: ObligationDesk,
  obligationId: string,
  wanted: (view: ObligationView) => boolean = () => true,
): Promise<ObligationView> => awaitRead(() => desk.view(obligationId), wanted);

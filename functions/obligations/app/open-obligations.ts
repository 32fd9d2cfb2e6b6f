import type { RegistryWriter } from '#functions/registry/ports/registry-for-processes.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { obligationsOf } from '#shared/regulation/find-obligations.ts';
import type { Obligation } from '../domain/obligation-state.ts';
import {
  begunByBatch,
  begunByRecord,
  metWith,
  type OpenedBatch,
  openEnded,
  openObligation,
  recordedWith,
  type Wanted,
} from '../domain/open-obligation.ts';
import { performWith } from '../domain/perform-obligation.ts';
import type { Reckoning } from '../domain/reckon-due.ts';
import { passSystem } from './pass-system.ts';
import type { SystemServices } from './ports.ts';
import { reckoningFor } from './reckoning-for.ts';
import { reopenTurns } from './reopen-turns.ts';

type Facts = Parameters<typeof openObligation>[2];
/** Settles what is recorded with another, where that has been recorded. */
const settle = async (services: SystemServices, obligation: Obligation): Promise<void> => {
  const { tenant } = obligation;
  const source = recordedWith(obligation, obligationsOf(obligation));
  const recorded = source && (await services.obligations.load({ tenant, obligationId: source }));
  if (!recorded) return;
  const { obligationId } = obligation;
  const at = services.clock.now().toISOString();
  await passSystem(services, { tenant, obligationId }, at, (standing) =>
    performWith(standing, recorded.state),
  );
};

export interface OpeningServices extends SystemServices {
  readonly registry: Pick<RegistryWriter, 'resourcesOf'>;
}

/** What is not registered yet has not been taken back. */
export const isTakenBack = async (
  { registry }: OpeningServices,
  { tenant, systemId, orderId, batch }: Pick<Facts, 'tenant' | 'systemId' | 'orderId' | 'batch'>,
): Promise<boolean> => {
  const rows = await registry.resourcesOf({ tenant, systemId });
  const of = rows.filter((row) => batch === undefined || (row.caseId === orderId && row.batch === batch));
  return of.length > 0 && of.every(({ state }) => state === 'reclaimed');
};

/**
 * Opens what is wanted and not there yet. What is recorded with another is looked for after the opening: a record made
 * before is seen now, one made later finds the obligation. What has been taken back meanwhile is owed no more. Answers
 * whether what it is owed for is in use.
 */
const openWanted = async (
  services: OpeningServices,
  wanted: readonly Wanted[],
  facts: Facts,
  reckoning: Reckoning,
): Promise<boolean> => {
  const { tenant } = facts;
  const gone = wanted.length > 0 && (await isTakenBack(services, facts));
  for (const one of wanted) {
    const ref = { tenant, obligationId: one.obligationId };
    const opened = await passSystem(services, ref, reckoning.now, (standing) =>
      gone ? openEnded(standing, one, facts, reckoning) : openObligation(standing, one, facts, reckoning),
    );
    if (opened) await settle(services, opened);
  }
  return !gone;
};

export type BatchFacts = Omit<OpenedBatch, 'openedOn'> & { readonly openedAt: string };

/** What an opened batch begins. */
export const openForBatch = async (
  services: OpeningServices,
  { openedAt, ...facts }: BatchFacts,
): Promise<void> => {
  const batch = { ...facts, openedOn: shanghaiDateOf(new Date(openedAt)) };
  const reckoning = await reckoningFor(services, facts);
  await openWanted(services, begunByBatch(batch, reckoning.rules), batch, reckoning);
};

/** What a record begins, and what it settles as well. */
export const followRecord = async (services: OpeningServices, performed: Obligation): Promise<void> => {
  const { tenant } = performed;
  const reckoning = await reckoningFor(services, performed);
  for (const obligationId of metWith(performed, reckoning.rules))
    await passSystem(services, { tenant, obligationId }, reckoning.now, (standing) =>
      performWith(standing, performed),
    );
  const wanted = begunByRecord(performed, reckoning.rules);
  if (await openWanted(services, wanted, performed, reckoning))
    await reopenTurns(services, performed, wanted, reckoning);
};

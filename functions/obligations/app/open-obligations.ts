import { passSystemDoor } from '#shared/aggregate/pass-system-door.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { obligationsOf } from '#shared/regulation/find-obligations.ts';
import type { ObligationEvent } from '../domain/obligation-events.ts';
import type { Obligation } from '../domain/obligation-state.ts';
import {
  begunByBatch,
  begunByRecord,
  metWith,
  type OpenedBatch,
  openObligation,
  recordedWith,
  type Wanted,
} from '../domain/open-obligation.ts';
import { performWith } from '../domain/perform-obligation.ts';
import type { Reckoning } from '../domain/reckon-due.ts';
import { obligationRules } from './obligation-rules.ts';
import type { ObligationRef, SystemServices } from './ports.ts';
import { reckoningFor } from './reckoning-for.ts';

type Facts = Parameters<typeof openObligation>[2];
type Decide = (standing: Obligation | undefined) => readonly ObligationEvent[];

/** The system's command on one obligation; asked again it changes nothing. */
export const passSystem = (
  { obligations, newSalt }: Pick<SystemServices, 'obligations' | 'newSalt'>,
  ref: ObligationRef,
  at: string,
  decide: Decide,
): Promise<Obligation | undefined> =>
  passSystemDoor(obligationRules, obligations, {
    ref,
    at,
    newSalt,
    decide: (loaded) => decide(loaded?.state),
  });

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

/**
 * Opens what is wanted and not there yet. What is recorded with another is looked for after the opening: a record made
 * before is seen now, one made later finds the obligation.
 */
const openWanted = async (
  services: SystemServices,
  wanted: readonly Wanted[],
  facts: Facts,
  reckoning: Reckoning,
): Promise<void> => {
  const { tenant } = facts;
  for (const one of wanted) {
    const ref = { tenant, obligationId: one.obligationId };
    const opened = await passSystem(services, ref, reckoning.now, (standing) =>
      openObligation(standing, one, facts, reckoning),
    );
    if (opened) await settle(services, opened);
  }
};

export type BatchFacts = Omit<OpenedBatch, 'openedOn'> & { readonly openedAt: string };

/** What an opened batch begins. */
export const openForBatch = async (
  services: SystemServices,
  { openedAt, ...facts }: BatchFacts,
): Promise<void> => {
  const batch = { ...facts, openedOn: shanghaiDateOf(new Date(openedAt)) };
  const reckoning = await reckoningFor(services, facts);
  await openWanted(services, begunByBatch(batch, reckoning.rules), batch, reckoning);
};

/** What a record begins, and what it settles as well. */
export const followRecord = async (services: SystemServices, performed: Obligation): Promise<void> => {
  const { tenant } = performed;
  const reckoning = await reckoningFor(services, performed);
  for (const obligationId of metWith(performed, reckoning.rules))
    await passSystem(services, { tenant, obligationId }, reckoning.now, (standing) =>
      performWith(standing, performed),
    );
  await openWanted(services, begunByRecord(performed, reckoning.rules), performed, reckoning);
};

import { sweepByDate } from '#shared/kernel/sweep-by-date.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { log } from '#shared/log/log.ts';
import type { Obligation } from '../domain/obligation-state.ts';
import type { Reckoning } from '../domain/reckon-due.ts';
import { remindObligation } from '../domain/remind-obligation.ts';
import { passSystem } from './pass-system.ts';
import type { DueObligations, ObligationRef, SystemServices } from './ports.ts';
import { reckonings } from './reckoning-for.ts';

/** Reminded of at the same time. */
const atOnce = 25;

export interface ObligationSweepServices extends SystemServices {
  readonly due: DueObligations;
  /** Whether this run has to come to its end; the next goes on where it stopped. */
  readonly mustStop: () => boolean;
}

export interface ObligationSweepResult {
  readonly lookedAt: number;
  readonly failed: number;
}

type Reckon = (obligation: Pick<Obligation, 'tenant' | 'ruleVersion'>) => Reckoning;

/** Each city's calendar is read once a run. */
const calendarsOf = (services: SystemServices) => {
  const known = new Map<string, Promise<Reckon>>();
  return (city: string): Promise<Reckon> => {
    const found = known.get(city) ?? reckonings(services, city);
    known.set(city, found);
    return found;
  };
};

const tryToRemind = async (
  services: ObligationSweepServices,
  reckonIn: ReturnType<typeof calendarsOf>,
  ref: ObligationRef,
): Promise<boolean> => {
  try {
    const reckon = await reckonIn(cityOf(ref.tenant));
    const at = services.clock.now().toISOString();
    await passSystem(services, ref, at, (standing) =>
      standing ? remindObligation(standing, reckon(standing)) : [],
    );
    return true;
  } catch (error) {
    log.error('reminder.failed', error, { tenant: ref.tenant, caseId: ref.obligationId });
    return false;
  }
};

/**
 * Reminds of every obligation whose time has come: through its door, each reminder once however often it is swept. What
 * is done leaves the due index, so that a run that is stopped, or late by days, goes on with the rest.
 */
export const sweepObligations = async (services: ObligationSweepServices): Promise<ObligationSweepResult> => {
  const reckonIn = calendarsOf(services);
  const total = { lookedAt: 0, failed: 0 };
  await sweepByDate(services.due, services.clock.now(), async (date, until) => {
    let failed = 0;
    for await (const refs of services.due.listDue(date, until))
      for (let from = 0; from < refs.length; from += atOnce) {
        if (services.mustStop()) return false;
        const some = refs.slice(from, from + atOnce);
        const done = await Promise.all(some.map((ref) => tryToRemind(services, reckonIn, ref)));
        total.lookedAt += some.length;
        failed += done.filter((one) => !one).length;
      }
    total.failed += failed;
    return failed === 0;
  });
  return total;
};

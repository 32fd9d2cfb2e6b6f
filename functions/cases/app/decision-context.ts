import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import type { DecisionContext } from '../domain/case-context.ts';
import { applicationRules, type RuledMatter } from './application-rules.ts';
import type { CaseServices } from './services.ts';

type Services = Pick<CaseServices, 'references' | 'clock'>;

/**
 * The rules, calendar and time of a decision: the version pinned to the case, else the one in force.
 * Refused where the city does not offer the application yet.
 */
export const decisionContext = async (
  services: Services,
  matter: RuledMatter,
): Promise<Result<DecisionContext, Refusal>> => {
  const applicable = await applicationRules(services.references, matter);
  if (!applicable.ok) return applicable;
  const overlay = await services.references.calendarOverlay(cityOf(matter.tenant));
  return accept({
    ...applicable.value,
    calendarOf: (holder) => createWorkingCalendar(overlay, holder),
    now: services.clock.now().toISOString(),
  });
};

/** Contexts for many cases of one city in one request: the calendar is read once, the time stands still. */
export const contextsOf = ({ references, clock }: Services, city: string) => {
  const overlay = references.calendarOverlay(city);
  const now = clock.now();
  const still: Services = {
    references: { ...references, calendarOverlay: () => overlay },
    clock: { now: () => now },
  };
  return (matter: RuledMatter) => decisionContext(still, matter);
};

import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import type { DecisionContext } from '../domain/case-context.ts';
import { applicationRules, type RuledMatter } from './application-rules.ts';
import type { CaseServices } from './services.ts';

/**
 * The rules, calendar and time of a decision: the version pinned to the case, else the one in force.
 * Refused where the city does not offer the application yet.
 */
export const decisionContext = async (
  services: Pick<CaseServices, 'references' | 'clock'>,
  matter: RuledMatter,
): Promise<Result<DecisionContext, Refusal>> => {
  const applicable = applicationRules(matter);
  if (!applicable.ok) return applicable;
  return accept({
    ...applicable.value,
    calendar: createWorkingCalendar(
      await services.references.calendarOverlay(cityOf(matter.tenant)),
      matter.tenant,
    ),
    now: services.clock.now().toISOString(),
  });
};

import type { Actor } from '#shared/kernel/actor.ts';
import type { FieldRefusal, Refusal } from '#shared/kernel/refusal.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { WorkingCalendar } from '#shared/kernel/working-calendar.ts';
import type { CloudApplicationRules, Route } from '#shared/regulation/profile.ts';
import type { CaseEvent } from './case-events.ts';
import type { ActedAs, Holder } from './case-state.ts';

/** The application's form as it stands at the moment of the command. */
export interface FormFacts {
  /** SM3 over the sections' canonical JSON. */
  readonly digest: string;
  readonly systemName: string;
  readonly problems: readonly FieldRefusal[];
  /** Persons who saved a section. */
  readonly makers: readonly string[];
  /** What reviewers assess is as it was in the round before; only looked at where it matters. */
  readonly keepsAssessed?: boolean;
}

/** What every decision is taken under; time, rules and calendar come in, nothing is looked up. */
export interface DecisionContext {
  readonly rules: CloudApplicationRules;
  /** The applicant's way through the rules. */
  readonly route: Route;
  readonly ruleVersion: string;
  /** The working days of whoever holds a task: a county's own closure is nothing to the city. */
  readonly calendarOf: (holder: TenantId) => WorkingCalendar;
  /** Business time, ISO instant. */
  readonly now: string;
}

export type Decided = Result<readonly CaseEvent[], Refusal>;

/** The actor as the record keeps them with a task's holder: in that role, and for the colleague who was named, if another. */
export const actedFor = (actor: Actor, { role, membership }: Holder): ActedAs => {
  const absent = actor.standsInFor?.find(({ membershipId }) => membershipId === membership);
  return {
    ...actedAs(actor, role),
    ...(absent ? { onBehalfOf: { membershipId: absent.membershipId, name: absent.name } } : {}),
  };
};

/** The actor as the record keeps them, in the role that the matter asked for. */
export const actedAs = (actor: Actor, role: string): ActedAs => ({
  personId: actor.personId,
  membershipId: actor.membershipId,
  name: actor.name,
  organisation: actor.organisation.name,
  role,
});

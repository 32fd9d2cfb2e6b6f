import { passSystemDoor } from '#shared/aggregate/pass-system-door.ts';
import type { ObligationEvent } from '../domain/obligation-events.ts';
import type { Obligation } from '../domain/obligation-state.ts';
import { obligationRules } from './obligation-rules.ts';
import type { ObligationRef, SystemServices } from './ports.ts';

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

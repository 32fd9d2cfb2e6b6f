import type { Obligation } from '../domain/obligation-state.ts';
import { againUpon, obligationIdOf, reopenTurn, type Wanted } from '../domain/open-obligation.ts';
import { kindOf, type Reckoning } from '../domain/reckon-due.ts';
import { passSystem } from './pass-system.ts';
import type { SystemServices } from './ports.ts';

const lastTurnOf = async (
  { obligations }: SystemServices,
  subject: Obligation,
  kind: string,
  { rules }: Reckoning,
): Promise<Obligation | undefined> => {
  const { tenant } = subject;
  let last: Obligation | undefined;
  for (let turn = 1; ; turn += 1) {
    const obligationId = obligationIdOf(subject, kind, kindOf(rules, kind), turn);
    const found = (await obligations.load({ tenant, obligationId }))?.state;
    if (!found) return last;
    last = found;
  }
};

/**
 * A system that is used anew owes again what was owed time after time and ended with its last resource; what comes first of
 * it was done once and stands.
 */
export const reopenTurns = async (
  services: SystemServices,
  performed: Obligation,
  wanted: readonly Wanted[],
  reckoning: Reckoning,
): Promise<void> => {
  const { tenant, performance } = performed;
  if (!performance) return;
  for (const { obligationId } of wanted) {
    const standing = (await services.obligations.load({ tenant, obligationId }))?.state;
    if (!standing?.performance) continue;
    for (const kind of againUpon(standing, reckoning.rules)) {
      const last = await lastTurnOf(services, standing, kind, reckoning);
      if (last?.ended)
        await passSystem(services, { tenant, obligationId: last.obligationId }, reckoning.now, (now) =>
          reopenTurn(now, performance.on, reckoning),
        );
    }
  }
};

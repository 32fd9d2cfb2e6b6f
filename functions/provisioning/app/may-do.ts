import type { OrderView } from '#shared/contracts/provisioning.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { ProvisioningRules } from '#shared/regulation/provisioning-spec.ts';
import type { DepartmentLetter } from '../domain/letter.ts';
import { hasRemaining, type Order, pendingUnits, waitsIn } from '../domain/order-state.ts';
import { isDepartment, partyOf, runsOpening } from '../domain/who-may.ts';
import { rulesOf } from './rules-of.ts';

const mayPlan = (order: Order, rules: ProvisioningRules, letter: DepartmentLetter | undefined): boolean => {
  const last = order.batches.at(-1);
  return (
    waitsIn(order, 'batch', (last?.no ?? 0) + 1) &&
    hasRemaining(order) &&
    (order.window === undefined || last !== undefined) &&
    (last === undefined || pendingUnits(last).length === 0) &&
    (rules.letter === undefined || letter !== undefined)
  );
};

/** What the actor may do with an order now. */
export const mayDo = (actor: Actor, order: Order, letter: DepartmentLetter | undefined): OrderView['may'] => {
  const rules = rulesOf(order);
  const party = partyOf(actor, order, rules);
  const runs = runsOpening(actor, rules);
  const confirmed = order.confirmations.some((one) => one.party === party);
  const signs = rules.letter?.signers.value.some((role) => actor.roles.includes(role));
  const department = isDepartment(actor, order);
  return [
    ...(party && !confirmed && waitsIn(order, 'confirmation') ? (['confirm'] as const) : []),
    ...(runs && mayPlan(order, rules, letter) ? (['planBatch'] as const) : []),
    ...(runs && order.batches.some(({ units }) => units.some(({ state }) => state === 'failed'))
      ? (['releaseUnits'] as const)
      : []),
    ...(department && order.batches.some(({ credentials }) => credentials)
      ? (['collectCredentials'] as const)
      : []),
    ...(department && signs && !letter ? (['signLetter'] as const) : []),
  ];
};

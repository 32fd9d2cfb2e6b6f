import type { OrderView } from '#shared/contracts/provisioning.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { DepartmentLetter } from '../domain/letter.ts';
import { hasRemaining, type Order, pendingUnits, waitsIn } from '../domain/order-state.ts';
import { isDepartment, partyOf, runsOpening } from '../domain/who-may.ts';
import { rulesOf } from './rules-of.ts';

/** What remains waits for the next batch. */
const remainderWaits = (order: Order): boolean => {
  const last = order.batches.at(-1);
  return (
    waitsIn(order, 'batch', (last?.no ?? 0) + 1) &&
    hasRemaining(order) &&
    (order.window === undefined || last !== undefined) &&
    (last === undefined || pendingUnits(last).length === 0)
  );
};

/** What whoever runs the opening may do about what remains. */
const onRemainder = (order: Order, isLetterMissing: boolean): OrderView['may'] =>
  remainderWaits(order)
    ? [
        ...(isLetterMissing ? [] : (['planBatch'] as const)),
        ...(order.replaces || order.window ? [] : (['dropRemainder'] as const)),
      ]
    : [];

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
    ...(runs ? onRemainder(order, rules.letter !== undefined && !letter) : []),
    ...(runs && order.batches.some(({ units }) => units.some(({ state }) => state === 'failed'))
      ? (['releaseUnits'] as const)
      : []),
    ...(department && order.batches.some(({ credentials }) => credentials)
      ? (['collectCredentials'] as const)
      : []),
    ...(department && signs && !letter ? (['signLetter'] as const) : []),
  ];
};

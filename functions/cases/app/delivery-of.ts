import type { CaseEvent } from '../domain/case-events.ts';
import type { Delivery } from './ports.ts';

/** What a command leaves to be told to the machine: to start, or how the step that it waits in ended. */
export const deliveryOf = (events: readonly CaseEvent[]): Delivery | undefined => {
  for (const event of events) {
    if (event.type === 'ConfirmationRequested' && event.first) return { kind: 'start' };
    if (event.type === 'StepClosed') return { kind: 'outcome', visit: event.visit, outcome: event.outcome };
  }
  return undefined;
};

import type { OrderRef, ProvisioningMachine } from '#functions/provisioning/app/ports.ts';

interface Place {
  readonly step: 'confirmation' | 'batch';
  readonly batch?: number;
}
/** A callback task: the machine waits in a place until the token of its newest attempt is told an outcome. */
export interface MachineWait extends Place {
  readonly ref: OrderRef;
  readonly token: string;
}

interface Execution {
  readonly ref: OrderRef;
  readonly place: Place | undefined;
  readonly token: string;
}

/** The provisioning machine as its definition walks: one execution for an order, one callback after another. */
export const memoryMachine = () => {
  const executions = new Map<string, Execution>();
  const asks: MachineWait[] = [];
  let tokens = 0;

  const ask = (ref: OrderRef, place: Place): void => {
    tokens += 1;
    const token = `token-${tokens}`;
    executions.set(ref.orderId, { ref, place, token });
    asks.push({ ref, ...place, token });
  };

  const machine: ProvisioningMachine = {
    start: async (ref, confirmation) => {
      if (executions.has(ref.orderId)) return;
      ask(ref, confirmation ? { step: 'confirmation' } : { step: 'batch', batch: 1 });
    },
    tell: async (token, outcome, next) => {
      const waiting = [...executions.values()].find((one) => one.place && one.token === token);
      if (!waiting) return;
      const { ref } = waiting;
      if (outcome === 'Concluded') executions.set(ref.orderId, { ref, place: undefined, token: '' });
      else ask(ref, { step: 'batch', batch: next });
    },
  };

  return {
    machine,
    asks,
    /** Redriven where it waits: another attempt, with another token. */
    redrive: (pick: number): void => {
      const waiting = [...executions.values()].filter(({ place }) => place);
      const one = waiting[pick % Math.max(waiting.length, 1)];
      if (one?.place) ask(one.ref, one.place);
    },
    /** Where an order's execution waits; undefined when it has ended or was never started. */
    placeOf: (orderId: string): Place | undefined => executions.get(orderId)?.place,
    started: (orderId: string): boolean => executions.has(orderId),
  };
};

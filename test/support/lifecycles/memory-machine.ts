/** A machine's execution as it waits for an outcome, under the token of its newest attempt. */
interface Execution<Ref, Place> {
  readonly ref: Ref;
  readonly place: Place | undefined;
  readonly token: string;
}

export interface MachineShape<Ref, Place> {
  readonly idOf: (ref: Ref) => string;
  /** Where an execution waits after an outcome; undefined where it ends. */
  readonly after: (place: Place, outcome: string, next: number) => Place | undefined;
  /** What the function of a step does, once it gets to it. */
  readonly wait: (ref: Ref, place: Place, token: string) => Promise<void>;
}

/** A state machine as its definition walks: one execution for a process, one callback after another. */
export const memoryMachine = <Ref, Place>(
  { idOf, after, wait }: MachineShape<Ref, Place>,
  asks: (() => Promise<void>)[],
) => {
  const executions = new Map<string, Execution<Ref, Place>>();
  let tokens = 0;

  const enter = (ref: Ref, place: Place | undefined): void => {
    tokens += 1;
    const token = `token-${tokens}`;
    executions.set(idOf(ref), { ref, place, token });
    if (place !== undefined) asks.push(() => wait(ref, place, token));
  };

  return {
    /** Once for a process, however often it is asked. */
    start: (ref: Ref, place: Place): void => {
      if (!executions.has(idOf(ref))) enter(ref, place);
    },
    /** A token that is not the newest is nobody's any more. */
    tell: (token: string, outcome: string, next = 0): void => {
      const waiting = [...executions.values()].find((one) => one.place !== undefined && one.token === token);
      if (waiting?.place !== undefined) enter(waiting.ref, after(waiting.place, outcome, next));
    },
    /** Redriven where it waits: another attempt, with another token. */
    redrive: (pick: number): void => {
      const waiting = [...executions.values()].filter(({ place }) => place !== undefined);
      const one = waiting[pick % Math.max(waiting.length, 1)];
      if (one) enter(one.ref, one.place);
    },
    /** Where a process's execution waits; undefined when it has ended or was never started. */
    placeOf: (id: string): Place | undefined => executions.get(id)?.place,
  };
};

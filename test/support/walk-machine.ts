interface Edge {
  readonly ErrorEquals: readonly string[];
  readonly Next: string;
}
interface StateShape {
  readonly Type: string;
  readonly Next?: string;
  readonly Catch?: readonly Edge[];
  readonly Parameters?: { readonly Payload: { readonly step: string } };
}

/**
 * A machine by its definition, in memory. Each wait is entered twice, as after a retry: only the newer token counts, and
 * whatever is told twice or late changes nothing.
 *
 * @param enter the function of its steps
 */
export const walkMachine = (
  definition: { readonly [key: string]: unknown },
  enter: (step: string, token: string) => Promise<void>,
) => {
  const states = definition['States'] as Readonly<Record<string, StateShape>>;
  const waiting: (() => Promise<void>)[] = [];
  const entered: string[] = [];
  let live: { readonly token: string; readonly state: StateShape } | undefined;
  const waitsWith = (token: string): boolean => live?.token === token;
  const go = (name: string): void => {
    const state = states[name];
    if (!state) throw new Error(`no state ${name}`);
    entered.push(name);
    const step = state.Parameters?.Payload.step;
    if (step === undefined) return;
    waiting.push(async () => {
      const [lost, again] = [`${step}/${entered.length}/lost`, `${step}/${entered.length}/again`];
      live = { token: lost, state };
      await enter(step, lost);
      if (!waitsWith(lost)) return;
      live = { token: again, state };
      await enter(step, again);
    });
  };
  return {
    /** Every state in the order in which it was entered. */
    entered,
    waiting,
    start: async (): Promise<void> => {
      if (entered.length === 0) go(String(definition['StartAt']));
    },
    tell: async (token: string, outcome: string): Promise<void> => {
      if (!live || !waitsWith(token)) return;
      const { state } = live;
      live = undefined;
      const edge = state.Catch?.find(({ ErrorEquals }) => ErrorEquals.includes(outcome))?.Next;
      const next = outcome === 'Approved' ? state.Next : edge;
      if (next === undefined) throw new Error(`no edge for ${outcome} from ${entered.at(-1)}`);
      go(next);
    },
  };
};

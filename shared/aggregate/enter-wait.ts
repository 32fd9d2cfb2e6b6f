import type { WaitAdmission } from '#shared/kernel/machine-waits.ts';
import type { AggregateStore } from './aggregate.ts';
import type { ProcessRules } from './commit-of.ts';
import { passSystemDoor } from './pass-system-door.ts';

interface WaitCommand<Ref, State, Event, Outcome extends string> {
  readonly ref: Ref;
  readonly at: string;
  readonly newSalt: () => string;
  readonly admit: (state: State) => WaitAdmission<Event, Outcome>;
}

/**
 * A machine waits in a step: its token is written together with what may now be decided, once, however often it asks.
 * Answers what was decided already, which is to be told at once.
 */
export const enterWait = async <Ref, State, Event extends { readonly type: string }, Outcome extends string>(
  rules: ProcessRules<State, Event>,
  store: AggregateStore<Ref, State>,
  { admit, ...command }: WaitCommand<Ref, State, Event, Outcome>,
): Promise<Outcome | undefined> => {
  let outcome: Outcome | undefined;
  await passSystemDoor(rules, store, {
    ...command,
    decide: (loaded) => {
      if (!loaded) throw new Error(`the machine asks for an unknown process ${JSON.stringify(command.ref)}`);
      const admission = admit(loaded.state);
      outcome = admission.outcome;
      return admission.events;
    },
  });
  return outcome;
};

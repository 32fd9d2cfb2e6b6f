/** Where a state machine waits; `batch` tells apart visits of the same step. */
export interface WaitPlace<Step extends string> {
  readonly step: Step;
  readonly batch?: number;
}

/** A place in which a machine waits, kept in what it waits for. */
export interface Wait<Step extends string, Outcome extends string> extends WaitPlace<Step> {
  /** The newest last; a redrive adds one. */
  readonly tokens: readonly string[];
  readonly outcome?: Outcome;
}

/** The machine waits in a step. */
export interface WaitOpened<Step extends string> extends WaitPlace<Step> {
  readonly type: 'WaitOpened';
  readonly token: string;
}
/** A redrive waits in the same step under another token. */
interface TokenAdded {
  readonly type: 'TokenAdded';
  readonly wait: number;
  readonly token: string;
}
interface WaitClosed<Outcome extends string> {
  readonly type: 'WaitClosed';
  readonly wait: number;
  readonly outcome: Outcome;
}
export type WaitEvent<Step extends string, Outcome extends string> =
  | WaitOpened<Step>
  | TokenAdded
  | WaitClosed<Outcome>;

/** What the machine's wish to wait comes to. */
export interface WaitAdmission<Event, Outcome extends string> {
  readonly events: readonly Event[];
  /** Decided already: sent at once. */
  readonly outcome?: Outcome;
}

const changed = <Step extends string, Outcome extends string>(
  waits: readonly Wait<Step, Outcome>[],
  index: number,
  change: (wait: Wait<Step, Outcome>) => Wait<Step, Outcome>,
): readonly Wait<Step, Outcome>[] => waits.map((wait, at) => (at === index ? change(wait) : wait));

export const evolveWaits = <Step extends string, Outcome extends string>(
  waits: readonly Wait<Step, Outcome>[],
  event: WaitEvent<Step, Outcome>,
): readonly Wait<Step, Outcome>[] => {
  switch (event.type) {
    case 'WaitOpened': {
      const { step, batch, token } = event;
      return [...waits, { step, ...(batch === undefined ? {} : { batch }), tokens: [token] }];
    }
    case 'TokenAdded':
      return changed(waits, event.wait, (wait) => ({ ...wait, tokens: [...wait.tokens, event.token] }));
    case 'WaitClosed':
      return changed(waits, event.wait, (wait) => ({ ...wait, outcome: event.outcome }));
  }
};

/** The place of the wait that is open; a machine without branches waits in one at a time. */
export const openWaitOf = <Step extends string, Outcome extends string>(
  waits: readonly Wait<Step, Outcome>[],
): Wait<Step, Outcome> | undefined => waits.find(({ outcome }) => outcome === undefined);

/** Opens a wait for the machine, once: asked again only its token is new, and a decided one tells its outcome. */
export const admitWait = <Step extends string, Outcome extends string>(
  waits: readonly Wait<Step, Outcome>[],
  { step, batch }: WaitPlace<Step>,
  token: string,
): WaitAdmission<WaitEvent<Step, Outcome>, Outcome> => {
  const index = waits.findIndex((wait) => wait.step === step && wait.batch === batch);
  const wait = waits[index];
  if (!wait)
    return { events: [{ type: 'WaitOpened', step, ...(batch === undefined ? {} : { batch }), token }] };
  if (wait.outcome !== undefined) return { events: [], outcome: wait.outcome };
  return { events: wait.tokens.includes(token) ? [] : [{ type: 'TokenAdded', wait: index, token }] };
};

/** What a journal keeps of a wait; tokens stay out. */
export const keptOfWait = (event: WaitEvent<string, string>): Readonly<Record<string, string | number>> => {
  switch (event.type) {
    case 'WaitOpened':
      return { step: event.step, ...(event.batch === undefined ? {} : { batch: event.batch }) };
    case 'TokenAdded':
      return { wait: event.wait };
    case 'WaitClosed':
      return { wait: event.wait, outcome: event.outcome };
  }
};

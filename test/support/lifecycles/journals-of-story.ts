import type { ChainedEntry } from '#shared/kernel/journal-chain.ts';

export interface Written {
  readonly at: string;
  readonly type: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What a journal says, event by event. */
export const eventsOf = (entries: readonly ChainedEntry[]): Written[] =>
  entries.flatMap(({ content: { at, events } }) =>
    (events as readonly { readonly type: string }[]).map((event) => {
      const { type, ...facts } = event;
      return { at, type, facts };
    }),
  );

export const idsIn = (facts: Written['facts'], name: string): readonly string[] =>
  (facts[name] as readonly string[] | undefined) ?? [];

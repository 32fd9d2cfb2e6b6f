import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { CatalogueState, Draft, Released } from './catalogue-state.ts';

export interface DraftSaved {
  readonly type: 'DraftSaved';
  readonly draft: Draft;
  /** SM3 of the products. */
  readonly digest: string;
}
export interface VersionReleased {
  readonly type: 'VersionReleased';
  readonly released: Released;
  readonly count: number;
  readonly digest: string;
  readonly changes: { readonly added: number; readonly changed: number; readonly retired: number };
}
export interface VersionFiled {
  readonly type: 'VersionFiled';
  readonly version: string;
  readonly number: string;
  readonly filedOn: LocalDate;
}
export interface StandardsSet {
  readonly type: 'StandardsSet';
  readonly document: string;
  readonly count: number;
  readonly digest: string;
}
export type CatalogueEvent = DraftSaved | VersionReleased | VersionFiled | StandardsSet;

/** So many of the last versions stay at hand, which is years of them; all are kept as history. */
const keptReleases = 20;

/**
 * The versions at hand after one more. One that another of the same first day replaces is never in force; the one in
 * force today and all that follow stay, however many they are.
 */
const atHand = (released: readonly Released[], next: Released, today: LocalDate): readonly Released[] => {
  const all = [...released.filter(({ effectiveFrom }) => effectiveFrom !== next.effectiveFrom), next];
  const inForce = all.findLastIndex(({ effectiveFrom }) => effectiveFrom <= today);
  return all.slice(Math.max(0, Math.min(all.length - keptReleases, inForce)));
};

/** The catalogue after an event; each event is one command. */
export const evolveCatalogue = (
  state: CatalogueState,
  event: CatalogueEvent,
  today: LocalDate,
): CatalogueState => {
  const { draft: _draft, ...rest } = state;
  const moved = { ...state, version: state.version + 1 };
  switch (event.type) {
    case 'DraftSaved':
      return { ...moved, draft: event.draft };
    case 'VersionReleased':
      return {
        ...rest,
        version: state.version + 1,
        released: atHand(state.released, event.released, today),
        unfiled: event.released.filed ? state.unfiled : [...state.unfiled, event.released.version],
      };
    case 'VersionFiled':
      return {
        ...moved,
        released: state.released.map((one) =>
          one.version === event.version ? { ...one, filed: true } : one,
        ),
        unfiled: state.unfiled.filter((version) => version !== event.version),
      };
    case 'StandardsSet':
      return moved;
  }
};

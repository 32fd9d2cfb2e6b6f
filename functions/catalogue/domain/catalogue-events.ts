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

/** The catalogue after an event; each event is one command. */
export const evolveCatalogue = (state: CatalogueState, event: CatalogueEvent): CatalogueState => {
  const { draft: _draft, ...rest } = state;
  const moved = { ...state, version: state.version + 1 };
  switch (event.type) {
    case 'DraftSaved':
      return { ...moved, draft: event.draft };
    case 'VersionReleased':
      return {
        ...rest,
        version: state.version + 1,
        released: [...state.released, event.released].slice(-keptReleases),
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

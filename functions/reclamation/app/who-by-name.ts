import type { Doer } from '../domain/reclamation-state.ts';
import type { ReclamationServices } from './ports.ts';

export type Names = Awaited<ReturnType<ReclamationServices['references']['namesOf']>>;

/** Somebody by name, where the directory still knows them. */
export const byName = (names: Names, by: Doer) => {
  const found = names.get(by.membership);
  return found ? { by: { name: found.name, organisation: found.organisation } } : {};
};

import type { Reclamation } from '../domain/reclamation-state.ts';
import type { ReclamationServices } from './ports.ts';

/** Whether the shutdown of its system is approved; asked only while something could be given back. */
export const isClosing = async (
  { claims }: { readonly claims: Pick<ReclamationServices['claims'], 'of'> },
  state: Reclamation,
): Promise<boolean> =>
  !state.executed && state.endedAt === undefined && (await claims.of(state)).closing !== undefined;

import type { ClaimStore } from '#functions/reclamation/app/ports.ts';
import type { Closing } from '#functions/reclamation/domain/claims.ts';
import type { Reclamation } from '#functions/reclamation/domain/reclamation-state.ts';

/** What open reclamations take back, as the table keeps it. */
export const memoryClaims = (all: () => readonly Reclamation[]): ClaimStore => {
  const closings = new Map<string, Closing & { readonly since: string }>();
  return {
    of: async ({ systemId }) => {
      const open = all().filter((one) => one.systemId === systemId && one.endedAt === undefined);
      const closing = closings.get(systemId);
      return {
        revision: open.length,
        claimed: Object.fromEntries(
          open.map(({ reclamationId, resources }) => [
            reclamationId,
            resources.map(({ resourceId }) => resourceId),
          ]),
        ),
        ...(closing ? { closing } : {}),
      };
    },
    close: async ({ systemId }, closing) => {
      const before = closings.get(systemId);
      if (before && before.decision.at >= closing.decision.at) return;
      closings.set(systemId, { ...closing, since: before?.since ?? closing.decision.at });
    },
  };
};

import { isOpen, type Obligation } from '#functions/obligations/domain/obligation-state.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';

/** What a department owes, and what it owed, from memory. */
export const obligationLists = (all: () => readonly Obligation[]) => ({
  list: async (_tenant: TenantId, _organisation: string | undefined, state: 'open' | 'closed') => {
    const listed = all().filter((one) => isOpen(one) === (state === 'open'));
    return { rows: listed.map((obligation) => ({ position: obligation.obligationId, obligation })) };
  },
});

import type { ExitStanding } from '#functions/cases/ports/exits.ts';
import type { Effect } from '#shared/aggregate/aggregate.ts';
import type { ProcessNotice, TellOfCase } from '#shared/aggregate/notice.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';

/** What cases know of each other, and what is told of them, in memory. */
export const toldOfCases = (tenant: TenantId, effects: Effect[], wrote: () => void) => {
  /** By case and what became of it. */
  const told = new Map<string, ProcessNotice>();
  /** Of major changes. */
  const exits = new Map<string, ExitStanding>();
  const tell: TellOfCase = async ({ caseId }, what, notice) => {
    told.set(`${caseId}#${what}`, notice);
    wrote();
  };
  return {
    told,
    exits,
    tell,
    exitOf: async ({ caseId }: { readonly caseId: string }) => exits.get(caseId) ?? {},
    /** The exit is asked for, or given up, as its own context would tell it. */
    moveExit: (caseId: string, application: string, standing: ExitStanding): void => {
      exits.set(caseId, { ...exits.get(caseId), ...standing });
      effects.push({ kind: 'exitMoved', tenant, caseId, application });
    },
  };
};

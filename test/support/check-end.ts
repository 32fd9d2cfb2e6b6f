import type { Client } from '#examples/client.ts';
import type { CaseView } from '#shared/contracts/cases.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { Inspector, KeptEvent } from './inspect-case.ts';

/** What a finished case comes to, in a form that one comparison judges. */
export interface CaseEnd {
  readonly status: CaseView['status'];
  readonly round: number;
  readonly intact: boolean;
  /** Rounds submitted, as the journal has them. */
  readonly submitted: readonly unknown[];
  readonly completions: number;
  readonly withdrawals: number;
  /** Each decision in the journal: `<task> <outcome>`. */
  readonly decided: readonly string[];
  /** Tasks opened and never closed, or closed twice. */
  readonly unbalancedTasks: readonly string[];
  /** Steps opened, as the journal has them. */
  readonly steps: readonly unknown[];
  /** Whoever still finds the case among the open tasks. */
  readonly stillHeldBy: readonly string[];
  readonly executions: readonly { readonly status: string; readonly entered: readonly string[] }[];
  readonly markers: readonly string[];
}

const taskIdOf = (event: KeptEvent): string =>
  String(event['taskId'] ?? (event['task'] as { taskId?: string } | undefined)?.taskId);

const ofType = (events: readonly KeptEvent[], type: string) => events.filter((event) => event.type === type);

function unbalanced(events: readonly KeptEvent[]): string[] {
  const opened = ofType(events, 'TaskOpened').map(taskIdOf);
  const closed = ofType(events, 'TaskClosed').map(taskIdOf);
  const count = (ids: readonly string[], id: string) => ids.filter((each) => each === id).length;
  return [...new Set([...opened, ...closed])].filter(
    (id) => count(opened, id) !== 1 || count(closed, id) !== 1,
  );
}

/** Whether a person finds the case on any page of their open tasks. */
async function holdsTask(person: Client, caseId: string): Promise<boolean> {
  let cursor: string | undefined;
  do {
    const page = await person.tasks(`?limit=100${cursor === undefined ? '' : `&cursor=${cursor}`}`);
    if (page.items.some((item) => item.case.caseId === caseId)) return true;
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return false;
}

export interface Witnesses {
  readonly clerk: Client;
  /** Everybody in whose worklist the case might stand, by name. */
  readonly people: ReadonlyMap<string, Client>;
  readonly inspector: Inspector;
}

/** Gathers everything that a case left behind, from the interface, the table and the machine. */
export const readEnd = async (witnesses: Witnesses, tenant: TenantId, caseId: string): Promise<CaseEnd> => {
  const { clerk, people, inspector } = witnesses;
  const { status, round } = await clerk.view(caseId);
  const verification = await clerk.call<{ intact: boolean }>(
    'GET',
    `/v1/cases/${caseId}/journal/verification`,
  );
  const events = await inspector.events(tenant, caseId);
  const held = await Promise.all(
    [...people].map(async ([name, person]) => ((await holdsTask(person, caseId)) ? [name] : [])),
  );
  return {
    status,
    round,
    intact: verification.body.intact,
    submitted: ofType(events, 'FormSubmitted').map((event) => event['round']),
    completions: ofType(events, 'CaseCompleted').length,
    withdrawals: ofType(events, 'CaseWithdrawn').length,
    decided: ofType(events, 'TaskClosed').map((event) => `${taskIdOf(event)} ${event['outcome']}`),
    unbalancedTasks: unbalanced(events),
    steps: ofType(events, 'StepOpened').map(({ step }) => step),
    stillHeldBy: held.flat(),
    executions: await inspector.executions(caseId),
    markers: await inspector.markers(tenant, caseId),
  };
};

import type { ExitStanding, FindExit } from '#functions/cases/ports/exits.ts';
import { billReplaced, type RegistryWriter } from '#functions/registry/ports/registry-for-processes.ts';
import { ofDepartment, type TellOfCase } from '#shared/aggregate/notice.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { billingStart } from '../domain/billing-start.ts';
import type { Order } from '../domain/order-state.ts';
import { rulesOf } from './rules-of.ts';

export interface ReplacingServices {
  readonly registry: Pick<RegistryWriter, 'resourcesOf' | 'changeResource' | 'note'>;
  readonly exitOf: FindExit;
  readonly tell: TellOfCase;
}

const dayOf = (at: string): string => shanghaiDateOf(new Date(at));
const later = (one: string, other: string): string => (one > other ? one : other);

/** The day on which the last of the new is billed; undefined before all of it is open. */
const startOfNew = (order: Order): string | undefined =>
  order.completedAt === undefined
    ? undefined
    : order.batches
        .flatMap((batch) => billingStart(order, batch, rulesOf(order)) ?? [])
        .sort()
        .at(-1);

type Row = Awaited<ReturnType<RegistryWriter['resourcesOf']>>[number];

/** What was asked for and opened earlier. */
const replacedBy = ({ orderId, completedAt = '' }: Order, rows: readonly Row[]): readonly Row[] =>
  rows.filter(({ caseId, openedAt }) => caseId < orderId && openedAt < completedAt);

/** What the unit is told where what it had is billed on, or again; undefined where the exit goes its way. */
const keptWords = ({ askedAt, givenUpAt }: ExitStanding): string | undefined => {
  if (givenUpAt !== undefined)
    return `旧资源退出申请于 ${dayOf(givenUpAt)} 未获同意或已撤回，旧资源仍在使用，自当日起照常计费`;
  return askedAt === undefined ? '旧资源退出申请还没有提交，旧资源照常计费' : undefined;
};

const sayKept = async (
  { registry, tell }: ReplacingServices,
  order: Order,
  exit: string,
  standing: ExitStanding,
  at: string,
): Promise<void> => {
  const text = keptWords(standing);
  if (text === undefined) return;
  const { tenant, systemId, organisation, systemName } = order;
  const what = standing.givenUpAt === undefined ? 'unasked' : 'kept';
  await registry.note({ tenant, systemId }, [
    { id: `${exit}-${what}`, stage: 'change', at: standing.givenUpAt ?? at, text, caseId: exit },
  ]);
  await tell({ tenant, caseId: exit }, what, {
    event: 'replaced.billed',
    holders: ofDepartment(order, ['department.clerk', 'department.cdo', 'department.head']),
    facts: { organisation: organisation.name, systemName, outcome: text },
    page: `/cases/${exit}`,
  });
};

/** Asked again where the exit has moved while its days were written. */
const followExit = async (
  services: ReplacingServices,
  order: Order,
  exit: string,
  standing: ExitStanding,
): Promise<ExitStanding> => {
  const { registry, exitOf } = services;
  const { tenant, systemId } = order;
  const { askedAt, givenUpAt } = standing;
  const start = startOfNew(order);
  if (start !== undefined && askedAt !== undefined) {
    const days = {
      endsOn: later(start, dayOf(askedAt)),
      ...(givenUpAt === undefined ? {} : { resumesOn: dayOf(givenUpAt) }),
    };
    for (const { resourceId } of replacedBy(order, await registry.resourcesOf({ tenant, systemId })))
      await registry.changeResource({ tenant, systemId }, resourceId, (resource) =>
        billReplaced(resource, days),
      );
  }
  const now = await exitOf({ tenant, caseId: exit });
  const same = now.askedAt === askedAt && now.givenUpAt === givenUpAt;
  return same ? now : followExit(services, order, exit, now);
};

/**
 * 重大变更: from the day on which the last of the new is billed, nothing of the old is, while its exit is asked for. An exit that
 * was never sent, or that came to nothing, gives nothing up: what is used on is billed, and the unit is told.
 */
export const settleReplaced = async (services: ReplacingServices, order: Order): Promise<void> => {
  const { replaces: exit, tenant, systemId, completedAt } = order;
  if (exit === undefined || completedAt === undefined) return;
  const standing = await services.exitOf({ tenant, caseId: exit });
  const now = await followExit(services, order, exit, standing);
  const old = replacedBy(order, await services.registry.resourcesOf({ tenant, systemId }));
  if (old.some(({ state }) => state === 'inUse')) await sayKept(services, order, exit, now, completedAt);
};

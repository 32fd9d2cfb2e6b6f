import type { CalendarList } from '#shared/contracts/holiday-notices.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { cityOf, isTenantId, type TenantId } from '#shared/kernel/tenant.ts';
import { calendarBase } from '#shared/kernel/working-calendar.ts';
import { publishableBy } from '../domain/check-notice.ts';
import type { CalendarNode, NodesOf } from './concerned-tenants.ts';
import type { CalendarStore } from './ports.ts';
import { followsRecomputations } from './view-recomputation.ts';

type Directory = ReadonlyMap<string, { readonly name: string; readonly organisation: string }>;

export interface CalendarReading {
  readonly calendars: Pick<CalendarStore, 'list' | 'unfinished'>;
  readonly namesOf: (
    members: readonly { readonly tenant: TenantId; readonly membership: string }[],
  ) => Promise<Directory>;
  readonly nodesOf: NodesOf;
}

/** A city's own notice goes by the city's id, a county's by its node's. */
const nameOfScope = (nodes: readonly CalendarNode[], scope: string | undefined): string => {
  if (scope === undefined) return '全国';
  return nodes.find(({ id }) => id === scope || id === `${scope}/_city`)?.name ?? scope;
};

/** A county publishes for itself, the city for everybody else. */
const publisherOf = (city: string, scope: string | undefined): TenantId =>
  scope !== undefined && isTenantId(scope) ? scope : `${city}/_city`;

/** 工作日历的各个版本: public within the city, since everybody's dates hang on it. */
export const listCalendars = async (
  { calendars, namesOf, nodesOf }: CalendarReading,
  actor: Actor,
): Promise<Result<CalendarList, never>> => {
  const city = cityOf(actor.tenant);
  const unfinishedVersions = async (): Promise<readonly number[]> =>
    followsRecomputations(actor) ? calendars.unfinished(city) : [];
  const [notices, nodes, unfinished] = await Promise.all([
    calendars.list(city),
    nodesOf(city),
    unfinishedVersions(),
  ]);
  const names = await namesOf(
    notices.flatMap(({ membershipId: membership, scope }) =>
      membership === undefined ? [] : [{ tenant: publisherOf(city, scope), membership }],
    ),
  );
  return accept({
    version: notices.length,
    base: calendarBase,
    mayPublish: [...publishableBy(actor)],
    versions: notices
      .map(({ membershipId, ...notice }) => {
        const by = membershipId === undefined ? undefined : names.get(membershipId);
        return {
          ...notice,
          scopeName: nameOfScope(nodes, notice.scope),
          ...(unfinished.includes(notice.version) ? { unfinished: true } : {}),
          ...(by ? { publishedBy: { name: by.name, organisation: by.organisation } } : {}),
        };
      })
      .reverse(),
  });
};

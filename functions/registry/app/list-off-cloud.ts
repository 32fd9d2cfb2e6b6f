import type { Loaded } from '#shared/aggregate/aggregate.ts';
import type { OffCloudItem, OffCloudList } from '#shared/contracts/off-cloud.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { newestOf, orderOf } from '#shared/kernel/newest-of.ts';
import { decodeCursor, encodeCursor } from '#shared/kernel/page-cursor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { nodeNames, type Sight, sightOf } from '#shared/kernel/sight.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { offCloudRulesOf } from '#shared/regulation/find-off-cloud.ts';
import type { OffCloudRules } from '#shared/regulation/off-cloud-spec.ts';
import { actsOn } from '../domain/decide-off-cloud.ts';
import { clauseOf, isOutstanding, type OffCloudEntry, statusOf } from '../domain/off-cloud-entry.ts';
import { mayRegister, mayUpdate } from '../domain/who-may-register.ts';
import { defaultLimit, type RegistryQuery, recordLooks } from './list-registry.ts';
import type { OffCloudServices } from './off-cloud-services.ts';

export interface OffCloudQuery extends RegistryQuery {
  readonly kind?: OffCloudEntry['kind'] | undefined;
  readonly outstanding?: 'true' | undefined;
}

const statusLabels: Readonly<Record<OffCloudItem['status'], string>> = {
  unplanned: '未填报计划',
  planned: '计划迁移',
  inProgress: '迁移中',
  migrated: '已迁移上云',
  exempt: '豁免',
  inUse: '在用',
  ended: '到期应停用',
  retired: '已停用',
};

/** So many stretches are looked through at once for what is outstanding. */
const mostStretches = 5;

const factsOf = (entry: OffCloudEntry) => {
  if (entry.kind === 'cloud') {
    const { held, endsOn, renewed } = entry;
    return { held, endsOn, ...(renewed?.basis ? { basis: renewed.basis } : {}) };
  }
  const { stage, fiscal, classified, plannedOn, basis } = entry;
  return {
    stage,
    fiscal,
    classified,
    ...(plannedOn === undefined ? {} : { plannedOn }),
    ...(basis ? { basis } : {}),
  };
};

const itemOf = (
  actor: Actor,
  { state, version }: Loaded<OffCloudEntry>,
  names: Sight['names'],
  { rules, today }: { readonly rules: OffCloudRules; readonly today: string },
): OffCloudItem => {
  const { entryId, kind, name, tenant, organisation, registered } = state;
  const status = statusOf(state, today);
  const clause = clauseOf(state, rules);
  return {
    entryId,
    version,
    kind,
    name,
    tenant,
    tenantName: names.get(tenant) ?? tenant,
    organisation,
    status,
    statusLabel: statusLabels[status],
    outstanding: isOutstanding(state, today),
    ...(clause === undefined ? {} : { clause }),
    registeredAt: registered.at,
    ...factsOf(state),
    may: actsOn(state).filter((act) => mayUpdate(actor, state, act, rules)),
  };
};

/** 台账：未上云系统、自有云和租用云, as far as the actor may see them; a page may hold few, and lead on. */
export const listOffCloud = async (
  services: OffCloudServices,
  actor: Actor,
  { kind = 'system', outstanding, limit = defaultLimit, ...query }: OffCloudQuery,
): Promise<Result<OffCloudList, Refusal>> => {
  const from = decodeCursor(query.cursor);
  if (!from.ok) return from;
  const nodes = await services.references.nodesOf(cityOf(actor.tenant));
  const sight = sightOf(actor, nodeNames(nodes), query.tenant);
  if (!sight.ok) return sight;
  const today = shanghaiDateOf(services.clock.now());
  const rules = offCloudRulesOf({ ruleVersion: services.ruleVersionOf(actor.tenant) });
  const { entryLists } = services;
  const { organisation } = sight.value;
  const found: Loaded<OffCloudEntry>[] = [];
  let place = from.value['after'];
  for (let read = 0; read < mostStretches && found.length < limit; read += 1) {
    const stretch = await newestOf(
      sight.value.tenants,
      (tenant, after, most) => entryLists.idsOf({ tenant, organisation, kind, after, limit: most }),
      place,
      limit,
    );
    const entries = await entryLists.read(stretch.map(({ tenant, id }) => ({ tenant, entryId: id })));
    found.push(...entries.filter(({ state }) => !outstanding || isOutstanding(state, today)));
    const last = stretch.length === limit ? stretch.at(-1) : undefined;
    place = last && orderOf(last.id);
    if (place === undefined) break;
  }
  const page = found.slice(0, limit);
  const shown = page.at(-1);
  const next = found.length > limit && shown ? orderOf(shown.state.entryId) : place;
  recordLooks(
    actor,
    page.map(({ state }) => state),
    'listOffCloud',
  );
  return accept({
    items: page.map((one) => itemOf(actor, one, sight.value.names, { rules, today })),
    mayRegister: mayRegister(actor),
    ...(next === undefined ? {} : { nextCursor: encodeCursor({ after: next }) }),
  });
};

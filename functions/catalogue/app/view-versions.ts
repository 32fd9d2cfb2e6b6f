import type { VersionList, VersionSummary, VersionView } from '#shared/contracts/catalogue-versions.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import type { CatalogueState } from '../domain/catalogue-state.ts';
import { compareCatalogues } from '../domain/compare-catalogues.ts';
import { catalogueVerbs } from '../domain/who-may.ts';
import { unknownVersion } from './file-version.ts';
import { kindsOf, noRules, rulesFor } from './pass-door.ts';
import type { CatalogueServices, VersionRecord } from './ports.ts';

type Names = Awaited<ReturnType<CatalogueServices['namesOf']>>;

/** A membership's holder by the present name. */
export const whoOf = (names: Names, membership: string | undefined) => {
  const found = membership === undefined ? undefined : names.get(membership);
  return found && { name: found.name, organisation: found.organisation };
};

const stateOf = (
  record: VersionRecord,
  { released }: CatalogueState,
  today: string,
): VersionSummary['state'] => {
  if (record.effectiveFrom > today) return 'future';
  const inForce = released.findLast(({ effectiveFrom }) => effectiveFrom <= today);
  return inForce?.version === record.version ? 'inForce' : 'superseded';
};

const filingOf = (filing: VersionRecord['filing'], names: Names) => {
  if (!filing) return {};
  const { recordedBy, ...facts } = filing;
  const recorder = whoOf(names, recordedBy);
  return { filing: { ...facts, ...(recorder ? { recordedBy: recorder } : {}) } };
};

const summaryOf = (
  record: VersionRecord,
  state: CatalogueState,
  names: Names,
  today: string,
): VersionSummary => {
  const { version, effectiveFrom, releasedAt, note, count, changes } = record;
  const releasedBy = whoOf(names, record.releasedBy);
  return {
    version,
    effectiveFrom,
    state: stateOf(record, state, today),
    releasedAt,
    ...(releasedBy ? { releasedBy } : {}),
    draftedBy: record.draftedBy.flatMap((id) => whoOf(names, id) ?? []),
    ...(note === undefined ? {} : { note }),
    count,
    changes,
    filed: !state.unfiled.includes(version),
    ...filingOf(record.filing, names),
  };
};

const peopleOf = (records: readonly VersionRecord[]): readonly string[] => [
  ...new Set(
    records.flatMap(({ releasedBy, draftedBy, filing }) => [
      ...(releasedBy === undefined ? [] : [releasedBy]),
      ...draftedBy,
      ...(filing ? [filing.recordedBy] : []),
    ]),
  ),
];

/** 历次版本, newest first, with the rules by which they come about and what the caller may do. */
export const listVersions = async (
  { store, clock, namesOf }: CatalogueServices,
  actor: Actor,
): Promise<Result<VersionList, Refusal>> => {
  const rules = rulesFor(actor);
  if (!rules) return refuse(noRules);
  const city = cityOf(actor.tenant);
  const [{ state }, records] = await Promise.all([store.load(city), store.records(city)]);
  const names = await namesOf(city, peopleOf(records));
  const today = shanghaiDateOf(clock.now());
  return accept({
    version: state.version,
    may: catalogueVerbs(rules, actor),
    kinds: kindsOf(rules),
    rules,
    items: records.map((record) => summaryOf(record, state, names, today)),
  });
};

/** One version whole, compared with another; unknown versions are refused. */
export const viewVersion = async (
  { store, clock, namesOf }: CatalogueServices,
  actor: Actor,
  version: string,
  against: string | undefined,
): Promise<Result<VersionView, Refusal>> => {
  const city = cityOf(actor.tenant);
  const [{ state }, record] = await Promise.all([store.load(city), store.record(city, version)]);
  if (!record) return refuse(unknownVersion);
  const other = against ?? record.after;
  const before = other === undefined ? undefined : await store.record(city, other);
  if (against !== undefined && !before) return refuse(unknownVersion);
  const [products, earlier, names] = await Promise.all([
    store.products(city, record.rows),
    before ? store.products(city, before.rows) : [],
    namesOf(city, peopleOf([record])),
  ]);
  return accept({
    ...summaryOf(record, state, names, shanghaiDateOf(clock.now())),
    products: [...products],
    ...(before ? { against: before.version } : {}),
    differences: differencesOf(earlier, products),
  });
};

/** Differences in the shape of the contract. */
export const differencesOf = (...both: Parameters<typeof compareCatalogues>) => {
  const { added, changed, retired, removed } = compareCatalogues(...both);
  return { added: [...added], changed: [...changed], retired: [...retired], removed: [...removed] };
};

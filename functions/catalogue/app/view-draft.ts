import type { DraftView } from '#shared/contracts/catalogue-versions.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import type { CatalogueProduct } from '#shared/regulation/catalogue.ts';
import type { CatalogueRules } from '#shared/regulation/profile.ts';
import { type CatalogueVerb, catalogueVerbs } from '../domain/who-may.ts';
import { kindsOf, noRules, rulesFor } from './pass-door.ts';
import type { CatalogueServices, LoadedCatalogue } from './ports.ts';
import { baseProducts } from './read-base.ts';
import { differencesOf, whoOf } from './view-versions.ts';

const draftOf = async (
  { store, namesOf }: CatalogueServices,
  actor: Actor,
  loaded: LoadedCatalogue,
  base: readonly CatalogueProduct[],
): Promise<DraftView['draft']> => {
  const { draft, city } = loaded.state;
  if (!draft) return undefined;
  const last = draft.savedBy.at(-1);
  const [products, names] = await Promise.all([
    store.draftProducts(loaded),
    namesOf(city, last === undefined ? [] : [last]),
  ]);
  const savedBy = whoOf(names, last);
  return {
    effectiveFrom: draft.effectiveFrom,
    ...(draft.note === undefined ? {} : { note: draft.note }),
    savedAt: draft.savedAt,
    ...(savedBy ? { savedBy } : {}),
    own: draft.editors.includes(actor.personId),
    products: [...products],
    differences: differencesOf(base, products),
  };
};

/** The actor's part in the catalogue; whoever has none does not see its draft. */
export const partOf = (
  actor: Actor,
): Result<{ readonly rules: CatalogueRules; readonly may: CatalogueVerb[] }, Refusal> => {
  const rules = rulesFor(actor);
  if (!rules) return refuse(noRules);
  const may = catalogueVerbs(rules, actor);
  return may.length === 0
    ? refuse({ code: 'not-allowed', detail: '目录草案只向起草、发布、备案和制定标准的岗位开放。' })
    : accept({ rules, may });
};

/** 草案 with what it begins from and finance's ceilings; for those only who have a part in the catalogue. */
export const viewDraft = async (
  services: CatalogueServices,
  actor: Actor,
): Promise<Result<DraftView, Refusal>> => {
  const part = partOf(actor);
  if (!part.ok) return part;
  const { rules, may } = part.value;
  const { store } = services;
  const loaded = await store.load(cityOf(actor.tenant));
  const { state } = loaded;
  const [base, standards] = await Promise.all([
    baseProducts(store, state),
    rules.budgetStandards ? store.standards(state.city) : undefined,
  ]);
  const draft = await draftOf(services, actor, loaded, base);
  const last = state.released.at(-1);
  return accept({
    version: state.version,
    may,
    kinds: kindsOf(rules),
    rules,
    ...(draft ? { draft } : {}),
    ...(last
      ? { base: { version: last.version, effectiveFrom: last.effectiveFrom, products: [...base] } }
      : {}),
    standards: [...(standards?.items ?? [])],
  });
};

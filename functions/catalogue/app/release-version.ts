import type { CatalogueAnswer } from '#shared/contracts/catalogue-versions.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { checkDraft } from '../domain/check-draft.ts';
import { compareCatalogues, countDifferences } from '../domain/compare-catalogues.ts';
import { releaseDraft } from '../domain/release-draft.ts';
import { type CatalogueAsked, passDoor } from './pass-door.ts';
import type { CatalogueServices, VersionRecord } from './ports.ts';
import { productDigest } from './product-digest.ts';
import { baseProducts, ceilingsFor } from './read-base.ts';

/** 发布（审定）: the draft becomes the newest version. Its rows are laid down first and named by the one transaction. */
export const releaseVersion = (
  services: CatalogueServices,
  asked: CatalogueAsked,
): Promise<Result<CatalogueAnswer, Refusal>> =>
  passDoor(services, asked, 'release', async ({ loaded, rules, at }) => {
    const { store } = services;
    const { state } = loaded;
    const { city } = state;
    const [products, before, ceilings] = await Promise.all([
      store.draftProducts(loaded),
      baseProducts(store, state),
      ceilingsFor(store, city, rules),
    ]);
    const last = state.released.at(-1);
    const problems = state.draft
      ? checkDraft({
          effectiveFrom: state.draft.effectiveFrom,
          products,
          before,
          last,
          ceilings,
          rules,
          today: shanghaiDateOf(new Date(at)),
        })
      : [];
    const decided = releaseDraft(state, asked.actor.personId, rules, problems);
    if (!decided.ok) return decided;
    const { draft, released: named } = decided.value;
    const rows = await store.layRows(city, named.content, products);
    const { version, effectiveFrom, ordinal } = named;
    const changes = countDifferences(compareCatalogues(before, products));
    const record: VersionRecord = {
      version,
      ordinal,
      effectiveFrom,
      releasedAt: at,
      releasedBy: asked.actor.membershipId,
      draftedBy: draft.savedBy,
      ...(draft.note === undefined ? {} : { note: draft.note }),
      count: products.length,
      changes,
      rows,
      ...(last ? { after: last.version } : {}),
    };
    return accept({
      event: {
        type: 'VersionReleased',
        released: { ...named, ...rows },
        count: products.length,
        digest: productDigest(products),
        changes,
      },
      record,
      label: version,
    });
  });

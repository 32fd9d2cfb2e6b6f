import type { CatalogueAnswer, DraftBody } from '#shared/contracts/catalogue-versions.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import type { Draft } from '../domain/catalogue-state.ts';
import { checkDraft } from '../domain/check-draft.ts';
import { dateProducts } from '../domain/date-products.ts';
import { type CatalogueAsked, passDoor } from './pass-door.ts';
import type { CatalogueServices } from './ports.ts';
import { productDigest } from './product-digest.ts';
import { baseProducts, ceilingsFor } from './read-base.ts';

const joined = (known: readonly string[] | undefined, one: string): readonly string[] => [
  ...new Set([...(known ?? []), one]),
];

/** Saves a draft whole, over the one that the drafter saw. What would be refused at the release is refused now. */
export const saveDraft = (
  services: CatalogueServices,
  asked: CatalogueAsked,
  body: DraftBody,
): Promise<Result<CatalogueAnswer, Refusal>> =>
  passDoor(services, asked, 'draft', async ({ loaded, rules, at }) => {
    const { state } = loaded;
    const [before, ceilings] = await Promise.all([
      baseProducts(services.store, state),
      ceilingsFor(services.store, state.city, rules),
    ]);
    const { effectiveFrom, note } = body;
    const products = dateProducts(body.products, before, effectiveFrom);
    const today = shanghaiDateOf(new Date(at));
    const last = state.released.at(-1);
    const errors = checkDraft({ effectiveFrom, products, before, last, ceilings, rules, today });
    if (errors.length > 0)
      return refuse({ code: 'catalogue-invalid', detail: '请按下列提示修改后再保存。', errors });
    const { personId, membershipId } = asked.actor;
    const draft: Draft = {
      effectiveFrom,
      ...(note === undefined ? {} : { note }),
      editors: joined(state.draft?.editors, personId),
      savedBy: joined(state.draft?.savedBy, membershipId),
      savedAt: at,
      count: products.length,
    };
    return accept({
      event: { type: 'DraftSaved', draft, digest: productDigest(products) },
      draft: products,
    });
  });

import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Actor } from '#shared/kernel/actor.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import type { CatalogueProduct } from '#shared/regulation/catalogue.ts';
import { partOf } from '../app/view-draft.ts';
import { createCatalogueStore } from '../store/catalogue-store.ts';

/** 目录草案 as others reckon with it. */
export interface DraftedCatalogue {
  /** Of the catalogue as a whole. */
  readonly version: number;
  readonly effectiveFrom: LocalDate;
  readonly products: readonly CatalogueProduct[];
}

export type ReadDraftedCatalogue = (actor: Actor) => Promise<Result<DraftedCatalogue, Refusal>>;

/** The draft of the actor's city, for those only who have a part in the catalogue. */
export const draftedCatalogue =
  (client: Pick<DynamoDBDocumentClient, 'send'>, table: string): ReadDraftedCatalogue =>
  async (actor) => {
    const part = partOf(actor);
    if (!part.ok) return part;
    const store = createCatalogueStore(client, table);
    const loaded = await store.load(cityOf(actor.tenant));
    const { draft, version } = loaded.state;
    if (!draft) return refuse({ code: 'not-found', detail: '目前没有目录草案，请起草人保存草案后再看。' });
    const products = await store.draftProducts(loaded);
    return accept({ version, effectiveFrom: draft.effectiveFrom, products });
  };

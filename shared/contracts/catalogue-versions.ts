import * as z from 'zod/mini';
import { catalogueRules } from '#shared/regulation/profile.ts';
import { catalogueProduct } from './catalogue.ts';
import { isoDate, isoInstant, paragraphs, text } from './common.ts';

const versionLabel = z.string().check(z.regex(/^[a-z][a-z0-9-]{3,60}$/));
export const versionParams = z.strictObject({ version: versionLabel });
export const versionQuery = z.strictObject({
  /** Version to compare with; without it the one released before. */
  against: z.optional(versionLabel),
});

const who = z.object({ name: z.string(), organisation: z.string() });

const filing = z.object({
  /** 备案号 or receipt number. */
  number: z.string(),
  filedOn: isoDate,
  recordedAt: isoInstant,
  recordedBy: z.exactOptional(who),
});

/** One released version, without its products. */
export const versionSummary = z.object({
  version: z.string(),
  effectiveFrom: isoDate,
  /** `superseded` 已被替代, `inForce` 执行中, `future` 待生效. */
  state: z.enum(['superseded', 'inForce', 'future']),
  releasedAt: isoInstant,
  releasedBy: z.exactOptional(who),
  draftedBy: z.array(who),
  note: z.exactOptional(z.string()),
  count: z.int(),
  changes: z.object({ added: z.int(), changed: z.int(), retired: z.int() }),
  /** False only where the city's rules ask for a filing that is not recorded yet. */
  filed: z.boolean(),
  filing: z.exactOptional(filing),
});
export type VersionSummary = z.infer<typeof versionSummary>;

/** What the caller may do with the catalogue. */
const may = z.array(z.enum(['draft', 'release', 'file', 'setStandards']));

/** Kinds of product in the order of the form, in the city's words. */
const kinds = z.array(z.object({ kind: catalogueProduct.shape.kind, label: z.string() }));

export const versionList = z.object({
  /** Entity tag of the catalogue as a whole. */
  version: z.int(),
  may,
  kinds,
  /** Who drafts, who releases, filing, standards: each with its clause. */
  rules: catalogueRules,
  /** Newest first. */
  items: z.array(versionSummary),
});
export type VersionList = z.infer<typeof versionList>;

const changedProduct = z.object({ before: catalogueProduct, after: catalogueProduct });
export const catalogueChanges = z.object({
  added: z.array(catalogueProduct),
  /** Name, kind, specification, unit or price differ. */
  changed: z.array(changedProduct),
  /** Given a last day. */
  retired: z.array(catalogueProduct),
  /** No longer listed, having been retired before. */
  removed: z.array(catalogueProduct),
});
export type CatalogueChanges = z.infer<typeof catalogueChanges>;

export const versionView = z.extend(versionSummary, {
  products: z.array(catalogueProduct),
  /** Version that `differences` compares with; absent for a city's first. */
  against: z.exactOptional(z.string()),
  differences: catalogueChanges,
});
export type VersionView = z.infer<typeof versionView>;

/** 改价影响: what releasing the draft would do to applications that are not submitted yet; money in fen a month. */
export const repricingView = z.object({
  /** Entity tag of the catalogue that was reckoned with. */
  version: z.int(),
  effectiveFrom: isoDate,
  /** Applications in draft or being corrected. */
  drafts: z.int(),
  /** Those that would cost more or less. */
  repriced: z.int(),
  /** Those that ask for something that could no longer be applied for. */
  unavailable: z.int(),
  beforeFen: z.int(),
  afterFen: z.int(),
  /** Whether every application was looked at, or only the newest of each tenant. */
  complete: z.boolean(),
});
export type RepricingView = z.infer<typeof repricingView>;

export const filingBody = z.strictObject({ number: text(60), filedOn: isoDate });

const productId = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/));
const draftProduct = z.strictObject({
  id: productId,
  name: text(60),
  kind: catalogueProduct.shape.kind,
  specification: text(200),
  unit: text(10),
  unitPriceFen: z.int().check(z.gte(0), z.lt(100_000_000)),
  /** Of a new product, later than the version's first day if wanted; of others the system knows it. */
  effectiveFrom: z.exactOptional(isoDate),
  retiredOn: z.exactOptional(isoDate),
  aboveStandardReason: z.exactOptional(text(200)),
});

/** A draft whole: what is not listed is taken off, which only a retired product may be. */
export const draftBody = z.strictObject({
  effectiveFrom: isoDate,
  note: z.exactOptional(paragraphs(500)),
  products: z.array(draftProduct).check(z.minLength(1), z.maxLength(2000)),
});
export type DraftBody = z.infer<typeof draftBody>;

const standard = z.strictObject({
  productId,
  /** Highest price of one unit for one month, in fen. */
  ceilingFen: z.int().check(z.gte(0), z.lt(100_000_000)),
});
export type BudgetStandard = z.infer<typeof standard>;

export const standardsBody = z.strictObject({
  /** The document that sets them, e.g. 汴财〔2026〕12号. */
  document: text(60),
  items: z.array(standard).check(
    z.maxLength(2000),
    z.refine((items) => new Set(items.map(({ productId }) => productId)).size === items.length, {
      error: '同一产品只能有一个标准，请删除重复的行',
    }),
  ),
});

export const standardsView = z.object({
  version: z.int(),
  may,
  document: z.exactOptional(z.string()),
  setAt: z.exactOptional(isoInstant),
  setBy: z.exactOptional(who),
  items: z.array(standard),
});

export const draftView = z.object({
  version: z.int(),
  may,
  kinds,
  rules: catalogueRules,
  /** Absent when nobody is drafting. */
  draft: z.exactOptional(
    z.object({
      effectiveFrom: isoDate,
      note: z.exactOptional(z.string()),
      savedAt: isoInstant,
      savedBy: z.exactOptional(who),
      /** The caller wrote on it, and so may not release it. */
      own: z.boolean(),
      products: z.array(catalogueProduct),
      differences: catalogueChanges,
    }),
  ),
  /** Released last: what the draft begins from and is compared with. */
  base: z.exactOptional(
    z.object({ version: z.string(), effectiveFrom: isoDate, products: z.array(catalogueProduct) }),
  ),
  standards: z.array(standard),
});
export type DraftView = z.infer<typeof draftView>;

/** Where the catalogue stands after a command. */
export const catalogueAnswer = z.object({ version: z.int(), label: z.exactOptional(z.string()) });
export type CatalogueAnswer = z.infer<typeof catalogueAnswer>;

export const catalogueJournalQuery = z.strictObject({
  /** Entries before this sequence number. */
  before: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(1_000_000))),
});
export const catalogueJournalPage = z.object({
  /** Newest first. */
  items: z.array(
    z.object({
      seq: z.int(),
      at: isoInstant,
      text: z.string(),
      actor: z.exactOptional(who),
      hash: z.string(),
    }),
  ),
  nextBefore: z.exactOptional(z.int()),
});

import { describe, expect, it } from 'vitest';
import { checkDraft, type DraftToCheck } from '#functions/catalogue/domain/check-draft.ts';
import { compareCatalogues, countDifferences } from '#functions/catalogue/domain/compare-catalogues.ts';
import { dateProducts } from '#functions/catalogue/domain/date-products.ts';
import { releaseDraft } from '#functions/catalogue/domain/release-draft.ts';
import { profileOf } from '#shared/regulation/find-profile.ts';
import { demoCatalogue, kaifengCatalogue } from '#shared/tenancy/demo-catalogue.ts';

const rulesOf = (city: string) => {
  const rules = profileOf(city)?.catalogue;
  if (!rules) throw new Error(`${city} has no catalogue`);
  return rules;
};
const rows = { content: 'c', buckets: 1 };
const last = { version: 'v1', ordinal: 1, effectiveFrom: '2026-05-01', filed: true, ...rows };
const setup = (more: Partial<DraftToCheck> = {}): DraftToCheck => ({
  effectiveFrom: '2026-12-01',
  products: demoCatalogue.products,
  before: demoCatalogue.products,
  last,
  ceilings: new Map(),
  rules: rulesOf('yancheng'),
  today: '2026-11-22',
  ...more,
});
const codesOf = (draft: DraftToCheck) => checkDraft(draft).map(({ code, pointer }) => [code, pointer]);

describe('a draft', () => {
  it('of what is in force already is in order', () => {
    expect(checkDraft(setup())).toEqual([]);
  });

  it.each([
    ['in the past', { effectiveFrom: '2026-11-21' }],
    ['before a version that is released', { last: { ...last, effectiveFrom: '2027-01-01' } }],
  ])('does not take effect %s', (_, more) => {
    expect(codesOf(setup(more))).toEqual([['too-early', '/effectiveFrom']]);
  });

  it('may take the day of the last version, to correct it, or today', () => {
    expect(checkDraft(setup({ last: { ...last, effectiveFrom: '2026-12-01' } }))).toEqual([]);
    expect(checkDraft(setup({ effectiveFrom: '2026-11-22' }))).toEqual([]);
  });

  it('drops a product only after its last day, and names every other one', () => {
    const kept = demoCatalogue.products.filter(({ id }) => id !== 'host-1c2g');
    expect(checkDraft(setup({ products: kept }))).toEqual([]);
    const [told] = checkDraft(setup({ products: kept.filter(({ id }) => id !== 'host-2c4g') }));
    expect(told?.code).toBe('not-retired');
    expect(told?.message).toContain('通用型云主机 2核4G');
  });

  it('gives a code once, and retires nothing for days that have passed', () => {
    const [first] = demoCatalogue.products;
    if (!first) throw new Error('empty');
    expect(codesOf(setup({ products: [...demoCatalogue.products, first] }))).toEqual([
      ['repeated', `/products/${demoCatalogue.products.length}/id`],
    ]);
    const retired = demoCatalogue.products.map((one) =>
      one.id === first.id ? { ...one, retiredOn: '2026-11-30' } : one,
    );
    expect(codesOf(setup({ products: retired }))).toEqual([['too-early', '/products/0/retiredOn']]);
  });
});

describe('a price above the budget standard', () => {
  const ceilings = new Map([['kf-host-4c8g', 22_000]]);
  const kaifeng = (more: Partial<DraftToCheck> = {}) =>
    setup({
      products: kaifengCatalogue.products,
      before: kaifengCatalogue.products,
      rules: rulesOf('kaifeng'),
      ceilings,
      ...more,
    });

  it('[kf-cloud-10-4] needs a reason or is refused, as the city has set it', () => {
    expect(checkDraft(kaifeng())).toMatchObject([
      { pointer: '/products/0/aboveStandardReason', code: 'above-standard', clause: 'kf-cloud-10-4' },
    ]);
    const reasoned = kaifengCatalogue.products.map((one) => ({ ...one, aboveStandardReason: '芯片涨价' }));
    expect(checkDraft(kaifeng({ products: reasoned }))).toEqual([]);
    const rules = rulesOf('kaifeng');
    const setBy = rules.budgetStandards?.setBy ?? rules.drafts;
    const refused = {
      ...rules,
      budgetStandards: {
        setBy,
        above: { value: 'refused', clause: 'kf-cloud-10-4', source: 'localDefault' } as const,
      },
    };
    expect(codesOf(kaifeng({ products: reasoned, rules: refused }))).toEqual([
      ['above-standard', '/products/0/unitPriceFen'],
    ]);
  });

  it('is no matter at the standard itself, nor where a city knows none', () => {
    expect(checkDraft(kaifeng({ ceilings: new Map([['kf-host-4c8g', 23_000]]) }))).toEqual([]);
    expect(checkDraft(kaifeng({ rules: rulesOf('yancheng') }))).toEqual([]);
  });
});

describe('the day of a line', () => {
  const [first, second] = demoCatalogue.products;
  if (!first || !second) throw new Error('empty');
  const before = [first, second];

  it('is kept while nothing changes, is the version’s for a new price, and may be later for a new product', () => {
    const fresh = { ...first, id: 'fresh', effectiveFrom: '2027-03-01' };
    const dated = dateProducts([first, { ...second, unitPriceFen: 1 }, fresh], before, '2026-12-01');
    expect(dated.map(({ effectiveFrom }) => effectiveFrom)).toEqual([
      '2026-05-01',
      '2026-12-01',
      '2027-03-01',
    ]);
  });

  it('is never before the version’s own', () => {
    const written = [
      { ...first, unitPriceFen: 1, effectiveFrom: '2020-01-01' },
      { ...second, id: 'fresh', effectiveFrom: '2020-01-01' },
    ];
    expect(dateProducts(written, before, '2026-12-01').map(({ effectiveFrom }) => effectiveFrom)).toEqual([
      '2026-12-01',
      '2026-12-01',
    ]);
  });

  it('and the differences count added, changed and retired lines once each', () => {
    const after = [
      { ...first, unitPriceFen: 1 },
      { ...second, retiredOn: '2027-01-01' },
      { ...first, id: 'fresh' },
    ];
    const differences = compareCatalogues(before, after);
    expect(countDifferences(differences)).toEqual({ added: 1, changed: 1, retired: 1 });
    expect(differences.changed[0]?.before.unitPriceFen).toBe(first.unitPriceFen);
    expect(compareCatalogues(after, before).removed.map(({ id }) => id)).toEqual(['fresh']);
  });
});

describe('a release', () => {
  const draft = {
    effectiveFrom: '2026-12-01',
    editors: ['a', 'b'],
    savedBy: ['a', 'b'],
    savedAt: '2026-11-22T00:00:00.000Z',
    count: 1,
  };
  const state = { city: 'yancheng', version: 4, released: [last], unfiled: [], draft };

  it.each(['a', 'b'])('is not for %s, who wrote on the draft', (person) => {
    expect(releaseDraft(state, person, rulesOf('yancheng'), [])).toMatchObject({
      ok: false,
      refusal: { code: 'own-matter' },
    });
  });

  it('names the version after city and day, numbers a second one, and is unfiled where a filing is due', () => {
    const same = { ...last, version: 'yancheng-2026-12-01', effectiveFrom: '2026-12-01' };
    const named = (released: (typeof last)[], city: string) => {
      const decided = releaseDraft({ ...state, city, released }, 'c', rulesOf(city), []);
      return decided.ok && [decided.value.released.version, decided.value.released.filed];
    };
    expect(named([last], 'yancheng')).toEqual(['yancheng-2026-12-01', false]);
    expect(named([last, same], 'yancheng')).toEqual(['yancheng-2026-12-01-2', false]);
    expect(named([last], 'kaifeng')).toEqual(['kaifeng-2026-12-01', true]);
  });

  it('needs a draft, and one that is still in order', () => {
    const { draft: _none, ...without } = state;
    expect(releaseDraft(without, 'c', rulesOf('yancheng'), [])).toMatchObject({
      refusal: { code: 'not-found' },
    });
    const problems = [{ pointer: '/effectiveFrom', code: 'too-early', message: '…' }];
    expect(releaseDraft(state, 'c', rulesOf('yancheng'), problems)).toMatchObject({
      refusal: { code: 'catalogue-invalid', errors: problems },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { evolveCatalogue } from '#functions/catalogue/domain/catalogue-events.ts';
import { type CatalogueState, emptyCatalogue } from '#functions/catalogue/domain/catalogue-state.ts';
import { releaseDraft } from '#functions/catalogue/domain/release-draft.ts';
import { profileOf } from '#shared/regulation/find-profile.ts';
import { refInForce } from '#shared/table/catalogue-rows.ts';

const rules = profileOf('yancheng')?.catalogue;
const today = '2026-11-30';

const draftFor = (effectiveFrom: string) => ({
  effectiveFrom,
  editors: ['writer'],
  savedBy: ['writer'],
  savedAt: `${today}T01:00:00.000Z`,
  count: 1,
});
/** The catalogue after the draft for each of the days was released in turn. */
const releasedFor = (days: readonly string[]): { state: CatalogueState; labels: string[] } => {
  const labels: string[] = [];
  let state = emptyCatalogue('yancheng');
  for (const day of days) {
    if (!rules) throw new Error('Yancheng has a catalogue');
    const decided = releaseDraft({ ...state, draft: draftFor(day) }, 'releaser', rules, []);
    if (!decided.ok) throw new Error(decided.refusal.detail);
    const released = { ...decided.value.released, buckets: 1 };
    labels.push(released.version);
    const event = { type: 'VersionReleased', released, count: 1, digest: '', changes } as const;
    state = evolveCatalogue(state, event, today);
  }
  return { state, labels };
};
const changes = { added: 0, changed: 0, retired: 0 };
const future = (count: number) => Array.from({ length: count }, (_, year) => `${2031 + year}-01-01`);

describe('the version in force', () => {
  it.each([
    ['for one day again and again', Array.from({ length: 30 }, () => '2031-01-01')],
    ['for many days', future(30)],
  ])('stays while versions of the future are released %s', (_, days) => {
    const { state } = releasedFor(['2026-05-01', '2026-06-01', ...days]);
    expect(refInForce(state.released, today)?.version).toBe('yancheng-2026-06-01');
    expect(state.released.at(-1)?.effectiveFrom).toBe(days.at(-1));
  });

  it('leaves room when it is long past: only years of versions are at hand', () => {
    const past = Array.from({ length: 40 }, (_, month) =>
      `20${10 + month}-01-01`.replace(/^20(\d\d)/, '19$1'),
    );
    const { state } = releasedFor([...past, today]);
    expect(state.released).toHaveLength(20);
    expect(refInForce(state.released, today)?.version).toBe(`yancheng-${today}`);
  });
});

it('no two versions bear one label, however many are released for one day', () => {
  const { labels } = releasedFor(Array.from({ length: 30 }, () => '2031-01-01'));
  expect(new Set(labels).size).toBe(30);
  expect(labels.at(-1)).toBe('yancheng-2031-01-01-30');
});

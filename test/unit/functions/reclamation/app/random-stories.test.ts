import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '#shared/kernel/local-date.ts';
import { rectificationSetup, type Who } from '#test/support/rectification-setup.ts';

const text = '事由。';
type Act = Parameters<ReturnType<typeof rectificationSetup>['act']>[1];
type Move =
  | { readonly of: 'act'; readonly who: Who; readonly body: Act }
  | { readonly of: 'restore'; readonly who: Who }
  | { readonly of: 'confirm' }
  | { readonly of: 'work'; readonly certify: boolean }
  | { readonly of: 'days'; readonly days: number };

const who = fc.constantFrom<Who>('clerk', 'leader', 'operator', 'authority', 'officer', 'expert');
const body = fc.constantFrom<Act>(
  { kind: 'warn', text, dueOn: '2026-03-15' },
  { kind: 'dismiss', text },
  { kind: 'state', of: 'extension', text },
  { kind: 'judge', verdict: 'extended', text, dueOn: '2026-06-01' },
  { kind: 'judge', verdict: 'notYet', text },
  { kind: 'judge', verdict: 'rectified', text },
  { kind: 'propose', measure: 'reclaim', text },
  { kind: 'propose', measure: 'suspend', text },
  { kind: 'propose', measure: 'downgrade', text },
  { kind: 'review', agrees: true, text },
  { kind: 'decide', approved: true, text },
  { kind: 'decide', approved: false, text },
);
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ of: fc.constant('act' as const), who, body }) },
  { weight: 1, arbitrary: fc.record({ of: fc.constant('restore' as const), who }) },
  { weight: 1, arbitrary: fc.constant({ of: 'confirm' as const }) },
  { weight: 2, arbitrary: fc.record({ of: fc.constant('work' as const), certify: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({ of: fc.constant('days' as const), days: fc.integer({ min: 1, max: 40 }) }),
  },
);

/** The moves of a story that leads to the end, with random ones between: else hardly any gets there. */
const led = (city: 'yancheng' | 'kaifeng', rest: readonly Move[]): readonly Move[] => {
  const [decides, runs]: readonly [Who, Who] =
    city === 'yancheng' ? ['leader', 'operator'] : ['officer', 'authority'];
  const way: readonly Move[] = [
    { of: 'act', who: decides, body: { kind: 'warn', text, dueOn: '2026-03-15' } },
    { of: 'days', days: 60 },
    { of: 'act', who: runs, body: { kind: 'propose', measure: 'reclaim', text } },
    { of: 'act', who: 'clerk', body: { kind: 'review', agrees: true, text } },
    { of: 'act', who: 'expert', body: { kind: 'review', agrees: true, text } },
    { of: 'act', who: decides, body: { kind: 'decide', approved: true, text } },
    { of: 'days', days: 10 },
    { of: 'work', certify: false },
    { of: 'work', certify: true },
  ];
  return rest.flatMap((random, index) => [...(way[index] ? [way[index]] : []), random]);
};

type Story = ReturnType<typeof rectificationSetup>;

const carryOut = async (story: Story, done: Set<string>, certify: boolean, today: string): Promise<void> => {
  for (const [workId, { task }] of story.tasks) {
    if (story.withdrawn.includes(workId) || (task.notBefore ?? '') > today) continue;
    if (!done.has(workId)) await story.does(workId);
    else if (certify && task.asksCertificate) await story.does(workId, 'WorkCertified');
    done.add(workId);
  }
};

const make = async (story: Story, next: Exclude<Move, { of: 'days' | 'work' }>): Promise<unknown> => {
  if (next.of === 'act') return story.act(next.who, next.body);
  return next.of === 'restore'
    ? story.reclaimAct(next.who, { kind: 'restore', reason: text })
    : story.reclaimAct('clerk', { kind: 'confirmErasure', note: text });
};

const judgeRows = (story: Story, approved: boolean): void => {
  for (const { state, billing, addresses, reclaimedAt } of story.rows()) {
    const to = billing[0]?.to;
    if (state === 'inUse') expect(to).toBeUndefined();
    else {
      expect([approved, addresses]).toEqual([true, []]);
      expect(String(to) <= String(reclaimedAt).slice(0, 10)).toBe(true);
    }
  }
};

/** What holds at every moment of every story. */
const judge = async (story: Story, done: ReadonlySet<string>): Promise<string | undefined> => {
  const state = (await story.sees('operator')) ?? (await story.sees('authority'));
  const reclamation = await story.reclamation('authority');
  const approved =
    state?.disposals.some(({ measure, decision }) => measure === 'reclaim' && decision?.approved) ?? false;
  judgeRows(story, approved);
  if (state && ['dismissed', 'rectified', 'disposed'].includes(state.status)) expect(state.may).toEqual([]);
  if (!reclamation) return undefined;
  expect(approved).toBe(true);
  const ended = ['ended', 'restored'].includes(reclamation.status);
  expect(['Reclaimed', 'Restored'].includes(story.entered().at(-1) ?? '')).toBe(ended);
  expect(story.entered().length).toBeLessThanOrEqual(6);
  if (!ended) return reclamation.status;
  const work = `${reclamation.reclamationId}-reclaim`;
  expect(done.has(work) || story.withdrawn.includes(work)).toBe(true);
  expect(reclamation.may.filter((may) => may !== 'revoke')).toEqual([]);
  const kept = story.rows().every((row) => row.state === 'inUse');
  expect(kept).toBe(reclamation.status === 'restored');
  return reclamation.status;
};

/** Tells a story from its finding on; answers what each moment was like. */
const tell = async (city: 'yancheng' | 'kaifeng', random: readonly Move[]) => {
  const story = rectificationSetup(city === 'yancheng' ? 'yancheng/dafeng' : 'kaifeng/lankao');
  await story.find(city === 'yancheng' ? 'operator' : 'authority', 'other');
  let today = '2026-01-31';
  const done = new Set<string>();
  const moments: (string | undefined)[] = [];
  for (const next of led(city, random)) {
    if (next.of === 'days') {
      today = addDays(today, next.days);
      story.at(today);
    } else if (next.of === 'work') await carryOut(story, done, next.certify, today);
    else await make(story, next);
    moments.push(await judge(story, done));
  }
  return moments;
};

it.each(['yancheng', 'kaifeng'] as const)(
  'whatever happens in %s: nothing is taken back without a person’s decision, nothing is billed after it, and what has ended asks for nothing',
  async (city) => {
    const reached = new Set<string | undefined>();
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 9, maxLength: 24 }), async (random) => {
        for (const moment of await tell(city, random)) reached.add(moment);
      }),
      { numRuns: 40 },
    );
    // Of forty stories that are led there some get there, whatever happens between.
    expect(reached.size).toBeGreaterThan(1);
  },
  60_000,
);

import fc from 'fast-check';

const pick = fc.noBias(fc.nat(1_000));
const kind = <Kind extends string>(...kinds: readonly Kind[]) => fc.constantFrom(...kinds);
const share = fc.constantFrom(0.3, 0.5, 1);
/** After how many writes whoever carries it on dies; mostly never. */
const dies = fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined, freq: 2 });

const line = fc.record({
  product: kind('small', 'small', 'large', 'disk'),
  quantity: fc.integer({ min: 1, max: 4 }),
  pool: kind('countyPool', 'countyPool', 'cityPool'),
});

/** Sent twice with one key, or with the version of before. */
const how = kind('once', 'once', 'once', 'twice', 'stale');

const filed = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      move: kind('apply'),
      pick,
      lines: fc.array(line, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ move: kind('change'), pick, line, adds: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ move: kind('shutDown'), pick }) },
  {
    weight: 1,
    arbitrary: fc.record({
      move: kind('changeGreatly'),
      pick,
      lines: fc.array(line, { minLength: 1, maxLength: 2 }),
    }),
  },
);
const opened = fc.oneof(
  fc.record({ move: kind('sign'), how }),
  fc.record({
    move: kind('confirm'),
    pick,
    who: kind('clerk', 'clerk', 'operator', 'operator', 'stranger'),
    how,
  }),
  fc.record({ move: kind('plan'), pick, share, seen: fc.boolean(), how }),
  fc.record({ move: kind('release'), pick, how }),
  fc.record({ move: kind('collect'), pick, right: fc.boolean() }),
);
const worked = fc.record({
  move: kind('answer'),
  pick,
  share: fc.constantFrom(0, 0.5, 1, 1),
  fails: fc.boolean(),
  how,
});
const owed = fc.oneof(
  { weight: 3, arbitrary: fc.record({ move: kind('perform'), pick, how }) },
  { weight: 1, arbitrary: fc.record({ move: kind('explain'), pick, how }) },
  {
    weight: 2,
    arbitrary: fc.record({
      move: kind('judge'),
      pick,
      verdict: kind('accept', 'extend', 'refuse', 'reclaim', 'pause', 'resume'),
      how,
    }),
  },
);
const reclaimed = fc.oneof(
  fc.record({ move: kind('find'), pick, finding: fc.nat(10) }),
  fc.record({
    move: kind('rectify'),
    pick,
    act: kind(
      'warn',
      'warn',
      'dismiss',
      'state',
      'judge',
      'extend',
      'propose',
      'propose',
      'review',
      'review',
      'decide',
      'refuse',
    ),
    of: kind('unit', 'expert'),
    measure: kind('reclaim', 'reclaim', 'suspend', 'suspend', 'downgrade', 'restrict'),
    how,
  }),
  fc.record({
    move: kind('reclaim'),
    pick,
    act: kind('acknowledge', 'confirmErasure', 'restore', 'revoke'),
    how,
  }),
  fc.record({ move: kind('secure'), pick, share }),
);
const passing = fc.oneof(
  {
    weight: 4,
    // Some of them lead over 春节 and its make-up days, and over several limits at once.
    arbitrary: fc.record({ move: kind('pass'), days: fc.constantFrom(1, 1, 2, 4, 8, 16, 35) }),
  },
  { weight: 1, arbitrary: fc.record({ move: kind('sweep') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      move: kind('publish'),
      day: fc.integer({ min: 1, max: 20 }),
      holiday: fc.boolean(),
    }),
  },
);
const carried = fc.oneof(
  { weight: 8, arbitrary: fc.record({ move: kind('carry'), pick, dies }) },
  { weight: 4, arbitrary: fc.record({ move: kind('settle') }) },
  { weight: 2, arbitrary: fc.record({ move: kind('again'), pick }) },
  { weight: 3, arbitrary: fc.record({ move: kind('wait'), pick, dies }) },
  { weight: 1, arbitrary: fc.record({ move: kind('redrive'), pick }) },
);

/** Somebody does what waits for them. */
const advance = fc.record({ move: kind('advance', 'advance', 'advance', 'press'), pick });

/** What may happen next in the lives of a county's systems. */
export const lifecycleMove = fc.oneof(
  { weight: 2, arbitrary: filed },
  { weight: 20, arbitrary: advance },
  { weight: 8, arbitrary: opened },
  { weight: 8, arbitrary: worked },
  { weight: 8, arbitrary: owed },
  { weight: 8, arbitrary: reclaimed },
  { weight: 5, arbitrary: passing },
  { weight: 12, arbitrary: carried },
);
export type LifecycleMove = typeof lifecycleMove extends fc.Arbitrary<infer Move> ? Move : never;
export type How = 'once' | 'twice' | 'stale';

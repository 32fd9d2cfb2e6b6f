import { describe, expect, it } from 'vitest';
import { rectificationActBody } from '#shared/contracts/rectification.ts';
import { rectificationSetup, type Who } from '#test/support/rectification-setup.ts';

const dafeng = 'yancheng/dafeng';
const text = '事由。';

const found = async (...more: Parameters<typeof rectificationSetup>) => {
  const story = rectificationSetup(...more);
  await story.find(more[0] === dafeng ? 'operator' : 'authority', 'other');
  return story;
};
const overdue = async () => {
  const story = await found(dafeng);
  await story.act('leader', { kind: 'warn', text });
  story.at('2026-03-02');
  return story;
};
/** In Kaifeng, with a disposal whose plan is to be reviewed. */
const planned = async () => {
  const story = await found('kaifeng/lankao');
  await story.act('officer', { kind: 'warn', text, dueOn: '2026-02-10' });
  story.at('2026-02-11');
  await story.act('authority', { kind: 'propose', measure: 'downgrade', text });
  return story;
};

describe('own matters', () => {
  it('whoever recorded a finding does not review it under another membership either', async () => {
    const story = await found(dafeng);
    expect((await story.sees('operatorAsLeader'))?.may).toEqual([]);
    expect((await story.sees('leader'))?.may).toEqual(['warn', 'dismiss']);
    for (const kind of ['warn', 'dismiss'] as const)
      expect(await story.act('operatorAsLeader', { kind, text })).toBe('own-matter');
    expect(await story.act('leader', { kind: 'warn', text })).toBe('ok');
  });

  it('whoever proposed a disposal does not decide it under another membership either', async () => {
    const story = await overdue();
    await story.act('operator', { kind: 'propose', measure: 'downgrade', text });
    expect((await story.sees('operatorAsLeader'))?.may).toEqual([]);
    for (const approved of [true, false])
      expect(await story.act('operatorAsLeader', { kind: 'decide', approved, text })).toBe('own-matter');
    expect(story.tasks.size).toBe(0);
  });

  it('whoever stated for the department does not judge it for the operations body', async () => {
    const story = await found(dafeng);
    await story.act('leader', { kind: 'warn', text });
    await story.act('clerk', { kind: 'state', of: 'mended', text });
    const passes = { kind: 'judge', verdict: 'rectified', text } as const;
    expect((await story.sees('clerkAsOperator'))?.may).toEqual([]);
    expect(await story.act('clerkAsOperator', passes)).toBe('own-matter');
    expect(await story.act('operator', passes)).toBe('ok');
  });
});

describe('what the department has said', () => {
  it.each(['mended', 'extension'] as const)(
    'in time (%s) is answered before anything is proposed against it',
    async (of) => {
      const story = await found(dafeng);
      await story.act('leader', { kind: 'warn', text });
      story.at('2026-02-28');
      expect(await story.act('clerk', { kind: 'state', of, text })).toBe('ok');
      story.at('2026-03-01');
      expect((await story.sees('operator'))?.may).toEqual(['judge']);
      const propose = () => story.act('operator', { kind: 'propose', measure: 'reclaim', text });
      expect(await propose()).toBe('reclamation-not-now');
      expect(await story.act('operator', { kind: 'judge', verdict: 'notYet', text })).toBe('ok');
      expect((await story.sees('operator'))?.may).toEqual(['judge', 'propose']);
      expect(await propose()).toBe('ok');
    },
  );

  it('waits for its answer: the fourth unanswered statement is not taken, the next after an answer is', async () => {
    const story = await found(dafeng);
    await story.act('leader', { kind: 'warn', text });
    const state = () => story.act('clerk', { kind: 'state', of: 'extension', text });
    for (const expected of ['ok', 'ok', 'ok', 'reclamation-not-now']) expect(await state()).toBe(expected);
    expect((await story.sees('clerk'))?.may).toEqual([]);
    await story.act('operator', { kind: 'judge', verdict: 'notYet', text });
    expect(await state()).toBe('ok');
  });
});

describe('the experts of Kaifeng', () => {
  it('find in their list what waits for their opinion, and see what may be done about it', async () => {
    const story = await planned();
    expect(await story.lists('expert')).toEqual(['deciding']);
    expect(await story.sees('expert')).toMatchObject({
      may: ['review'],
      missingOpinions: ['expert', 'unit'],
    });
    expect(await story.lists('stranger')).toEqual([]);
    expect(await story.lists('clerk')).toEqual(['deciding']);
    await story.act('expert', { kind: 'review', agrees: true, text });
    expect(await story.sees('expert')).toMatchObject({ may: [], missingOpinions: ['unit'] });
  });
});

it.each([
  ['a proposal', () => found(dafeng)],
  ['an overdue warning', overdue],
  ['a plan under review', planned],
])(
  'of %s nobody is offered what they would be refused, nor refused what they are offered',
  async (_, story) => {
    const everybody: readonly Who[] = [
      ...(['clerk', 'leader', 'operator', 'authority', 'officer', 'expert'] as const),
      ...(['operatorAsLeader', 'clerkAsOperator', 'provider', 'stranger'] as const),
    ];
    const bodies = [
      { kind: 'warn', text, dueOn: '2026-12-31' },
      { kind: 'dismiss', text },
      { kind: 'state', of: 'mended', text },
      { kind: 'judge', verdict: 'notYet', text },
      { kind: 'propose', measure: 'downgrade', text },
      { kind: 'review', agrees: true, text },
      // To decline is theirs before the opinions are there.
      { kind: 'decide', approved: false, text },
    ].map((body) => rectificationActBody.parse(body));
    for (const who of everybody) {
      for (const body of bodies) {
        const told = await story();
        const offered = (await told.sees(who))?.may.includes(body.kind) ?? false;
        expect([who, body.kind, await told.act(who, body)]).toEqual([
          who,
          body.kind,
          offered ? 'ok' : expect.not.stringMatching(/^ok$/),
        ]);
      }
    }
  },
);

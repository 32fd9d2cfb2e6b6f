import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  actsOn,
  decideUpdate,
  type OffCloudAct,
  register,
} from '#functions/registry/domain/decide-off-cloud.ts';
import {
  clauseOf,
  type Doer,
  isOutstanding,
  type OffCloudEntry,
  type OffCloudSystem,
  type OwnCloud,
  statusOf,
} from '#functions/registry/domain/off-cloud-entry.ts';
import { evolveOffCloud } from '#functions/registry/domain/off-cloud-events.ts';
import { offCloudRulesOf } from '#shared/regulation/find-off-cloud.ts';

const yancheng = offCloudRulesOf({ ruleVersion: 'yancheng-2026-04-27' });
const kaifeng = offCloudRulesOf({ ruleVersion: 'kaifeng-2022-04-01' });
const today = '2026-06-01';
const at = '2026-06-01T01:00:00.000Z';
const clerk: Doer = { tenant: 'yancheng/dafeng', membership: 'clerk' };
const leader: Doer = { tenant: 'yancheng/dafeng', membership: 'leader' };
const basis = { document: '中华人民共和国保守国家秘密法', number: '第三十一条' };
const registered = {
  tenant: 'yancheng/dafeng',
  entryId: 'dafeng.1',
  organisation: { id: 'health', name: '卫健委' },
  name: '某系统',
  ruleVersion: 'yancheng-2026-04-27',
  registered: { at, by: clerk },
} as const;

const systemWith = (facts: Partial<OffCloudSystem> = {}): OffCloudSystem => ({
  ...registered,
  kind: 'system',
  stage: 'existing',
  fiscal: true,
  classified: false,
  ...facts,
});
const cloudWith = (facts: Partial<OwnCloud> = {}): OwnCloud => ({
  ...registered,
  kind: 'cloud',
  held: 'own',
  endsOn: '2026-12-31',
  ...facts,
});

const setup = (rules = yancheng) => ({
  register: (entry: OffCloudEntry) => register(entry, { rules, today }),
  ask: (entry: OffCloudEntry, act: OffCloudAct, { by = clerk, approves = false } = {}) =>
    decideUpdate(entry, act, { rules, today, by, approves }),
});

const played = (entry: OffCloudEntry, ...acts: readonly OffCloudAct[]): OffCloudEntry =>
  acts.reduce((state, act) => {
    const decided = setup().ask(state, act);
    if (!decided.ok) throw new Error(decided.refusal.detail);
    return decided.value.reduce((each, event) => evolveOffCloud(each, event, at), state);
  }, entry);

describe('a system off the cloud', () => {
  it('[yc-cloud-5-1] that is new is taken only with its cited ground', () => {
    const { register: ask } = setup();
    expect(ask(systemWith({ stage: 'new', plannedOn: '2027-01-01' }))).toMatchObject({
      refusal: { code: 'off-cloud-invalid', errors: [{ pointer: '/basis', clause: 'yc-cloud-5-1' }] },
    });
    expect(ask(systemWith({ stage: 'new', basis }))).toMatchObject({ ok: true });
    expect(ask(systemWith({ stage: 'new', fiscal: false }))).toMatchObject({ ok: false });
  });

  it.each(['new', 'rebuilt', 'extended'] as const)(
    '[kf-cloud-2-1] that is fiscal, not classified and %s is taken only with its cited ground',
    (stage) => {
      const { register: ask } = setup(kaifeng);
      expect(ask(systemWith({ stage }))).toMatchObject({
        refusal: { errors: [{ pointer: '/basis', clause: 'kf-cloud-2-1' }] },
      });
      expect(ask(systemWith({ stage, basis }))).toMatchObject({ ok: true });
      expect(ask(systemWith({ stage, classified: true }))).toMatchObject({ ok: true });
      expect(ask(systemWith({ stage, fiscal: false }))).toMatchObject({ ok: true });
    },
  );

  it.each([
    ['yc-cloud-5-3', yancheng, 'underConstruction'],
    ['kf-cloud-2-2', kaifeng, 'existing'],
  ] as const)(
    '[%s] that exists is outstanding until it has a plan or an exemption, and again behind its plan',
    (clause, rules, stage) => {
      const bare = systemWith({ stage });
      expect(clauseOf(bare, rules)).toBe(clause);
      expect([statusOf(bare, today), isOutstanding(bare, today)]).toEqual(['unplanned', true]);
      const planned = played(bare, { kind: 'plan', plannedOn: '2026-09-30' });
      expect([statusOf(planned, today), isOutstanding(planned, today)]).toEqual(['planned', false]);
      expect(isOutstanding(planned, '2026-09-30')).toBe(false);
      expect(isOutstanding(planned, '2026-10-01')).toBe(true);
      const moving = played(planned, { kind: 'start' });
      expect(statusOf(moving, today)).toBe('inProgress');
      expect(isOutstanding(moving, '2026-10-01')).toBe(true);
      const moved = played(moving, { kind: 'finish' });
      expect([statusOf(moved, today), isOutstanding(moved, '2027-01-01')]).toEqual(['migrated', false]);
      const exempt = played(planned, { kind: 'exempt', basis });
      expect([statusOf(exempt, today), isOutstanding(exempt, '2027-01-01')]).toEqual(['exempt', false]);
      expect(exempt).toMatchObject({ basis });
    },
  );

  it('is planned for no day that is past, starts by a plan and is finished once', () => {
    const { ask } = setup();
    expect(ask(systemWith(), { kind: 'plan', plannedOn: '2026-05-31' })).toMatchObject({
      refusal: { code: 'off-cloud-invalid', errors: [{ pointer: '/plannedOn' }] },
    });
    for (const kind of ['start', 'finish', 'retire'] as const)
      expect(ask(systemWith(), { kind })).toMatchObject({ refusal: { code: 'off-cloud-not-now' } });
    expect(ask(systemWith({ progress: 'migrated' }), { kind: 'finish' })).toMatchObject({
      refusal: { code: 'off-cloud-not-now' },
    });
  });
});

describe('a cloud of one’s own', () => {
  it('[yc-cloud-3-2] is expanded for nobody, and past its term it is due for retirement', () => {
    const { ask } = setup();
    for (const approves of [false, true])
      expect(ask(cloudWith(), { kind: 'expand', text: '加 10 台。' }, { approves })).toMatchObject({
        refusal: { code: 'off-cloud-refused', errors: [{ clause: 'yc-cloud-3-2' }] },
      });
    const own = cloudWith();
    expect([statusOf(own, '2026-12-31'), isOutstanding(own, '2026-12-31')]).toEqual(['inUse', false]);
    expect([statusOf(own, '2027-01-01'), isOutstanding(own, '2027-01-01')]).toEqual(['ended', true]);
    const retired = played(own, { kind: 'retire' });
    expect([statusOf(retired, '2027-01-01'), isOutstanding(retired, '2027-01-01')]).toEqual([
      'retired',
      false,
    ]);
  });

  it('[yc-cloud-3-3] that is leased is renewed only by the authority, by a cited ground, and not by whoever registered it', () => {
    const { ask } = setup();
    const leased = cloudWith({ held: 'leased' });
    const renewal = { kind: 'renew', endsOn: '2027-12-31' } as const;
    expect(ask(leased, { ...renewal, basis })).toMatchObject({
      refusal: { code: 'off-cloud-refused', errors: [{ clause: 'yc-cloud-3-3' }] },
    });
    expect(ask(leased, renewal, { by: leader, approves: true })).toMatchObject({
      refusal: { code: 'off-cloud-invalid', errors: [{ pointer: '/basis', clause: 'yc-cloud-3-3' }] },
    });
    expect(ask(leased, { ...renewal, basis }, { by: clerk, approves: true })).toMatchObject({
      refusal: { code: 'own-matter' },
    });
    const decided = ask(leased, { ...renewal, basis }, { by: leader, approves: true });
    expect(decided).toMatchObject({ value: [{ type: 'LeaseRenewed', endsOn: '2027-12-31', basis }] });
    expect(ask(leased, { ...renewal, endsOn: '2026-12-31', basis }, { approves: true })).toMatchObject({
      refusal: { errors: [{ pointer: '/endsOn' }] },
    });
    expect(ask(cloudWith(), { ...renewal, basis })).toMatchObject({
      refusal: { code: 'off-cloud-not-now' },
    });
  });

  it('is kept freely where the text says nothing of it', () => {
    const { ask } = setup(kaifeng);
    expect(ask(cloudWith(), { kind: 'expand', text: '加 10 台。' })).toMatchObject({ ok: true });
    expect(ask(cloudWith({ held: 'leased' }), { kind: 'renew', endsOn: '2027-12-31' })).toMatchObject({
      ok: true,
    });
    expect(clauseOf(cloudWith(), kaifeng)).toBeUndefined();
  });
});

const acts = fc.oneof<fc.Arbitrary<OffCloudAct>[]>(
  fc.constantFrom('2026-05-01', '2026-09-30', '2027-06-30').map((plannedOn) => ({ kind: 'plan', plannedOn })),
  fc.constantFrom('start', 'finish', 'retire').map((kind) => ({ kind })),
  fc.constant<OffCloudAct>({ kind: 'exempt', basis }),
  fc.constant<OffCloudAct>({ kind: 'expand', text: '加 10 台。' }),
  fc
    .record({ endsOn: fc.constantFrom('2026-01-01', '2028-12-31'), basis: fc.constantFrom(undefined, basis) })
    .map((renewal) => ({ kind: 'renew', ...renewal })),
);

const demandOfCloud = ({ held, endsOn, expanded, renewed }: OwnCloud) => {
  if (held === 'own') expect([endsOn, expanded]).toEqual(['2026-12-31', undefined]);
  else if (endsOn !== '2026-12-31') expect(renewed?.basis).toEqual(basis);
};

it('whatever is asked in whatever order, what is offered is all that is taken, and an own cloud never grows', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<OffCloudEntry>(systemWith(), cloudWith(), cloudWith({ held: 'leased' })),
      fc.array(fc.tuple(acts, fc.boolean()), { maxLength: 12 }),
      (first, asked) => {
        let entry = first;
        for (const [act, approves] of asked) {
          const decided = setup().ask(entry, act, { by: leader, approves });
          if (!decided.ok) continue;
          expect(actsOn(entry)).toContain(act.kind);
          entry = decided.value.reduce((each, event) => evolveOffCloud(each, event, at), entry);
        }
        if (entry.kind === 'cloud') demandOfCloud(entry);
        else expect(isOutstanding(entry, today)).toBe(statusOf(entry, today) === 'unplanned');
      },
    ),
  );
});

import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { MlpsLevel, ObligationKind, ObligationRules } from '#shared/regulation/obligation-spec.ts';
import type { ProductKind } from '#shared/regulation/profile.ts';
import type { ObligationEvent, ObligationOpened } from './obligation-events.ts';
import type { Obligation } from './obligation-state.ts';
import { clockOf, kindOf, type Reckoning } from './reckon-due.ts';

/** Whose it is: a batch of an order, of a department's system. */
export interface OpenedBatch {
  readonly tenant: TenantId;
  readonly orderId: string;
  readonly batch: number;
  readonly systemId: string;
  readonly systemName: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly ruleVersion: string;
  readonly openedOn: LocalDate;
  readonly kinds: readonly ProductKind[];
}

/** An obligation that is to stand, before it is reckoned. */
export interface Wanted {
  readonly obligationId: string;
  readonly kind: string;
  readonly from: LocalDate;
  readonly turn: number;
  readonly level?: MlpsLevel;
}

type Subject = Pick<Obligation, 'systemId' | 'orderId' | 'batch'>;

/** The same fact always names the same obligation, so that it is opened once. */
export const obligationIdOf = (
  { systemId, orderId, batch }: Subject,
  kind: string,
  { per, again }: ObligationKind,
  turn = 1,
): string => {
  const subject = per === 'system' ? systemId : `${orderId ?? systemId}-b${batch ?? 1}`;
  return `${subject}-${kind}${again ? `-${turn}` : ''}`;
};

const wantedOf = (
  subject: Subject,
  kind: string,
  rules: ObligationRules,
  from: LocalDate,
  more: { readonly turn?: number; readonly level?: MlpsLevel | undefined } = {},
): Wanted => ({
  obligationId: obligationIdOf(subject, kind, kindOf(rules, kind), more.turn),
  kind,
  from,
  turn: more.turn ?? 1,
  ...(more.level === undefined ? {} : { level: more.level }),
});

/** What a batch begins on the day on which it opens. */
export const begunByBatch = (batch: OpenedBatch, rules: ObligationRules): readonly Wanted[] =>
  Object.entries(rules.kinds)
    .filter(
      ([, { begins }]) =>
        begins.with === 'batchOpened' &&
        batch.kinds.length > 0 &&
        (begins.holding === undefined || begins.holding.some((kind) => batch.kinds.includes(kind))),
    )
    .map(([kind]) => wantedOf(batch, kind, rules, batch.openedOn));

const againOf = (obligation: Obligation, rules: ObligationRules): readonly Wanted[] => {
  const { kind, turn, performance, due } = obligation;
  const { again } = kindOf(rules, kind);
  const from = again === 'due' ? due?.dueOn : performance?.on;
  if (!again || !performance || from === undefined) return [];
  return [wantedOf(obligation, kind, rules, from, { turn: turn + 1, level: performance.level })];
};

/** What a record begins: what rests on it, and the same once more where it is owed again. */
export const begunByRecord = (obligation: Obligation, rules: ObligationRules): readonly Wanted[] => {
  const { performance, kind: done } = obligation;
  if (!performance) return [];
  const resting = Object.entries(rules.kinds)
    .filter(([, { begins }]) => begins.with === 'record' && begins.of.includes(done))
    .map(([kind]) => wantedOf(obligation, kind, rules, performance.on, { level: performance.level }));
  return [...resting, ...againOf(obligation, rules)];
};

/** What a record of this kind settles as well. */
export const metWith = (obligation: Obligation, rules: ObligationRules): readonly string[] =>
  Object.entries(rules.kinds)
    .filter(([, { metBy }]) => metBy === obligation.kind)
    .map(([kind]) => obligationIdOf(obligation, kind, kindOf(rules, kind)));

/** The obligation with which this one is recorded; undefined for one that is recorded by itself. */
export const recordedWith = (
  subject: Subject & Pick<Obligation, 'kind'>,
  rules: ObligationRules,
): string | undefined => {
  const { metBy } = kindOf(rules, subject.kind);
  return metBy === undefined ? undefined : obligationIdOf(subject, metBy, kindOf(rules, metBy));
};

/** What has to be recorded before this one. */
export const recordedBefore = (
  subject: Subject & Pick<Obligation, 'kind'>,
  rules: ObligationRules,
): string | undefined => {
  const { after } = kindOf(rules, subject.kind);
  return after === undefined ? undefined : obligationIdOf(subject, after, kindOf(rules, after));
};

type Facts = Omit<OpenedBatch, 'openedOn' | 'kinds' | 'orderId' | 'batch'> &
  Partial<Pick<OpenedBatch, 'orderId' | 'batch'>>;

/** What a system owed ended with its last resource, and is owed anew with the next; of a retest only what comes later. */
const isOwedAnew = (standing: Obligation, rules: ObligationRules): boolean =>
  standing.ended !== undefined &&
  standing.batch === undefined &&
  kindOf(rules, standing.kind).again === undefined;

/** Opens what is wanted; what stands already stays as it is. */
export const openObligation = (
  standing: Obligation | undefined,
  wanted: Wanted,
  facts: Facts,
  reckoning: Reckoning,
): readonly ObligationOpened[] => {
  if (standing && !isOwedAnew(standing, reckoning.rules)) return [];
  const { tenant, systemId, systemName, organisation, ruleVersion, orderId, batch } = facts;
  const ofBatch = kindOf(reckoning.rules, wanted.kind).per === 'batch';
  const obligation: Obligation = {
    ...wanted,
    tenant,
    systemId,
    systemName,
    organisation,
    ruleVersion,
    ...(ofBatch && orderId !== undefined ? { orderId } : {}),
    ...(ofBatch && batch !== undefined ? { batch } : {}),
    openedAt: reckoning.now,
    pauses: [],
    moves: standing?.moves ?? [],
  };
  const { due, next } = clockOf(obligation, reckoning);
  return [
    {
      type: 'ObligationOpened',
      obligation: { ...obligation, ...(due ? { due } : {}), ...(next ? { nextReminder: next } : {}) },
    },
  ];
};

/** Kinds owed again and again of a system, that rest on what this one records. */
export const againUpon = (
  { kind: done }: Pick<Obligation, 'kind'>,
  rules: ObligationRules,
): readonly string[] =>
  Object.entries(rules.kinds)
    .filter(
      ([, { begins, per, again }]) =>
        again !== undefined && per === 'system' && begins.with === 'record' && begins.of.includes(done),
    )
    .map(([kind]) => kind);

/**
 * A turn that ended with the last resource, once the system is used anew: owed by its day while that is ahead, else reckoned
 * from the first day of the new use.
 */
export const reopenTurn = (
  standing: Obligation | undefined,
  usedOn: LocalDate,
  reckoning: Reckoning,
): readonly ObligationOpened[] => {
  if (!standing?.ended) return [];
  const { ended: _ended, due, reminded: _reminded, fixed, ...turn } = standing;
  const ahead = due !== undefined && due.dueOn > usedOn;
  const obligation: Obligation = {
    ...turn,
    from: ahead ? turn.from : usedOn,
    ...(ahead && fixed ? { fixed } : {}),
    openedAt: reckoning.now,
    pauses: turn.pauses.filter(({ to }) => ahead && to !== undefined),
  };
  const { due: dueAnew, next } = clockOf(obligation, reckoning);
  return [
    {
      type: 'ObligationOpened',
      obligation: {
        ...obligation,
        ...(dueAnew ? { due: dueAnew } : {}),
        ...(next ? { nextReminder: next } : {}),
      },
    },
  ];
};

/** What had been taken back before it was carried here: written down, and owed no more. */
export const openEnded = (
  ...[standing, ...wanted]: Parameters<typeof openObligation>
): readonly ObligationEvent[] =>
  standing ? [] : [...openObligation(undefined, ...wanted), { type: 'ObligationEnded' }];

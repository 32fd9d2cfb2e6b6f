import type { Actor } from '#shared/kernel/actor.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { sm3Hex } from '#shared/kernel/sm3.ts';
import type { CaseEvent } from '../domain/case-events.ts';
import type { CaseState } from '../domain/case-state.ts';
import { evolveCase } from '../domain/evolve-case.ts';
import { announcementOf } from './announcement-of.ts';
import { deliveryOf } from './delivery-of.ts';
import { nextEntry } from './journal-entry.ts';
import type { CaseCommit, CaseEffect, DraftContents, FrozenForm, LoadedCase } from './ports.ts';

/** What a decision leaves to be written beside its events. */
export interface DecisionWrites {
  readonly events: readonly CaseEvent[];
  readonly frozen?: FrozenForm;
  /** Of a new draft. */
  readonly prefilled?: DraftContents;
  readonly assessments?: NonNullable<CaseCommit['assessments']>;
}

/** What follows elsewhere; of an exit beside an application also that it was asked for, and that it came to nothing. */
const effectOf = (
  events: readonly CaseEvent[],
  { linked, flow }: CaseState,
  at: string,
): CaseEffect | undefined => {
  if (events.some(({ type }) => type === 'CaseCompleted')) return { kind: 'caseCompleted', at };
  if (linked?.as !== 'application') return undefined;
  const over = flow.at === 'rejected' || flow.at === 'withdrawn';
  const ends = over && events.some(({ type }) => type === 'StepClosed' || type === 'CaseWithdrawn');
  return ends || events.some(({ type }) => type === 'FormSubmitted')
    ? { kind: 'exitMoved', at, application: linked.caseId }
    : undefined;
};

/** Builds the one transaction of a command. */
export const commitOf = (
  before: LoadedCase | undefined,
  writes: DecisionWrites,
  facts: { readonly at: string; readonly salt: string; readonly actor?: Actor; readonly linkId?: string },
): CaseCommit => {
  const after = evolveCase(before?.state, writes.events, facts.at);
  const assessments = writes.assessments
    ? sm3Hex(`${facts.salt}\n${canonicalJson(writes.assessments.lines.map((line) => ({ ...line })))}`)
    : undefined;
  const delivery = deliveryOf(writes.events);
  const announcement = announcementOf(writes.events);
  const effect = effectOf(writes.events, after, facts.at);
  return {
    before,
    after,
    salt: facts.salt,
    events: writes.events,
    entry: nextEntry(before?.head, {
      at: facts.at,
      events: writes.events,
      salt: facts.salt,
      actor: facts.actor,
      byLink: facts.linkId !== undefined,
      assessments,
    }),
    ...(facts.actor ? { actor: facts.actor } : {}),
    ...(writes.prefilled ? { prefilled: writes.prefilled } : {}),
    ...(writes.frozen ? { frozen: writes.frozen } : {}),
    ...(writes.assessments ? { assessments: writes.assessments } : {}),
    ...(delivery ? { delivery } : {}),
    ...(announcement ? { announcement } : {}),
    ...(effect ? { effect } : {}),
    ...(facts.linkId === undefined ? {} : { linkId: facts.linkId }),
  };
};

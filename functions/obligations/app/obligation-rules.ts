import type { Effect } from '#shared/aggregate/aggregate.ts';
import type { ProcessRules } from '#shared/aggregate/commit-of.ts';
import type { Json } from '#shared/kernel/canonical-json.ts';
import { sm3Hex } from '#shared/kernel/sm3.ts';
import { evolveObligation } from '../domain/evolve-obligation.ts';
import type { Clock, ObligationEvent } from '../domain/obligation-events.ts';
import type { Obligation } from '../domain/obligation-state.ts';
import { obligationNotices } from './obligation-notices.ts';

type Kept = { readonly [key: string]: Json };

const dueOn = ({ due }: Clock): Kept => (due ? { dueOn: due.dueOn } : {});

const endedBy = ({ reclamationId }: Extract<ObligationEvent, { type: 'ObligationEnded' }>): Kept =>
  reclamationId === undefined ? {} : { reclamationId };

/** What the journal keeps: ids, dates and digests; people's words stay out. */
const kept = (event: ObligationEvent, salt: string): Kept => {
  const digest = (text: string): Kept => ({ textDigest: sm3Hex(`${salt}\n${text}`) });
  switch (event.type) {
    case 'ObligationOpened': {
      const { obligationId, kind, from, due } = event.obligation;
      return { obligationId, kind, from, ...dueOn(due ? { due } : {}) };
    }
    case 'ObligationPerformed': {
      const { on, statement, level, evidence, recordedWith } = event.performance;
      return {
        on,
        ...digest(statement),
        ...(level === undefined ? {} : { level }),
        ...(evidence ? { evidence: evidence.sha256 } : {}),
        ...(recordedWith === undefined ? {} : { recordedWith }),
      };
    }
    case 'LapseExplained':
      return {
        ...digest(event.text),
        ...(event.wantedUntil === undefined ? {} : { wantedUntil: event.wantedUntil }),
      };
    case 'DateSet':
      return { as: event.as, until: event.until, ...digest(event.text), ...dueOn(event.clock) };
    case 'ObligationResumed':
    case 'ReclaimWithdrawn':
      return { ...digest(event.text), ...dueOn(event.clock) };
    case 'ExplanationRefused':
    case 'ReclaimOrdered':
    case 'ObligationPaused':
      return digest(event.text);
    case 'ObligationReminded':
      return { day: event.day, escalated: event.escalated };
    case 'ReminderMoved':
      return {};
    case 'ObligationEnded':
      return endedBy(event);
    case 'DueRecomputed':
      return { from: event.from, to: event.clock.due.dueOn };
  }
};

const effectOf = (event: ObligationEvent, { tenant, obligationId }: Obligation): Effect[] => {
  if (event.type === 'ObligationPerformed') return [{ kind: 'obligations.performed', tenant, obligationId }];
  return event.type === 'ReclaimOrdered'
    ? [{ kind: 'obligations.reclaimOrdered', tenant, obligationId }]
    : [];
};

export const obligationRules: ProcessRules<Obligation, ObligationEvent> = {
  evolve: evolveObligation,
  effectsOf: (events, after) => events.flatMap((event) => effectOf(event, after)),
  noticesOf: obligationNotices,
  kept,
};

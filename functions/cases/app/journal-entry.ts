import type { Actor } from '#shared/kernel/actor.ts';
import { canonicalJson, type Json } from '#shared/kernel/canonical-json.ts';
import {
  type ChainedEntry,
  chainHash,
  genesisHash,
  type JournalContent,
} from '#shared/kernel/journal-chain.ts';
import { sm3Hex } from '#shared/kernel/sm3.ts';
import type { CaseEvent } from '../domain/case-events.ts';
import type { JournalHead } from './ports.ts';

/** What the journal keeps of an event: ids and salted digests; free text and names stay in the case. */
const kept = (event: CaseEvent, salt: string): Json => {
  const digestOf = (text: string | undefined): string | undefined =>
    text === undefined ? undefined : sm3Hex(`${salt}\n${text}`);
  switch (event.type) {
    case 'CaseCreated':
      return {
        type: event.type,
        caseId: event.caseId,
        kind: event.kind,
        organisation: event.organisation.id,
        ...(event.linked ? { linked: { ...event.linked } } : {}),
      };
    case 'ConfirmationRequested':
      return { type: event.type, digest: event.digest, first: event.first };
    case 'TaskOpened': {
      const { taskId, step, stage, stageIndex, visit, round, holder, reseated } = event.task;
      return {
        type: event.type,
        taskId,
        step,
        stage,
        stageIndex,
        visit,
        round,
        holder: { ...holder },
        ...(reseated ? { reseated: { ...reseated } } : {}),
      };
    }
    case 'TaskClosed':
      return {
        type: event.type,
        taskId: event.taskId,
        outcome: event.decision.outcome,
        onBehalfOf: event.decision.by.onBehalfOf?.membershipId,
        opinion: digestOf(event.decision.opinion),
        nonEquivalence: event.decision.nonEquivalence?.map(({ purchase, reason }) => ({
          purchase,
          reason: digestOf(reason),
        })),
      };
    case 'ScaleJudged':
      return { type: event.type, scale: event.judgement.scale };
    case 'FormSubmitted':
      return {
        type: event.type,
        round: event.round,
        digest: event.confirmation.digest,
        ruleVersion: event.ruleVersion,
        keepsAssessed: event.keepsAssessed,
      };
    case 'TaskReminded': {
      const { type, taskId, day, escalated } = event;
      return { type, taskId, day, escalated };
    }
    case 'ReminderMoved':
      return { type: event.type, taskId: event.taskId };
    case 'TargetsRecomputed':
      return {
        type: event.type,
        targets: event.targets.map(({ next: _, ...target }) => ({
          ...target,
          why: [...target.why],
          told: { ...target.told },
        })),
      };
    case 'TaskTransferred':
      return {
        type: event.type,
        taskId: event.taskId,
        holder: { ...event.holder },
        onBehalfOf: event.by?.onBehalfOf?.membershipId,
        cause: event.cause,
        reason: digestOf(event.reason),
      };
    case 'StagesPlanned':
      return {
        type: event.type,
        visit: event.visit,
        stageIndex: event.stageIndex,
        plan: event.plan.map((planned) =>
          planned.by === 'route'
            ? { ...planned }
            : {
                by: planned.by,
                stage: planned.stage,
                mode: planned.mode,
                signers: planned.signers.map((signer) => ({ ...signer })),
                question: digestOf(planned.question),
              },
        ),
      };
    case 'CommentAdded':
      return {
        type: event.type,
        text: digestOf(event.text),
        files: event.files.map(({ attachmentId, sha256 }) => ({ attachmentId, sha256 })),
      };
    case 'ActRecorded':
      return {
        type: event.type,
        act: event.act.id,
        title: event.title,
        content: digestOf(canonicalJson(event.content as Json)),
      };
    case 'CaseCopied':
      return { type: event.type, readers: [...event.readers] };
    case 'CaseWithdrawn':
      return { type: event.type, reason: digestOf(event.reason) };
    default:
      return { ...event };
  }
};

export interface EntryFacts {
  readonly at: string;
  readonly events: readonly CaseEvent[];
  readonly salt: string;
  readonly actor?: Actor | undefined;
  /** The actor came by an approval link. */
  readonly byLink?: boolean | undefined;
  /** Digest of assessed quantities that the decision carried. */
  readonly assessments?: Json | undefined;
}

/** The next entry of a case's chain, for one command. */
export const nextEntry = (head: JournalHead | undefined, facts: EntryFacts): ChainedEntry => {
  const content: JournalContent = {
    seq: (head?.seq ?? 0) + 1,
    at: facts.at,
    via: facts.actor ? (facts.byLink ? 'link' : 'api') : 'machine',
    ...(facts.actor
      ? {
          actor: {
            person: facts.actor.personId,
            membership: facts.actor.membershipId,
            tenant: facts.actor.tenant,
          },
        }
      : {}),
    events: facts.events.map((event) => kept(event, facts.salt)),
    ...(facts.assessments === undefined ? {} : { assessments: facts.assessments }),
  };
  return { content, hash: chainHash(head?.hash ?? genesisHash, content) };
};

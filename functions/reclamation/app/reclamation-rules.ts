import type { Effect } from '#shared/aggregate/aggregate.ts';
import type { ProcessRules } from '#shared/aggregate/commit-of.ts';
import type { Json } from '#shared/kernel/canonical-json.ts';
import { shanghaiInstant } from '#shared/kernel/local-date.ts';
import { keptOfWait, openWaitOf } from '#shared/kernel/machine-waits.ts';
import { sm3Hex } from '#shared/kernel/sm3.ts';
import { evolveReclamation, type ReclamationEvent } from '../domain/reclamation-events.ts';
import type { Reclamation } from '../domain/reclamation-state.ts';
import { reclamationNotices } from './reclamation-notices.ts';

type Kept = { readonly [key: string]: Json };

/** What the journal keeps: ids, dates and digests; people's words, codes and addresses stay out. */
const kept = (event: ReclamationEvent, salt: string): Kept => {
  const digested = (text: string): string => sm3Hex(`${salt}\n${text}`);
  switch (event.type) {
    case 'ReclamationOpened': {
      const { systemId, cause, notice, resources, decision } = event.reclamation;
      return {
        systemId,
        cause,
        actOn: notice.actOn,
        resources: resources.map(({ resourceId }) => resourceId),
        reasonDigest: digested(decision.reason),
      };
    }
    case 'NoticeRecomputed': {
      const { actOn, due } = event.notice;
      return { actOn, ...(due ? { dueOn: due.dueOn } : {}) };
    }
    case 'ProviderCharged':
      return { provider: event.provider.id };
    case 'ResponsibilityAcknowledged':
      return { archived: event.archived.length };
    case 'ResourcesReclaimed':
      return { evidenceDigest: digested(`${event.evidence}\n${event.erasure ?? ''}`) };
    case 'ErasureConfirmed':
      return { noteDigest: digested(event.note) };
    case 'CertificateIssued':
      return { number: event.certificate.number, digest: event.certificate.digest };
    case 'CertificateRevoked':
    case 'ResourcesRestored':
      return { reasonDigest: digested(event.reason) };
    case 'TimeToRestoreEnded':
    case 'ReclamationEnded':
      return {};
    case 'WaitOpened':
    case 'TokenAdded':
    case 'WaitClosed':
      return keptOfWait(event);
  }
};

/** The provider is asked once the machine rests where its answer counts: before, no token could be told of it. */
const asksProvider = ({ provider, waits }: Reclamation): boolean => {
  const step = openWaitOf(waits)?.step;
  return provider === undefined && (step === 'notice' || step === 'execution');
};

/** The end of the time to restore, where there is one; before its day it changes nothing. */
const restoreEnds = ({ tenant, reclamationId, notice }: Reclamation): Effect[] =>
  notice.graceClause === undefined
    ? []
    : [
        {
          kind: 'reclamation.restoreEnded',
          notBefore: shanghaiInstant(notice.actOn, '00:00').toISOString(),
          ...{ tenant, reclamationId },
        },
      ];

/** What was owed and not done when it was decided to take the resources back is owed again, whoever has had them. */
const toObligation = ({
  tenant,
  reclamationId,
  systemId,
  organisation,
  restored,
  resources,
}: Reclamation): Effect[] =>
  restored
    ? [
        {
          kind: 'obligations.reclaimWithdrawn',
          organisation: organisation.id,
          ...{ tenant, reclamationId, systemId },
          ...{ at: restored.at, by: { ...restored.by }, reason: restored.reason },
          resourceIds: resources.map(({ resourceId }) => resourceId),
        },
      ]
    : [];

const effectOf = (event: ReclamationEvent, after: Reclamation): Effect[] => {
  const { tenant, reclamationId, cause } = after;
  const ref = { tenant, reclamationId };
  const toRectification = (restored: boolean): Effect[] =>
    cause === 'rectification'
      ? [{ kind: 'rectification.reclaimed', tenant, rectificationId: reclamationId, restored }]
      : [];
  switch (event.type) {
    case 'ReclamationOpened':
      return [{ kind: 'reclamation.start', ...ref }, ...restoreEnds(after)];
    case 'NoticeRecomputed':
      return [
        { kind: 'reclamation.reschedule', ...ref },
        ...(event.notice.actOn === event.before.actOn ? [] : restoreEnds(after)),
      ];
    case 'WaitOpened':
      return asksProvider(after) ? [{ kind: 'reclamation.order', ...ref }] : [];
    case 'WaitClosed':
      return [{ kind: 'reclamation.outcome', ...ref, wait: event.wait }];
    case 'ResourcesReclaimed':
      return [{ kind: 'reclamation.settle', ...ref }];
    case 'ResourcesRestored':
      return [{ kind: 'reclamation.withdraw', ...ref }, ...toRectification(true), ...toObligation(after)];
    case 'CertificateRevoked':
      return [{ kind: 'reclamation.revoke', ...ref }];
    case 'ReclamationEnded':
      return [
        ...(after.erasureConfirmed ? [{ kind: 'reclamation.erased', ...ref }] : []),
        ...toRectification(false),
      ];
    default:
      return [];
  }
};

export const reclamationProcess: ProcessRules<Reclamation, ReclamationEvent> = {
  evolve: evolveReclamation,
  effectsOf: (events, after) => events.flatMap((event) => effectOf(event, after)),
  noticesOf: reclamationNotices,
  kept,
};

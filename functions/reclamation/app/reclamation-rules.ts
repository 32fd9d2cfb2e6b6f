import type { Effect } from '#shared/aggregate/aggregate.ts';
import type { ProcessRules } from '#shared/aggregate/commit-of.ts';
import type { Json } from '#shared/kernel/canonical-json.ts';
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
    case 'ReclamationEnded':
      return {};
  }
};

const effectOf = (event: ReclamationEvent, { tenant, reclamationId, cause }: Reclamation): Effect[] => {
  const ref = { tenant, reclamationId };
  const toRectification = (restored: boolean): Effect[] =>
    cause === 'rectification'
      ? [{ kind: 'rectification.reclaimed', tenant, rectificationId: reclamationId, restored }]
      : [];
  switch (event.type) {
    case 'ReclamationOpened':
      return [{ kind: 'reclamation.order', ...ref }];
    case 'ResourcesReclaimed':
      return [{ kind: 'reclamation.settle', ...ref }];
    case 'ResourcesRestored':
      return [{ kind: 'reclamation.withdraw', ...ref }, ...toRectification(true)];
    case 'CertificateRevoked':
      return [{ kind: 'reclamation.revoke', ...ref }];
    case 'ReclamationEnded':
      return toRectification(false);
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

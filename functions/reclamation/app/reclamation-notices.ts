import type { ProcessNotice } from '#shared/aggregate/notice.ts';
import type { ReclamationEvent } from '../domain/reclamation-events.ts';
import type { Reclamation } from '../domain/reclamation-state.ts';
import { department } from './holders.ts';

/** Events of which the department is told, and by which text. */
const told: Readonly<Partial<Record<ReclamationEvent['type'], string>>> = {
  ReclamationOpened: 'reclamation.opened',
  ResourcesRestored: 'reclamation.restored',
  ResourcesReclaimed: 'reclamation.done',
  CertificateIssued: 'certificate.issued',
  CertificateRevoked: 'certificate.revoked',
};

/** Who is told what of a reclamation: the department, from the same record by which it is carried out. */
export const reclamationNotices = (
  events: readonly ReclamationEvent[],
  after: Reclamation,
): readonly ProcessNotice[] =>
  events.flatMap(({ type }) => {
    const event = told[type];
    const { reclamationId, organisation, systemName, resources, notice, provider } = after;
    if (event === undefined) return [];
    return [
      {
        event,
        holders: department(after),
        facts: {
          organisation: organisation.name,
          systemName,
          count: String(resources.length),
          target: `，最早于 ${notice.actOn} 执行`,
          ...(provider ? { provider: provider.name } : {}),
        },
        page: `/reclamations/${reclamationId}`,
      },
    ];
  });

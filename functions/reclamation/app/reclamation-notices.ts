import type { ProcessNotice } from '#shared/aggregate/notice.ts';
import type { ReclamationEvent } from '../domain/reclamation-events.ts';
import type { Reclamation, ReclamationNotice } from '../domain/reclamation-state.ts';
import { department } from './holders.ts';

/** By which text the department is told of an event; `undefined` where it is told by another or not at all. */
const told: Readonly<Record<ReclamationEvent['type'], string | undefined>> = {
  ReclamationOpened: 'reclamation.opened',
  NoticeRecomputed: 'reclamation.moved',
  ResourcesRestored: 'reclamation.restored',
  ResourcesReclaimed: 'reclamation.done',
  CertificateIssued: 'certificate.issued',
  CertificateRevoked: 'certificate.revoked',
  // Its own acts, and steps of the machine.
  ProviderCharged: undefined,
  ResponsibilityAcknowledged: undefined,
  ErasureConfirmed: undefined,
  TimeToRestoreEnded: undefined,
  ReclamationEnded: undefined,
  WaitOpened: undefined,
  TokenAdded: undefined,
  WaitClosed: undefined,
};

const day = ({ actOn, due }: ReclamationNotice): string =>
  due ? `最早于 ${actOn} 执行、${due.dueOn} 前完成` : `最早于 ${actOn} 执行`;

const movedBy = (event: ReclamationEvent): Record<string, string> =>
  event.type === 'NoticeRecomputed'
    ? { moved: `由${day(event.before)}调整为${day(event.notice)}`, why: event.why.join('、') }
    : {};

/** Who is told what of a reclamation: the department, from the same record by which it is carried out. */
export const reclamationNotices = (
  events: readonly ReclamationEvent[],
  after: Reclamation,
): readonly ProcessNotice[] =>
  events.flatMap((of) => {
    const event = told[of.type];
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
          target: `，最早于 ${notice.actOn}${notice.actOnProvisional ? '（暂定，待放假安排公布）' : ''} 执行`,
          ...movedBy(of),
          ...(provider ? { provider: provider.name } : {}),
        },
        page: `/reclamations/${reclamationId}`,
      },
    ];
  });

import { evolveWaits, type WaitEvent } from '#shared/kernel/machine-waits.ts';
import type {
  ArchivedData,
  Certificate,
  Doer,
  Reclamation,
  ReclamationNotice,
  ReclamationOutcome,
  ReclamationStep,
} from './reclamation-state.ts';

/** 回收立项, by somebody's decision. */
export interface ReclamationOpened {
  readonly type: 'ReclamationOpened';
  readonly reclamation: Reclamation;
}
/** Its days on the calendar as a published notice has made it. */
export interface NoticeRecomputed {
  readonly type: 'NoticeRecomputed';
  readonly before: ReclamationNotice;
  readonly notice: ReclamationNotice;
  /** The notices' titles. */
  readonly why: readonly string[];
}
/** 工单已下达. */
export interface ProviderCharged {
  readonly type: 'ProviderCharged';
  readonly provider: NonNullable<Reclamation['provider']>;
}
export interface ResponsibilityAcknowledged {
  readonly type: 'ResponsibilityAcknowledged';
  readonly by: Doer;
  readonly archived: readonly ArchivedData[];
}
/** 已回收, as the provider reports. */
export interface ResourcesReclaimed {
  readonly type: 'ResourcesReclaimed';
  readonly by: Doer;
  readonly evidence: string;
  readonly erasure?: string;
}
export interface ErasureConfirmed {
  readonly type: 'ErasureConfirmed';
  readonly by: Doer;
  readonly note: string;
}
export interface CertificateIssued {
  readonly type: 'CertificateIssued';
  readonly certificate: Certificate;
}
export interface CertificateRevoked {
  readonly type: 'CertificateRevoked';
  readonly by: Doer;
  readonly reason: string;
}
/** Given back within the time to restore. */
export interface ResourcesRestored {
  readonly type: 'ResourcesRestored';
  readonly by: Doer;
  readonly reason: string;
}
/** From now on nothing is given back. */
export interface TimeToRestoreEnded {
  readonly type: 'TimeToRestoreEnded';
}
export interface ReclamationEnded {
  readonly type: 'ReclamationEnded';
}

export type ReclamationEvent =
  | ReclamationOpened
  | NoticeRecomputed
  | ProviderCharged
  | ResponsibilityAcknowledged
  | ResourcesReclaimed
  | ErasureConfirmed
  | CertificateIssued
  | CertificateRevoked
  | ResourcesRestored
  | TimeToRestoreEnded
  | WaitEvent<ReclamationStep, ReclamationOutcome>
  | ReclamationEnded;

export const evolveReclamation = (
  state: Reclamation | undefined,
  event: ReclamationEvent,
  at: string,
): Reclamation => {
  if (event.type === 'ReclamationOpened') return event.reclamation;
  if (!state) throw new Error('a reclamation begins with its opening');
  switch (event.type) {
    case 'NoticeRecomputed':
      return { ...state, notice: event.notice, movedAt: at };
    case 'ProviderCharged':
      return { ...state, provider: event.provider };
    case 'ResponsibilityAcknowledged':
      return {
        ...state,
        acknowledged: { at, by: event.by, byForm: false },
        archived: [...state.archived, ...event.archived],
      };
    case 'ResourcesReclaimed': {
      const { type: _type, ...report } = event;
      return { ...state, executed: { at, ...report } };
    }
    case 'ErasureConfirmed':
      return { ...state, erasureConfirmed: { at, by: event.by, note: event.note } };
    case 'CertificateIssued':
      return { ...state, certificate: event.certificate };
    case 'CertificateRevoked':
      if (!state.certificate) throw new Error('only an issued certificate is revoked');
      return {
        ...state,
        certificate: { ...state.certificate, revoked: { at, by: event.by, reason: event.reason } },
      };
    case 'ResourcesRestored':
      return { ...state, restored: { at, by: event.by, reason: event.reason }, endedAt: at };
    case 'TimeToRestoreEnded':
      return { ...state, restoreEndedAt: at };
    case 'ReclamationEnded':
      return { ...state, endedAt: at };
    case 'WaitOpened':
    case 'TokenAdded':
    case 'WaitClosed':
      return { ...state, waits: evolveWaits(state.waits, event) };
  }
};

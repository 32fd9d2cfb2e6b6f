import type { JournalSource } from '#shared/kernel/journal-source.ts';
import { reclamationsOf } from '../store/reclamation-shape.ts';
import { rectificationsOf } from '../store/rectification-shape.ts';

export const reclamationJournals: readonly JournalSource[] = [
  { kind: 'RF', name: '整改', listsOf: (tenant) => [rectificationsOf(tenant)] },
  { kind: 'RC', name: '资源回收', listsOf: (tenant) => [reclamationsOf(tenant)] },
];

import type { JournalSource } from '#shared/kernel/journal-source.ts';
import { listOf } from '../store/obligation-shape.ts';

export const obligationJournals: readonly JournalSource[] = [
  {
    kind: 'OB',
    name: '履约事项',
    // In this order: what is closed meanwhile has been seen while it was open.
    listsOf: (tenant) => [listOf(tenant, 'open'), listOf(tenant, 'closed')],
  },
];

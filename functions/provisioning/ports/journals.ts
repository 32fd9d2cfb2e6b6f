import type { JournalSource } from '#shared/kernel/journal-source.ts';
import { lettersOf } from '../store/letter-shape.ts';
import { ordersOf } from '../store/order-shape.ts';
import { partitionOfWorkJournal, workJournalAt, workOfTenant } from '../store/work-shape.ts';

export const provisioningJournals: readonly JournalSource[] = [
  { kind: 'PV', name: '开通单', listsOf: (tenant) => [ordersOf(tenant)] },
  { kind: 'LT', name: '信息安全责任书', listsOf: (tenant) => [lettersOf(tenant)] },
  {
    kind: 'W',
    name: '工单',
    listsOf: (tenant) => [workOfTenant(tenant)],
    elsewhere: { journalAt: workJournalAt, partitionOf: partitionOfWorkJournal },
  },
];

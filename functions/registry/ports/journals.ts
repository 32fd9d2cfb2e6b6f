import type { JournalSource } from '#shared/kernel/journal-source.ts';
import { offCloudOf } from '../store/off-cloud-shape.ts';

export const registryJournals: readonly JournalSource[] = [
  {
    kind: 'OC',
    name: '未上云登记',
    listsOf: (tenant) => [offCloudOf(tenant, 'system'), offCloudOf(tenant, 'cloud')],
  },
];

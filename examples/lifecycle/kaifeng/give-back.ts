import type { ReclamationView } from '#shared/contracts/reclamation.ts';
import { awaitRead } from '../../play-opening.ts';
import { act, must, read } from '../calls.ts';
import type { KaifengTold } from './told.ts';

/** The provider takes back and erases, the unit confirms the erasure: closed by both. */
export const givenBack = async ({ cast: { clerk, desks } }: KaifengTold, reclamationId: string) => {
  const path = `/v1/reclamations/${reclamationId}`;
  const { resources } = await awaitRead(
    () => read<ReclamationView>(clerk, path),
    ({ provider }) => provider !== undefined,
  );
  const { workId } = await awaitRead(() => desks.provider.work(`${reclamationId}-reclaim`));
  await must(
    desks.provider.answer(workId, {
      kind: 'done',
      evidence: '云主机已销毁，工单 3391。',
      erasure: '磁盘三次覆写，记录 D-77。',
    }),
  );
  await awaitRead(
    () => read<ReclamationView>(clerk, path),
    ({ may }) => may.includes('confirmErasure'),
  );
  await act(clerk, path, 'acts', { kind: 'confirmErasure', note: '已核对清除记录。' });
  await awaitRead(
    () => read<ReclamationView>(clerk, path),
    ({ status }) => status === 'ended',
  );
  return resources.length;
};

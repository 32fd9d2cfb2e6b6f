import type { CertificateView, ReclamationView } from '#shared/contracts/reclamation.ts';
import { awaitRead } from '../play-opening.ts';
import { act, must, read } from './calls.ts';
import type { Told } from './told.ts';

/** The provider takes everything back and certifies it; answers the certificate. */
export const reclaimed = async ({ cast: { clerk, desks }, clock, tell }: Told, reclamationId: string) => {
  const path = `/v1/reclamations/${reclamationId}`;
  const opened = await awaitRead(
    () => read<ReclamationView>(clerk, path),
    ({ provider }) => provider !== undefined,
  );
  if (opened.may.includes('acknowledge')) await act(clerk, path, 'acts', { kind: 'acknowledge' });
  if (opened.actOn > (await clock.today())) await clock.moveTo(opened.actOn);
  const { workId } = await awaitRead(() => desks.provider.work(`${reclamationId}-reclaim`));
  await must(
    desks.provider.answer(workId, {
      kind: 'done',
      evidence: '云主机已销毁，工单 3391。',
      erasure: '磁盘三次覆写，记录 D-77。',
    }),
  );
  await must(desks.provider.answer(workId, { kind: 'certify' }));
  await awaitRead(
    () => read<ReclamationView>(clerk, path),
    ({ status }) => status === 'ended',
  );
  const certificate = await must<CertificateView>(clerk.call('GET', `${path}/certificate`));
  tell(`云服务商回收资源并出具${certificate.number}`);
  return certificate;
};

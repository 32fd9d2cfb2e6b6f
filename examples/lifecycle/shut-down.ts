import type { CertificateView } from '#shared/contracts/reclamation.ts';
import type { SystemView } from '#shared/contracts/registry.ts';
import { awaitStatus, confirm, decide } from '../play-application.ts';
import { post } from './calls.ts';
import { reclaimed } from './reclaim.ts';
import type { Told } from './told.ts';

/** A shutdown; answers the certificate. */
export const shutDown = async (told: Told, { systemId, name }: SystemView): Promise<CertificateView> => {
  const { clerk, cdo, operator } = told.cast;
  const { caseId } = await post(clerk, '/v1/cases', { kind: 'shutdown', systemId });
  const begun = new Map(
    (await clerk.view(caseId)).sections.map(({ section, version }) => [section, version]),
  );
  const written = {
    shutdown: { reason: '整合到市级门户。', offline: true, backedUp: true, statement: true },
    coldData: { any: false },
    contacts: {
      cdoName: '王晓芳',
      cdoPhone: '13805110001',
      contactName: '李志强',
      contactPhone: '13805110002',
    },
  };
  for (const [section, content] of Object.entries(written))
    await clerk.saveSection(caseId, section, begun.get(section) ?? 0, content);
  await clerk.requestConfirmation(caseId, (await clerk.view(caseId)).version);
  await confirm(cdo, caseId);
  await decide(operator, caseId, 'approve', '同意关停。');
  await awaitStatus(clerk, caseId, 'completed');
  told.tell(`${name} 关停申请审核通过`);
  return reclaimed(told, caseId);
};

import type { CertificateView } from '#shared/contracts/reclamation.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { checkAddress, qrOf } from './certificate-file.ts';
import { unknownProcess } from './find-process.ts';
import type { ReclamationServices } from './ports.ts';
import { findReclamation } from './view-reclamation.ts';

/** 关停证明 as it was issued, for whoever may see its reclamation. */
export const viewCertificate = async (
  services: ReclamationServices,
  actor: Actor,
  reclamationId: string,
): Promise<Result<CertificateView, Refusal>> => {
  const found = await findReclamation(services, actor, reclamationId, 'getCertificate');
  if (!found.ok) return found;
  const { tenant, certificate } = found.value.state;
  const content = certificate && (await services.fileOf({ tenant, reclamationId }));
  if (!certificate || content === undefined) return refuse(unknownProcess);
  const { number, code, digest } = certificate;
  const address = checkAddress(services.publicBaseUrl, number, code);
  return accept({
    number,
    code,
    address,
    qr: qrOf(address),
    fileName: `${number}.html`,
    content,
    digest,
  });
};

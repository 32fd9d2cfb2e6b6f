import { shanghaiDateOf, yearOf } from '#shared/kernel/local-date.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import type { Certificate, Doer, Reclamation } from '../domain/reclamation-state.ts';
import { certificateFile } from './certificate-file.ts';
import type { IssuedFile, ReclaimingServices } from './ports.ts';
import { rulesOf } from './rules-of.ts';

/** 证明编号, e.g. 关停证明〔2026〕0012号. */
const numberOf = (year: string, serial: number): string =>
  `关停证明〔${year}〕${String(serial).padStart(4, '0')}号`;

const linesOf = ({ resources }: Reclamation): string[] => {
  const counted = new Map<string, { quantity: number; unit: string }>();
  for (const { name, specification, quantity, unit } of resources) {
    const what = specification === '' ? name : `${name}（${specification}）`;
    counted.set(what, { quantity: (counted.get(what)?.quantity ?? 0) + quantity, unit });
  }
  return [...counted].map(([what, { quantity, unit }]) => `${what} ${quantity} ${unit}`);
};

export interface Issued {
  readonly certificate: Certificate;
  readonly file: IssuedFile;
}

/** 关停证明 of what has been reclaimed: its number, its code and the file, whose digest everybody can compare. */
export const issueCertificate = async (
  {
    certificates,
    newCode,
    publicBaseUrl,
  }: Pick<ReclaimingServices, 'certificates' | 'newCode' | 'publicBaseUrl'>,
  state: Reclamation,
  provider: string,
  by: Doer,
  at: string,
): Promise<Issued | undefined> => {
  const { certificate: rule } = rulesOf(state);
  if (!rule || !state.executed) return undefined;
  const year = String(yearOf(shanghaiDateOf(new Date(at))));
  const number = numberOf(year, await certificates.takeSerial(cityOf(state.tenant), year));
  const code = newCode();
  const facts = {
    title: rule.value.title,
    number,
    organisation: state.organisation.name,
    systemName: state.systemName,
    provider,
    resources: linesOf(state),
    reclaimedAt: state.executed.at,
    issuedAt: at,
  };
  const { content, digest } = certificateFile(facts, code, publicBaseUrl);
  return {
    certificate: { number, code, issuedAt: at, by, digest },
    file: { content, shown: { ...facts, digest } },
  };
};

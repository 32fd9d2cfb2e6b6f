import { readSmallFile } from '#functions/cases/app/files/read-small-file.ts';
import type { ProcessRules } from '#shared/aggregate/commit-of.ts';
import { type Door, passDoor, passDoorAnew } from '#shared/aggregate/pass-door.ts';
import type { LetterView } from '#shared/contracts/responsibility-letter.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { type DepartmentLetter, evolveLetter, type LetterSigned, signLetter } from '../domain/letter.ts';
import { doerOf } from '../domain/who-may.ts';
import type { LetterRef, ProvisioningServices } from './ports.ts';
import { rulesInForce } from './rules-of.ts';

interface Signed {
  readonly version: number;
  readonly signed: number;
}

const rules: ProcessRules<DepartmentLetter, LetterSigned> = {
  evolve: evolveLetter,
  effectsOf: () => [],
  kept: ({ signature }) => ({
    version: signature.version,
    digest: signature.digest,
    ...(signature.scan ? { scan: signature.scan.sha256 } : {}),
    ...(signature.byLink ? { byLink: true } : {}),
  }),
};

const notOffered: Refusal = { code: 'not-offered', detail: '本市规则不要求签订信息安全责任书。' };
const notYours: Refusal = {
  code: 'not-allowed',
  detail: '信息安全责任书由使用部门的首席数据官或负责人签订。',
};
const missing: Refusal = {
  code: 'letter-missing',
  detail: '本市还没有录入责任书文本，请联系市级系统管理员录入后再签订。',
};
const moved: Refusal = { code: 'letter-moved', detail: '本单位的签订记录刚刚有变动，请刷新后再试。' };

const refOf = ({ tenant, organisation }: Actor): LetterRef => ({ tenant, organisation: organisation.id });

const ofDepartment = (actor: Actor): boolean => actor.roles.some((role) => role.startsWith('department.'));

const signers = (actor: Actor): readonly string[] | undefined =>
  rulesInForce(cityOf(actor.tenant))?.letter?.signers.value;

/** The text in force and what the actor's own department has signed. */
export const viewLetter = async (
  services: ProvisioningServices,
  actor: Actor,
): Promise<Result<LetterView, Refusal>> => {
  const letterRules = rulesInForce(cityOf(actor.tenant))?.letter;
  if (!letterRules) return refuse(notOffered);
  const department = ofDepartment(actor);
  const [inForce, loaded] = await Promise.all([
    services.references.letterInForce(cityOf(actor.tenant)),
    department ? services.letters.load(refOf(actor)) : undefined,
  ]);
  const signatures = loaded?.state.signatures ?? [];
  const names = await services.references.namesOf(signatures.map(({ by }) => by));
  const unsigned = inForce && !signatures.some(({ version }) => version === inForce.version);
  return accept({
    title: letterRules.title,
    clause: letterRules.signers.clause,
    ...(inForce ? { inForce: { ...inForce } } : {}),
    version: loaded?.version ?? 0,
    signatures: signatures.map(({ version, digest, at, by, scan, byLink }) => {
      const who = names.get(by.membership);
      return {
        version,
        digest,
        at,
        ...(who ? { by: { name: who.name, organisation: who.organisation } } : {}),
        ...(scan ? { scan: { fileName: scan.fileName, sha256: scan.sha256 } } : {}),
        ...(byLink ? { byLink } : {}),
      };
    }),
    maySign:
      department && unsigned === true && letterRules.signers.value.some((role) => actor.roles.includes(role)),
  });
};

export interface SignLetter {
  readonly version: number;
  readonly digest: string;
  readonly scan?: { readonly fileName: string; readonly content: string } | undefined;
}

const doorOf = (
  services: ProvisioningServices,
  scan: { readonly version: number; readonly content: Uint8Array } | undefined,
  signed: number,
): Door<LetterRef, DepartmentLetter, LetterSigned, Signed> => ({
  rules,
  store: scan ? services.lettersWith(scan) : services.letters,
  unknown: moved,
  moved: () => moved,
  answer: (_letter, version) => ({ version, signed }),
  newSalt: services.newSalt,
});

/** 签订 the text in force, for the actor's own department; what was signed is never changed. */
export const sign = async (
  services: ProvisioningServices,
  asked: Asked,
  command: SignLetter & { readonly expectedVersion: number },
): Promise<Result<Signed, Refusal>> => {
  const { actor } = asked;
  const allowed = signers(actor);
  if (!allowed) return refuse(notOffered);
  if (!allowed.some((role) => actor.roles.includes(role))) return refuse(notYours);
  const inForce = await services.references.letterInForce(cityOf(actor.tenant));
  if (!inForce) return refuse(missing);
  const scan = readSmallFile(command.scan, '/scan/content');
  if (!scan.ok) return scan;
  const { version, digest, expectedVersion } = command;
  const at = services.clock.now().toISOString();
  const event: LetterSigned = {
    type: 'LetterSigned',
    tenant: actor.tenant,
    organisation: actor.organisation,
    signature: {
      ...{ version, digest, at, by: doerOf(actor) },
      ...(scan.value ? { scan: scan.value.facts } : {}),
      ...(asked.linkId === undefined ? {} : { byLink: true }),
    },
  };
  const kept = scan.value && { version, content: scan.value.content };
  const door = doorOf(services, kept, version);
  const ref = refOf(actor);
  const decide = async (letter?: DepartmentLetter): Promise<Result<readonly LetterSigned[], Refusal>> => {
    const decided = signLetter(letter, inForce, command);
    return decided.ok ? accept([event]) : decided;
  };
  return expectedVersion === 0
    ? passDoorAnew(door, { ref, asked, at, decide, taken: moved })
    : passDoor(door, {
        ref,
        asked,
        expectedVersion,
        at,
        maySee: () => true,
        decide: ({ state }) => decide(state),
      });
};

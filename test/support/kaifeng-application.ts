import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '#examples/client.ts';
import { clientOf, type EmbeddedSystem } from '#examples/embedded-system.ts';
import { accountForm, kaifengForm } from '#examples/lifecycle/kaifeng/forms.ts';
import { awaitStatus, confirm, decide } from '#examples/play-application.ts';

/** The people of a unit's application in Kaifeng; the unit is a county's or the city's own. */
export const kaifengCast = async (system: EmbeddedSystem, node = 'lankao') => {
  const [clerk, head, authority] = await Promise.all([
    clientOf(system, `${node}-clerk`),
    clientOf(system, `${node}-head`),
    clientOf(system, 'kaifeng-authority'),
  ]);
  return { clerk, head, authority };
};
export type KaifengCast = Awaited<ReturnType<typeof kaifengCast>>;

type Section = Readonly<Record<string, unknown>>;

export const createOf = (clerk: Client, body: Section, key = crypto.randomUUID()) =>
  clerk.call<{ caseId: string; version: number; code?: string }>('POST', '/v1/cases', { body, key });

export const askForAccount = async ({ clerk, head }: KaifengCast): Promise<string> => {
  const { caseId } = (await createOf(clerk, { kind: 'platformAccount' })).body;
  for (const [section, content] of Object.entries(accountForm))
    await clerk.saveSection(caseId, section, 0, content);
  const { version } = await clerk.view(caseId);
  await clerk.requestConfirmation(caseId, version);
  await confirm(head, caseId);
  await awaitStatus(clerk, caseId, 'reviewing');
  return caseId;
};

/** The unit's account, opened by the authority; asked for where it has none yet. */
export const openAccount = async (cast: KaifengCast): Promise<void> => {
  const { items } = (await cast.clerk.call<{ items: { kind: string }[] }>('GET', '/v1/cases?limit=100')).body;
  if (items.some(({ kind }) => kind === 'platformAccount')) return;
  const caseId = await askForAccount(cast);
  await decide(cast.authority, caseId, 'approve', '同意开通。');
  await awaitStatus(cast.clerk, caseId, 'completed');
};

const paper = readFileSync(join(import.meta.dirname, '../../examples/attachments/proposal.pdf'));
const materials = ['projectApproval', 'securityAgreement'];

export interface Written {
  readonly changes?: Readonly<Record<string, Section>>;
  readonly attached?: readonly string[];
}

/** Writes an application's sections and attaches its files, so that it may be sent but for what the test changes. */
export const fillKaifeng = async (
  { clerk }: Pick<KaifengCast, 'clerk'>,
  caseId: string,
  { changes = {}, attached = materials }: Written = {},
) => {
  const { products } = (
    await clerk.call<{ products: { id: string; kind: string }[] }>('GET', '/v1/catalogue')
  ).body;
  const host = products.find(({ kind }) => kind === 'host');
  if (!host) throw new Error('the catalogue of Kaifeng has no host');
  for (const [section, content] of Object.entries(kaifengForm(host.id, '兰考县基层医疗服务平台')))
    await clerk.saveSection(caseId, section, 0, { ...content, ...changes[section] });
  for (const material of attached) await clerk.attach(caseId, material, `${material}.pdf`, paper);
  const { version } = await clerk.view(caseId);
  return { caseId, version, host };
};

/** A draft that may be sent, but for what the test changes. */
export const kaifengDraft = async (cast: Pick<KaifengCast, 'clerk'>, written: Written = {}) => {
  const asked = { kind: 'cloudApplication', systemName: '基层医疗服务平台' };
  const { caseId } = (await createOf(cast.clerk, asked)).body;
  return fillKaifeng(cast, caseId, written);
};

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { awaitStatus, confirm, decide } from '../../play-application.ts';
import { must, post } from '../calls.ts';
import type { Form } from './forms.ts';
import type { KaifengTold } from './told.ts';

const paper = readFileSync(join(import.meta.dirname, '../../attachments', 'proposal.pdf'));

/** Writes a draft's sections over what it brings along, and attaches its files. */
export const writeMatter = async (
  { cast: { clerk } }: KaifengTold,
  caseId: string,
  form: Form,
  files: readonly string[] = [],
): Promise<void> => {
  const begun = new Map((await clerk.view(caseId)).sections.map((one) => [one.section, one]));
  for (const [section, content] of Object.entries(form)) {
    const there = begun.get(section);
    await clerk.saveSection(caseId, section, there?.version ?? 0, { ...there?.content, ...content });
  }
  for (const material of files) await clerk.attach(caseId, material, `${material}.pdf`, paper);
};

/** The unit confirms, the authority decides once: no county review and no re-check. */
export const agreed = async ({ cast: { clerk, head, authority } }: KaifengTold, caseId: string) => {
  await clerk.requestConfirmation(caseId, (await clerk.view(caseId)).version);
  await confirm(head, caseId);
  await decide(authority, caseId, 'approve', '同意。');
  return awaitStatus(clerk, caseId, 'completed');
};

/** A matter from its draft to 办结; answers its id. */
export const fileMatter = async (
  told: KaifengTold,
  what: { readonly kind: string; readonly systemName?: string; readonly systemId?: string },
  form: Form,
  files: readonly string[] = [],
): Promise<string> => {
  const { caseId } = await post(told.cast.clerk, '/v1/cases', what);
  await writeMatter(told, caseId, form, files);
  await agreed(told, caseId);
  return caseId;
};

/** The unit's account on the platform, where it has none yet. */
export const keepAccount = async (told: KaifengTold, form: Form): Promise<void> => {
  const { items } = await must<{ items: { kind: string }[] }>(
    told.cast.clerk.call('GET', '/v1/cases?limit=100'),
  );
  if (!items.some(({ kind }) => kind === 'platformAccount'))
    await fileMatter(told, { kind: 'platformAccount' }, form);
};

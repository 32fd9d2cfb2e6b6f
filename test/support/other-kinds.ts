import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '#examples/client.ts';
import { awaitStatus, confirm } from '#examples/play-application.ts';
import { computeDeadline } from '#shared/kernel/deadline.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { problemFrom } from './expect-problem.ts';
import { createOf } from './kaifeng-application.ts';

type Content = Readonly<Record<string, unknown>>;

export interface WrittenMatter {
  readonly kind: string;
  /** One of the two: as the applicant names it, or as the registry knows it. */
  readonly systemName?: string;
  readonly systemId?: string;
  readonly sections: Readonly<Record<string, Content>>;
  readonly files?: readonly string[];
}

const paper = readFileSync(join(import.meta.dirname, '../../examples/attachments/proposal.pdf'));

/** A dedicated domain as a department would describe it. */
export const dedicatedDomain = (changes: Content = {}, files = ['domainPlan']): WrittenMatter => ({
  kind: 'dedicatedDomain',
  systemName: '医疗健康专有域',
  sections: {
    domain: {
      owner: '卫生健康委员会',
      sector: '卫生健康',
      scope: '云主机 40 台，存储 100TB。',
      management: '卫健委建设使用，运行管理机构负责底座。',
      ...changes,
    },
    contacts: {
      cdoName: '王晓芳',
      cdoPhone: '13805110001',
      contactName: '李志强',
      contactPhone: '13805110002',
    },
  },
  files,
});

/** A draft of any kind as written, over what it brings along. */
export const draftOfKind = async (clerk: Client, matter: WrittenMatter): Promise<string> => {
  const { sections, files, ...asked } = matter;
  const { caseId } = (await createOf(clerk, asked)).body;
  const begun = new Map(
    (await clerk.view(caseId)).sections.map(({ section, version }) => [section, version]),
  );
  for (const [section, content] of Object.entries(sections))
    await clerk.saveSection(caseId, section, begun.get(section) ?? 0, content);
  for (const material of files ?? []) await clerk.attach(caseId, material, `${material}.pdf`, paper);
  return caseId;
};

/** Sends a draft and has it confirmed; answers once the review has begun. */
export const submitKind = async (
  clerk: Client,
  confirmer: Client,
  matter: WrittenMatter,
): Promise<string> => {
  const caseId = await draftOfKind(clerk, matter);
  await clerk.requestConfirmation(caseId, (await clerk.view(caseId)).version);
  await confirm(confirmer, caseId);
  await awaitStatus(clerk, caseId, 'reviewing');
  return caseId;
};

/** What keeps a draft from being sent: place and clause of each problem. */
export const refusedKind = async (clerk: Client, matter: WrittenMatter): Promise<readonly string[]> => {
  const caseId = await draftOfKind(clerk, matter);
  const problem = await problemFrom(clerk.requestConfirmation(caseId, (await clerk.view(caseId)).version));
  return (problem.errors ?? []).map(({ pointer, clause }) => `${pointer} ${clause}`);
};

/** So many working days from today. */
export const workingDaysOn = (amount: number): string =>
  computeDeadline(
    { from: shanghaiDateOf(new Date()), amount, unit: 'workingDay', direction: 'after' },
    createWorkingCalendar(undefined, 'kaifeng/_city'),
  ).dueOn;

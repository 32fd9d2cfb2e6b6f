import { obligationJournals } from '#functions/obligations/ports/journals.ts';
import { provisioningJournals } from '#functions/provisioning/ports/journals.ts';
import { reclamationJournals } from '#functions/reclamation/ports/journals.ts';
import { registryJournals } from '#functions/registry/ports/journals.ts';
import type { JournalSource } from '#shared/kernel/journal-source.ts';

/** Journals of everything that follows an application; an archive holds one file for each. */
export const processJournals: readonly JournalSource[] = [
  ...provisioningJournals,
  ...obligationJournals,
  ...reclamationJournals,
  ...registryJournals,
];

const folder = 'processes/';

export const sourceOf = (journal: string): JournalSource | undefined =>
  processJournals.find(({ kind }) => journal.startsWith(`${kind}#`));

export const isProcessJournal = (journal: string): boolean => sourceOf(journal) !== undefined;

/** `PV#dafeng.01J…` → `开通单 dafeng.01J…`, `W#yancheng-provider#dafeng.01J…-b1` → `工单 yancheng-provider dafeng.01J…-b1`. */
export const nameOfProcess = (journal: string): string => {
  const source = sourceOf(journal);
  return source ? `${source.name} ${journal.slice(source.kind.length + 1).replace('#', ' ')}` : journal;
};

/** `PV#dafeng.01J…` → `processes/PV/dafeng.01J….jsonl`. */
export const pathOfProcess = (journal: string): string => `${folder}${journal.replaceAll('#', '/')}.jsonl`;

/** The journal that a file of an archive holds; undefined for other files. */
export const processAt = (path: string): string | undefined =>
  path.startsWith(folder) ? path.slice(folder.length, -'.jsonl'.length).replaceAll('/', '#') : undefined;

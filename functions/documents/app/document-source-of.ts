import type { FiledCase } from '#functions/cases/ports/cases-for-documents.ts';
import type { CaseDocumentKind } from '#shared/contracts/documents.ts';
import type { DocumentSource } from '#shared/regulation/application/documents/document-source.ts';
import { writtenKinds } from '#shared/regulation/application/documents/written-kinds.ts';
import { namedFile } from './named-file.ts';

/** What a case's documents are made from: the addressee is the authority that reviews. */
export const documentSourceOf = ({
  view,
  sections,
  pictures,
  resources,
  node,
}: FiledCase): DocumentSource => ({
  view,
  sections,
  pictures,
  resources,
  city: node.cityName,
  authority: node.authority,
});

/**
 * The documents that a case has: the annexes that the city's form is printed as, and of what costs money the sheet of
 * opinions from the first submission on.
 */
export const kindsOf = ({ view, sections }: FiledCase): readonly CaseDocumentKind[] => {
  const written = writtenKinds(sections);
  return view.priced && view.round > 0 ? [...written, 'approval'] : written;
};

const nameParts: Readonly<Record<CaseDocumentKind, string>> = {
  report: '云资源申请报告',
  plan: '云资源申请方案',
  changePlan: '云资源变更方案',
  shutdownForm: '关停申请表',
  approval: '审批单',
};

/** The sheet is of what was decided and is never a draft. */
export const isDraft = ({ view }: FiledCase, kind: CaseDocumentKind): boolean =>
  kind !== 'approval' && !view.frozen;

export const fileNameOf = (filed: FiledCase, kind: CaseDocumentKind): string =>
  namedFile(filed.view.systemName, `${nameParts[kind]}${isDraft(filed, kind) ? '（草稿）' : ''}`);

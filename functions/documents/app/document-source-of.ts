import type { FiledCase } from '#functions/cases/ports/cases-for-documents.ts';
import type { DocumentKind } from '#shared/contracts/documents.ts';
import type { DocumentSource } from '#shared/regulation/application/documents/document-source.ts';
import { writtenKinds } from '#shared/regulation/application/documents/written-kinds.ts';

/** What a case's documents are made from: the addressee is the authority that reviews. */
export const documentSourceOf = ({ view, sections, pictures, node }: FiledCase): DocumentSource => ({
  view,
  sections,
  pictures,
  city: node.cityName,
  authority: node.authority,
});

/**
 * The documents that a case has: report and plan where the city's form has them, the sheet of opinions from the first
 * submission on.
 */
export const kindsOf = ({ view, sections }: FiledCase): readonly DocumentKind[] => {
  if (!view.priced) return [];
  const written = writtenKinds(sections);
  return view.round === 0 ? written : [...written, 'approval'];
};

const nameParts: Readonly<Record<DocumentKind, string>> = {
  report: '云资源申请报告',
  plan: '云资源申请方案',
  approval: '审批单',
};

/** The sheet is of what was decided and is never a draft. */
export const isDraft = ({ view }: FiledCase, kind: DocumentKind): boolean =>
  kind !== 'approval' && !view.frozen;

/** A name that every file system takes. */
export const fileNameOf = (filed: FiledCase, kind: DocumentKind): string => {
  const system = filed.view.systemName.replace(/[\\/:*?"<>|\p{C}]/gu, '_').slice(0, 60);
  return `${system} ${nameParts[kind]}${isDraft(filed, kind) ? '（草稿）' : ''}.docx`;
};

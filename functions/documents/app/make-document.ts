import type { ViewFiledCase } from '#functions/cases/ports/cases-for-documents.ts';
import type { CaseDocumentKind, DocumentList } from '#shared/contracts/documents.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { documentData } from '#shared/regulation/application/documents/document-data.ts';
import { documentTags } from '#shared/regulation/application/documents/document-tags.ts';
import { documentSourceOf, fileNameOf, isDraft, kindsOf } from './document-source-of.ts';
import { fillDocument } from './fill-document.ts';
import { loadTemplate, neverChanged } from './load-template.ts';
import type { TemplateReader } from './ports.ts';

export interface DocumentServices {
  readonly viewCase: ViewFiledCase;
  readonly templates: TemplateReader;
}

export interface MadeFile {
  readonly fileName: string;
  readonly content: Uint8Array;
}

/** The documents of a case as the actor may see it, with the template that each is made by. */
export const listDocuments = async (
  { viewCase, templates }: DocumentServices,
  actor: Actor,
  caseId: string,
): Promise<Result<DocumentList, Refusal>> => {
  const filed = await viewCase(actor, caseId);
  if (!filed.ok) return filed;
  const inForce = await templates.inForce(cityOf(actor.tenant));
  return accept({
    items: kindsOf(filed.value).map((kind) => ({
      kind,
      title: documentTags[kind].title,
      fileName: fileNameOf(filed.value, kind),
      draft: isDraft(filed.value, kind),
      template: inForce.get(kind) ?? neverChanged,
    })),
  });
};

/** One document of a case: of the submitted round, or of the draft and marked so. Refused like the case itself. */
export const makeDocument = async (
  { viewCase, templates }: DocumentServices,
  actor: Actor,
  caseId: string,
  kind: CaseDocumentKind,
): Promise<Result<MadeFile, Refusal>> => {
  const filed = await viewCase(actor, caseId);
  if (!filed.ok) return filed;
  if (!kindsOf(filed.value).includes(kind))
    return refuse({ code: 'not-found', detail: '本件没有这种公文；审批单在提交之后才有。' });
  const template = await loadTemplate(templates, cityOf(actor.tenant), kind);
  const made = await fillDocument(template, documentData(kind, documentSourceOf(filed.value)));
  return made.ok ? accept({ fileName: fileNameOf(filed.value, kind), content: made.value }) : made;
};

import type { CaseDocumentKind } from '#shared/contracts/documents.ts';
import { approvalData } from './approval-data.ts';
import { changePlanData } from './change-plan-data.ts';
import type { DocumentSource } from './document-source.ts';
import type { DocumentData } from './document-tags.ts';
import { planData } from './plan-data.ts';
import { reportData } from './report-data.ts';
import { shutdownFormData } from './shutdown-form-data.ts';

const builders: Readonly<Record<CaseDocumentKind, (source: DocumentSource) => DocumentData>> = {
  report: reportData,
  plan: planData,
  approval: approvalData,
  changePlan: changePlanData,
  shutdownForm: shutdownFormData,
};

/** What the document of a kind says of a case. */
export const documentData = (kind: CaseDocumentKind, source: DocumentSource): DocumentData =>
  builders[kind](source);

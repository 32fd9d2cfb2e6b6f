import { approvalData } from './approval-data.ts';
import type { DocumentSource } from './document-source.ts';
import type { DocumentData, documentTags } from './document-tags.ts';
import { planData } from './plan-data.ts';
import { reportData } from './report-data.ts';

type Kind = keyof typeof documentTags;

const builders: Readonly<Record<Kind, (source: DocumentSource) => DocumentData>> = {
  report: reportData,
  plan: planData,
  approval: approvalData,
};

/** What the document of a kind says of a case. */
export const documentData = (kind: Kind, source: DocumentSource): DocumentData => builders[kind](source);

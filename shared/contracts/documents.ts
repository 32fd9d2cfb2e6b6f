import * as z from 'zod/mini';
import { caseId, isoInstant, text } from './common.ts';

/** Media type of a Word document without macros. */
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** 文书 of a case: 申请报告（附件1-1）, 申请方案（附件1-2）, 变更方案（附件1-3）, 关停申请表（附件1-5） and 审批单. */
const caseDocumentKind = z.enum(['report', 'plan', 'changePlan', 'shutdownForm', 'approval']);
export type CaseDocumentKind = z.infer<typeof caseDocumentKind>;

/** 文书 of what follows: 三方确认单, 信息安全责任书（附件1-6）, 警告和整改通知, 处置意见及决定, 资源回收决定. */
const processDocumentKind = z.enum(['confirmation', 'letter', 'warning', 'disposal', 'reclaim']);
export type ProcessDocumentKind = z.infer<typeof processDocumentKind>;

/** Whatever a city may have a template for. */
export const documentKind = z.enum([...caseDocumentKind.options, ...processDocumentKind.options]);
export type DocumentKind = z.infer<typeof documentKind>;

export const documentParams = z.strictObject({ caseId, kind: caseDocumentKind });
/** The id of a provisioning order, a rectification or a reclamation. */
export const processDocumentParams = z.strictObject({ processId: caseId, kind: processDocumentKind });
export const templateParams = z.strictObject({ kind: documentKind });

const templateInForce = z.object({
  /** Grows with every change; 0 while the city has never put one of its own in place. */
  version: z.int(),
  /** Whether it is the template that comes with the system. */
  isDefault: z.boolean(),
});

export const documentList = z.object({
  items: z.array(
    z.object({
      kind: caseDocumentKind,
      title: z.string(),
      fileName: z.string(),
      /** Not yet submitted, or being corrected: the document says so. */
      draft: z.boolean(),
      template: templateInForce,
    }),
  ),
});
export type DocumentList = z.infer<typeof documentList>;

const words = z.record(z.string(), z.string());
/** What a document says, for the A4 page: the same words as in the Word file. */
export const documentContent = z.object({
  title: z.string(),
  fileName: z.string(),
  data: z.object({
    fields: words,
    conditions: z.record(z.string(), z.boolean()),
    lists: z.record(z.string(), z.array(words)),
  }),
});
export type DocumentContent = z.infer<typeof documentContent>;

/** 300 KB: the largest template that is taken. */
export const maxTemplateBytes = 300 * 1024;

const templateChange = z.object({
  version: z.int(),
  isDefault: z.boolean(),
  fileName: z.string(),
  size: z.int(),
  /** SHA-256, hexadecimal. */
  digest: z.string(),
  at: isoInstant,
  by: z.object({ name: z.string(), organisation: z.string() }),
});
export type TemplateChange = z.infer<typeof templateChange>;

const named = z.array(z.object({ name: z.string(), says: z.string() }));
export const templateView = z.extend(templateInForce, {
  kind: documentKind,
  title: z.string(),
  /** What has been put in place so far, newest first; the last twenty. */
  changes: z.array(templateChange),
  /** What a template of this document may ask for. */
  tags: z.object({
    fields: named,
    conditions: named,
    lists: z.array(z.object({ name: z.string(), says: z.string(), fields: named })),
  }),
});
export type TemplateView = z.infer<typeof templateView>;
export const templateList = z.object({ items: z.array(templateView) });

export const templateBody = z.strictObject({
  fileName: text(150).check(z.regex(/\.docx$/i, { error: '请上传扩展名为 .docx 的文件' })),
  /** The file's bytes in base64. */
  content: z.base64().check(z.minLength(1), z.maxLength(Math.ceil(maxTemplateBytes / 3) * 4)),
});
export type TemplateBody = z.infer<typeof templateBody>;

export const templateSaved = z.object({ kind: documentKind, version: z.int(), isDefault: z.boolean() });

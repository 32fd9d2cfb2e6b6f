import { caseParams } from './case-commands.ts';
import * as documents from './documents.ts';
import * as letterText from './letter-text.ts';
import { fileAnswer, none, type OperationContract } from './operation-contract.ts';

const docx = { status: 200, answer: fileAnswer, file: documents.docxType } as const;

export const documentsContracts = {
  listDocuments: {
    summary: '本件可以生成的公文',
    params: caseParams,
    query: none,
    status: 200,
    answer: documents.documentList,
  },
  getDocument: {
    summary: '按模板生成的公文（Word 文档）',
    params: documents.documentParams,
    query: none,
    ...docx,
  },
  getProcessDocument: {
    summary: '开通、整改或回收事项的公文（Word 文档）',
    params: documents.processDocumentParams,
    query: none,
    ...docx,
  },
  getProcessDocumentContent: {
    summary: '同一公文的内容，供预览和打印',
    params: documents.processDocumentParams,
    query: none,
    status: 200,
    answer: documents.documentContent,
  },
  listTemplates: {
    summary: '公文模板、可用标签和更换记录（市级系统管理员）',
    query: none,
    status: 200,
    answer: documents.templateList,
  },
  getTemplate: {
    summary: '正在使用的公文模板文件',
    params: documents.templateParams,
    query: none,
    ...docx,
  },
  replaceTemplate: {
    summary: '更换公文模板（If-Match 为模板版本，从未更换过用 "0"）',
    params: documents.templateParams,
    query: none,
    body: documents.templateBody,
    status: 200,
    answer: documents.templateSaved,
    matched: true,
  },
  restoreTemplate: {
    summary: '恢复系统自带的公文模板',
    params: documents.templateParams,
    query: none,
    status: 200,
    answer: documents.templateSaved,
    matched: true,
  },
  previewTemplate: {
    summary: '检查一个公文模板，并用示例内容生成公文（不保存）',
    params: documents.templateParams,
    query: none,
    body: documents.templateBody,
    ...docx,
  },
  getLetterText: {
    summary: '信息安全责任书的现行文本（市级系统管理员）',
    query: none,
    status: 200,
    answer: letterText.letterTextView,
  },
  saveLetterText: {
    summary: '录入信息安全责任书的新版本（市级系统管理员；If-Match 为现行版本，从未录入用 "0"）',
    query: none,
    body: letterText.letterTextBody,
    status: 200,
    answer: letterText.letterTextView,
    matched: true,
  },
} as const satisfies Record<string, OperationContract>;

import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import type { DocumentData } from '#shared/regulation/application/documents/document-tags.ts';
import { fillTemplate } from './word/fill-template.ts';
import { readPackage } from './word/read-package.ts';

/** 4 MB: with base64 it stays below the 6 MB that a function may answer. */
const mostDocumentBytes = 4 * 1024 * 1024;

/** A Word document from a template that has been checked. Refused when the template makes it too large. */
export const fillDocument = async (
  template: Uint8Array,
  data: DocumentData,
): Promise<Result<Uint8Array, Refusal>> => {
  const read = await readPackage(template);
  if ('fault' in read) throw new Error(`a template in force is ${read.fault}`);
  const content = fillTemplate(read.parts, data);
  if (content.length <= mostDocumentBytes) return accept(content);
  return refuse({
    code: 'document-too-large',
    detail: '按现行模板生成的公文超过 4 MB，请联系市级系统管理员精简模板中的图片和重复内容。',
  });
};

import type { DocumentKind } from '#shared/contracts/documents.ts';
import type { FieldRefusal, Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { documentTags } from '#shared/regulation/application/documents/document-tags.ts';
import { isFilledPart } from '../word/fill-template.ts';
import { type PackageFault, type PackageParts, readPackage } from '../word/read-package.ts';
import { parseXml, wordNamespace } from '../word/xml-part.ts';
import { checkMarkup } from './check-markup.ts';
import { checkParts } from './check-parts.ts';
import { checkRelations } from './check-relations.ts';
import { checkTags } from './check-tags.ts';
import { templateProblem } from './template-problem.ts';

const faults: Readonly<Record<PackageFault, string>> = {
  broken: '文件已损坏或不是 .docx，请用 Word 或 WPS 重新保存后上传。',
  bomb: '文件解压后过大或内容过多，不能接收，请精简图片和内容后上传。',
  encrypted: '文件已加密，请去掉密码后上传。',
  repeated: '文件中有重名的部件，不能接收，请用 Word 或 WPS 重新保存后上传。',
};
const mostProblems = 30;

const checkWordPart = (name: string, bytes: Buffer, kind: DocumentKind): readonly FieldRefusal[] => {
  const document = parseXml(bytes);
  if (!document) return [];
  if (isFilledPart(name) && document.documentElement?.namespaceURI !== wordNamespace)
    return [templateProblem('not-word', '请另存为普通的“Word 文档（.docx）”，不要选 Strict 格式。')];
  const markup = checkMarkup(document);
  return markup.length > 0 || !isFilledPart(name) ? markup : checkTags(document, documentTags[kind]);
};

const problemsOf = (parts: PackageParts, kind: DocumentKind): readonly FieldRefusal[] => {
  const outer = checkParts(parts);
  if (outer.length > 0) return outer;
  const related = checkRelations(parts);
  if (related.length > 0) return related;
  return [...parts].flatMap(([name, bytes]) =>
    /^word\/[^/]+\.xml$/.test(name) ? checkWordPart(name, bytes, kind) : [],
  );
};

/** Refused with everything that is wrong, named in Chinese: plain tags only, nothing that runs or comes from outside. */
export const checkTemplate = async (
  content: Uint8Array,
  kind: DocumentKind,
): Promise<Result<void, Refusal>> => {
  const read = await readPackage(content);
  const problems =
    'fault' in read ? [templateProblem(read.fault, faults[read.fault])] : problemsOf(read.parts, kind);
  if (problems.length === 0) return accept(undefined);
  return refuse({
    code: 'template-refused',
    detail: '请按下列提示修改模板后重新上传，现行模板没有变动。',
    errors: problems.slice(0, mostProblems),
  });
};

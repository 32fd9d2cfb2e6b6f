import type { Document } from '@xmldom/xmldom';
import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import { isElement, wordElements, wordNamespace } from '../word/xml-part.ts';
import { quoted, templateProblem } from './template-problem.ts';

/** Elements that bring in something else, or that hide words from the tags. */
const refused: Readonly<Record<string, string>> = {
  altChunk: '外部内容块',
  object: '嵌入对象',
  OLEObject: '嵌入对象',
  control: 'ActiveX 控件',
  subDoc: '子文档',
  mailMerge: '邮件合并',
  attachedTemplate: '附加模板',
  dataBinding: '数据绑定的内容控件',
  ins: '修订（新增）',
  del: '修订（删除）',
  moveFrom: '修订（移动）',
  moveTo: '修订（移动）',
};

/** Fields that only count pages. */
const plainField = /^\s*(PAGE|NUMPAGES|SECTIONPAGES|SECTION)\b[^{}"]*$/i;

const fieldCodes = (document: Document): string[] => [
  ...wordElements(document, 'instrText').map(({ textContent }) => textContent ?? ''),
  ...wordElements(document, 'fldSimple').map((field) => field.getAttributeNS(wordNamespace, 'instr') ?? ''),
];

/** Nothing in a part of Word's own that runs, fetches or hides. */
export const checkMarkup = (document: Document): readonly FieldRefusal[] => {
  const names = new Set(
    [...document.getElementsByTagName('*')].filter(isElement).map(({ localName }) => localName ?? ''),
  );
  const elements = Object.entries(refused)
    .filter(([name]) => names.has(name))
    .map(([, what]) => templateProblem('markup', `模板含有${what}，请接受修订、删除该内容后重新保存。`));
  const codes = fieldCodes(document)
    .filter((code) => code.trim() !== '' && !plainField.test(code))
    .map((code) =>
      templateProblem('field', `模板含有域代码 ${quoted(code)}，只能使用页码域，请删除后重新保存。`),
    );
  return [...elements, ...codes];
};

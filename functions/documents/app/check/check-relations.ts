import type { Element } from '@xmldom/xmldom';
import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import type { PackageParts } from '../word/read-package.ts';
import { childElements, parseXml } from '../word/xml-part.ts';
import { quoted, templateProblem } from './template-problem.ts';

const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** What parts of a plain document are to each other, by the end of the relationship's type. */
const plainRelations: ReadonlySet<string> = new Set([
  'officeDocument',
  'core-properties',
  'extended-properties',
  'custom-properties',
  'thumbnail',
  'styles',
  'stylesWithEffects',
  'settings',
  'webSettings',
  'fontTable',
  'numbering',
  'footnotes',
  'endnotes',
  'header',
  'footer',
  'theme',
  'image',
  'customXml',
  'customXmlProps',
]);

const elementsOf = (bytes: Buffer | undefined): Element[] => {
  const root = bytes && parseXml(bytes)?.documentElement;
  return root ? childElements(root) : [];
};

const checkRelation = (relation: Element): readonly FieldRefusal[] => {
  const type = (relation.getAttribute('Type') ?? '').replace(/^.*\//, '');
  const target = relation.getAttribute('Target') ?? '';
  const external =
    relation.getAttribute('TargetMode')?.toLowerCase() === 'external' ||
    /^[a-z][a-z0-9+.-]*:|^\/\/|\\/i.test(target);
  if (external)
    return [
      templateProblem(
        'external',
        `模板引用了外部内容 ${quoted(target)}（${type}）。请取消超链接、链接图片和附加模板后重新保存。`,
      ),
    ];
  if (!plainRelations.has(type))
    return [
      templateProblem(
        'relation',
        `模板含有不允许的关联内容 ${quoted(type)}（${quoted(target)}），请删除后重新保存。`,
      ),
    ];
  return [];
};

const checkContentTypes = (parts: PackageParts): readonly FieldRefusal[] => {
  const types = elementsOf(parts.get('[Content_Types].xml'));
  const active = types.find((type) =>
    /macroEnabled|vbaProject|activeX|oleObject/i.test(type.getAttribute('ContentType') ?? ''),
  );
  if (active)
    return [templateProblem('macros', '模板含有宏或可执行内容，不能接收，请另存为不含宏的 .docx 后上传。')];
  const main = types.find((type) => type.getAttribute('PartName') === '/word/document.xml');
  return main?.getAttribute('ContentType') === mainType
    ? []
    : [templateProblem('not-word', '文件不是普通的 Word 文档，请另存为“Word 文档（.docx）”后上传。')];
};

/** Nothing from outside the package, nothing that runs, and only what a plain document consists of. */
export const checkRelations = (parts: PackageParts): readonly FieldRefusal[] => [
  ...checkContentTypes(parts),
  ...[...parts].flatMap(([name, bytes]) =>
    name.endsWith('.rels') ? elementsOf(bytes).flatMap(checkRelation) : [],
  ),
];

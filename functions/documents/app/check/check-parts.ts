import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import type { PackageParts } from '../word/read-package.ts';
import { declaresType, parseXml } from '../word/xml-part.ts';
import { quoted, templateProblem } from './template-problem.ts';

/** What Word and WPS put into a plain document; whatever is not named here is refused. */
const plainParts: readonly RegExp[] = [
  /^\[Content_Types\]\.xml$/,
  /^_rels\/\.rels$/,
  /^docProps\/(core|app|custom)\.xml$/,
  /^docProps\/thumbnail\.(jpe?g|png|emf|wmf)$/,
  /^word\/(document|styles|stylesWithEffects|settings|webSettings|fontTable|numbering|footnotes|endnotes)\.xml$/,
  /^word\/(header|footer)\d*\.xml$/,
  /^word\/theme\/theme\d*\.xml$/,
  /^word\/_rels\/[A-Za-z]+\d*\.xml\.rels$/,
  /^word\/theme\/_rels\/theme\d*\.xml\.rels$/,
  /^word\/media\/[A-Za-z0-9_-]+\.(png|jpe?g|gif)$/i,
  /^customXml\/(item|itemProps)\d+\.xml$/,
  /^customXml\/_rels\/item\d+\.xml\.rels$/,
];

const kinds: readonly (readonly [name: RegExp, what: string])[] = [
  [/vba|macro/i, '宏'],
  [/embeddings\/|oleObject/i, '嵌入对象'],
  [/activeX|ctrlProps/i, 'ActiveX 控件'],
  [/afchunk|\.html?$|\.mht$|\.rtf$/i, '外部内容块'],
  [/fonts\//i, '嵌入字体'],
  [/comments|people/i, '批注'],
  [/charts?\/|diagrams\//i, '图表或 SmartArt'],
];

const explainPart = (name: string): FieldRefusal => {
  const what = kinds.find(([pattern]) => pattern.test(name))?.[1] ?? '不允许的内容';
  return templateProblem('part', `模板含有${what}（${quoted(name)}），请在 Word 或 WPS 中删除后重新保存。`);
};

const isXml = (name: string): boolean => /\.(xml|rels)$/.test(name);

const checkXml = (name: string, bytes: Buffer): readonly FieldRefusal[] => {
  if (declaresType(bytes))
    return [
      templateProblem(
        'entity',
        `模板的${quoted(name)}含有文档类型或实体声明，不能接收。请用 Word 或 WPS 重新保存。`,
      ),
    ];
  return parseXml(bytes)
    ? []
    : [
        templateProblem(
          'broken',
          `模板的${quoted(name)}已损坏或不是 UTF-8 编码，请用 Word 或 WPS 重新保存。`,
        ),
      ];
};

/** Only the parts of a plain document, each well-formed. */
export const checkParts = (parts: PackageParts): readonly FieldRefusal[] => {
  const needed = ['[Content_Types].xml', '_rels/.rels', 'word/document.xml'];
  if (needed.some((name) => !parts.has(name)))
    return [
      templateProblem('not-word', '文件不是 Word 文档（.docx），请用 Word 或 WPS 另存为 .docx 后上传。'),
    ];
  const names = [...parts.keys()];
  const strange = names.filter((name) => !plainParts.some((pattern) => pattern.test(name)));
  if (strange.length > 0) return strange.map(explainPart);
  return [...parts].flatMap(([name, bytes]) => (isXml(name) ? checkXml(name, bytes) : []));
};

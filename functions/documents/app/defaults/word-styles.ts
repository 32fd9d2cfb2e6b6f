import { partOf } from './word-markup.ts';

const fonts = (eastAsia: string): string =>
  `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="${eastAsia}"/>`;

interface Style {
  readonly id: string;
  readonly name: string;
  readonly paragraph: string;
  readonly font: string;
  /** Half points. */
  readonly size: number;
  readonly bold?: true;
}

const exactly = (twentieths: number): string => `<w:spacing w:line="${twentieths}" w:lineRule="exact"/>`;
const indented = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';
const cellSpacing = '<w:spacing w:line="320" w:lineRule="exact"/>';

/** 公文格式: body 仿宋 三号, headings 黑体 and 楷体, title 宋体 二号, tables 宋体 五号. */
const styles: readonly Style[] = [
  {
    id: 'Title',
    name: '公文标题',
    paragraph:
      '<w:keepNext/><w:spacing w:before="560" w:after="560" w:line="680" w:lineRule="exact"/><w:jc w:val="center"/>',
    font: '宋体',
    size: 44,
    bold: true,
  },
  {
    id: 'Body',
    name: '正文段落',
    paragraph: `${exactly(560)}${indented}<w:jc w:val="both"/>`,
    font: '仿宋',
    size: 32,
  },
  {
    id: 'Part',
    name: '一级标题',
    paragraph: `<w:keepNext/>${exactly(560)}${indented}`,
    font: '黑体',
    size: 32,
  },
  {
    id: 'Item',
    name: '二级标题',
    paragraph: `<w:keepNext/>${exactly(560)}${indented}`,
    font: '楷体',
    size: 32,
    bold: true,
  },
  { id: 'Flush', name: '顶格段落', paragraph: exactly(560), font: '仿宋', size: 32 },
  {
    id: 'Signature',
    name: '落款',
    paragraph: `<w:keepLines/>${exactly(560)}<w:jc w:val="right"/>`,
    font: '仿宋',
    size: 32,
  },
  { id: 'Note', name: '注', paragraph: exactly(400), font: '仿宋', size: 24 },
  { id: 'Cell', name: '表格文字', paragraph: cellSpacing, font: '宋体', size: 21 },
  {
    id: 'CellHead',
    name: '表头',
    paragraph: `<w:keepNext/>${cellSpacing}<w:jc w:val="center"/>`,
    font: '黑体',
    size: 21,
  },
  {
    id: 'CellEnd',
    name: '表格数字',
    paragraph: `${cellSpacing}<w:jc w:val="right"/>`,
    font: '宋体',
    size: 21,
  },
];

const styleXml = ({ id, name, paragraph, font, size, bold }: Style): string =>
  `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${fonts(font)}${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`;

/** `word/styles.xml` of the templates that come with the system. */
export const stylesPart = (): string =>
  partOf(
    'styles',
    `<w:docDefaults><w:rPrDefault><w:rPr>${fonts('仿宋')}<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${styles.map(styleXml).join('')}`,
  );

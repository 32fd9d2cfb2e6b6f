import { wordNamespace } from '../word/xml-part.ts';

/** Looks of a paragraph, as named in `word-styles.ts`. */
type Look =
  | 'Title'
  | 'Body'
  | 'Part'
  | 'Item'
  | 'Flush'
  | 'Signature'
  | 'Note'
  | 'Cell'
  | 'CellHead'
  | 'CellEnd';

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const paragraph = (look: Look, words: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${look}"/></w:pPr><w:r><w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r></w:p>`;

/** Blocks that are kept or repeated: the tags stand alone in their paragraphs. */
export const repeated = (name: string, ...blocks: readonly string[]): string =>
  [paragraph('Body', `{#${name}}`), ...blocks, paragraph('Body', `{/${name}}`)].join('');

export interface Cell {
  readonly words: string;
  /** Numbers stand at the end of their cell. */
  readonly look?: 'Cell' | 'CellHead' | 'CellEnd';
  /** Columns that it takes; default one. */
  readonly span?: number;
}

const cell = (width: number, { words, look = 'Cell', span = 1 }: Cell): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}<w:vAlign w:val="center"/></w:tcPr>${paragraph(look, words)}</w:tc>`;

/** A row of a table; a heading is printed again on each page. */
export const row = (widths: readonly number[], cells: readonly Cell[], heading = false): string => {
  let column = 0;
  const drawn = cells.map((one) => {
    const own = widths.slice(column, column + (one.span ?? 1));
    column += one.span ?? 1;
    return cell(
      own.reduce((sum, width) => sum + width, 0),
      one,
    );
  });
  return `<w:tr><w:trPr><w:cantSplit/>${heading ? '<w:tblHeader/>' : ''}</w:trPr>${drawn.join('')}</w:tr>`;
};

const border = (side: string): string => `<w:${side} w:val="single" w:sz="6" w:space="0" w:color="000000"/>`;
const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('');

/** A bordered table; widths in twentieths of a point, together the width of the type area. */
export const table = (widths: readonly number[], ...rows: readonly string[]): string => {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="${whole}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
};

/** A table whose one row is repeated for the rows of a list, under its heading. */
export const listTable = (
  list: string,
  columns: readonly (readonly [heading: string, width: number, words: string, look?: Cell['look']])[],
  ...closing: readonly string[]
): string => {
  const widths = columns.map(([, width]) => width);
  const last = columns.length - 1;
  return table(
    widths,
    row(
      widths,
      columns.map(([words]) => ({ words, look: 'CellHead' })),
      true,
    ),
    row(
      widths,
      columns.map(([, , field, look = 'Cell'], at) => ({
        words: `${at === 0 ? `{#${list}}` : ''}${field}${at === last ? `{/${list}}` : ''}`,
        look,
      })),
    ),
    ...closing,
  );
};

const namespaces = `xmlns:w="${wordNamespace}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`;
export const partOf = (root: string, inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${root} ${namespaces}>${inner}</w:${root}>`;

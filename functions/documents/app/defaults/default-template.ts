import type { DocumentKind } from '#shared/contracts/documents.ts';
import { layouts } from '#shared/regulation/application/documents/layouts/layouts.ts';
import { writePackage } from '../word/write-package.ts';
import { approvalBody } from './approval-body.ts';
import { layoutBody } from './layout-body.ts';
import { planBody } from './plan-body.ts';
import { reportBody } from './report-body.ts';
import { partOf } from './word-markup.ts';
import { stylesPart } from './word-styles.ts';

const bodies: Readonly<Record<DocumentKind, () => string>> = {
  report: reportBody,
  plan: planBody,
  approval: approvalBody,
  changePlan: () => layoutBody(layouts.changePlan),
  shutdownForm: () => layoutBody(layouts.shutdownForm),
  confirmation: () => layoutBody(layouts.confirmation),
  letter: () => layoutBody(layouts.letter),
  warning: () => layoutBody(layouts.warning),
  disposal: () => layoutBody(layouts.disposal),
  reclaim: () => layoutBody(layouts.reclaim),
};

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageSpace = 'http://schemas.openxmlformats.org/package/2006';
const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const contentTypes = `${declaration}<Types xmlns="${packageSpace}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${mediaType}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${mediaType}.styles+xml"/><Override PartName="/word/footer1.xml" ContentType="${mediaType}.footer+xml"/></Types>`;

const relationships = (
  ...related: readonly (readonly [id: string, type: string, target: string])[]
): string =>
  `${declaration}<Relationships xmlns="${packageSpace}/relationships">${related
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const field = (code: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;

const footer = (): string =>
  partOf(
    'ftr',
    `<w:p><w:pPr><w:pStyle w:val="CellHead"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>${field('PAGE')}<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p>`,
  );

/** A4 with the margins of official papers: 37 mm above, 28 mm left, a type area of 156 × 225 mm. */
const page =
  '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1587" w:gutter="0"/></w:sectPr>';

/**
 * The template that comes with the system, a Word document made of its text: nothing binary is kept, and what is
 * changed in it can be read in a comparison.
 */
export const defaultTemplate = (kind: DocumentKind): Uint8Array => {
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relationships(['rId1', 'officeDocument', 'word/document.xml']),
    'word/document.xml': partOf('document', `<w:body>${bodies[kind]()}${page}</w:body>`),
    'word/_rels/document.xml.rels': relationships(
      ['rId1', 'styles', 'styles.xml'],
      ['rId2', 'footer', 'footer1.xml'],
    ),
    'word/styles.xml': stylesPart(),
    'word/footer1.xml': footer(),
  };
  return writePackage(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)] as const));
};

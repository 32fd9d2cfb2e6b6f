import { Fragment, type ReactNode } from 'react';
import type { DocumentData } from '#shared/regulation/application/documents/document-tags.ts';
import type { Block, Column, Layout } from '#shared/regulation/application/documents/layouts/layout.ts';
import { Paragraphs, SheetTable } from './sheet-table.tsx';

type Names = DocumentData['fields'];

const filled = (words: string, fields: Names): string =>
  words.replace(/\{([^{}#/]+)\}/g, (_, name: string) => fields[name] ?? '');

type Line = Extract<Block, { look: string }>;

const lines: Readonly<Record<Line['look'], (words: string) => ReactNode>> = {
  Title: (words) => <h1 className="sheet-title">{words}</h1>,
  Part: (words) => <h2>{words}</h2>,
  Item: (words) => <h3>{words}</h3>,
  Body: (words) => <Paragraphs words={words} />,
  Flush: (words) => <p className="sheet-to">{words}</p>,
  Signature: (words) => <p className="sheet-signed">{words}</p>,
  Note: (words) => <p className="sheet-note">{words}</p>,
};

const columnOf = ([heading, , words, look]: Column): readonly [string, (row: Names) => string, 'number'?] => {
  const read = (row: Names): string => filled(words, row);
  return look ? [heading, read, 'number'] : [heading, read];
};

const Facts = ({
  pairs,
  fields,
}: {
  readonly pairs: Extract<Block, { facts: unknown }>['facts'];
  readonly fields: Names;
}) => (
  <table className="sheet-table sheet-facts">
    <tbody>
      {pairs.map(([label, words, other]) => (
        <tr key={label}>
          <th scope="row">{label}</th>
          <td colSpan={other === undefined ? 3 : 1}>{filled(words, fields)}</td>
          {other !== undefined && (
            <>
              <th scope="row">{other[0]}</th>
              <td>{filled(other[1], fields)}</td>
            </>
          )}
        </tr>
      ))}
    </tbody>
  </table>
);

/** Once a row for a list, once or never for a condition. */
const turnsOf = (name: string, data: DocumentData): readonly DocumentData[] => {
  const rows = data.lists[name];
  if (rows) return rows.map((fields) => ({ ...data, fields }));
  return data.conditions[name] ? [data] : [];
};

const Part = ({ block, data }: { readonly block: Block; readonly data: DocumentData }) => {
  if ('look' in block) return lines[block.look](filled(block.words, data.fields));
  if ('facts' in block) return <Facts pairs={block.facts} fields={data.fields} />;
  if ('list' in block)
    return (
      <SheetTable
        rows={data.lists[block.list] ?? []}
        columns={block.columns.map(columnOf)}
        widths={block.columns.map(([, width]) => width)}
      />
    );
  return Array.from(turnsOf(block.repeat, data).entries(), ([place, turn]) => (
    <Fragment key={place}>
      <Parts layout={block.blocks} data={turn} />
    </Fragment>
  ));
};

const Parts = ({ layout, data }: { readonly layout: Layout; readonly data: DocumentData }) =>
  Array.from(layout.entries(), ([place, block]) => <Part key={place} block={block} data={data} />);

interface LayoutSheetProps {
  readonly title: string;
  readonly layout: Layout;
  readonly data: DocumentData;
}

/** A document as its layout prints it on A4: the same blocks as in the Word template that comes with the system. */
export const LayoutSheet = ({ title, layout, data }: LayoutSheetProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: its tables scroll on phones and must be reachable by keyboard (WCAG 2.1.1)
  <article className="sheet sheet-form" aria-label={title} tabIndex={0}>
    <Parts layout={layout} data={data} />
  </article>
);

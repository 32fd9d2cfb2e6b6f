import type { Block, Layout } from '#shared/regulation/application/documents/layouts/layout.ts';
import { listTable, paragraph, repeated, row, table } from './word-markup.ts';

const factWidths = [1500, 2922, 1500, 2922];
const label = (words: string) => ({ words, look: 'CellHead' }) as const;

const factsTable = (pairs: Extract<Block, { facts: unknown }>['facts']): string =>
  table(
    factWidths,
    ...pairs.map(([name, words, other]) =>
      row(
        factWidths,
        other === undefined
          ? [label(name), { words, span: 3 }]
          : [label(name), { words }, label(other[0]), { words: other[1] }],
      ),
    ),
  );

const blockMarkup = (block: Block): string => {
  if ('look' in block) return paragraph(block.look, block.words);
  if ('repeat' in block) return repeated(block.repeat, ...block.blocks.map(blockMarkup));
  return 'facts' in block ? factsTable(block.facts) : listTable(block.list, block.columns);
};

/** A layout as the body of a Word template. */
export const layoutBody = (layout: Layout): string => layout.map(blockMarkup).join('');

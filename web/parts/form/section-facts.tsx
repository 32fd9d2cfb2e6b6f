import type { SectionWords } from './form-words.ts';
import { labelOfField, showValue } from './read-words.ts';
import { WordsTable } from './words-table.tsx';

interface SectionFactsProps {
  readonly words: SectionWords;
  readonly content: Readonly<Record<string, unknown>>;
}

/** The filled fields of a section under their official labels; small tables below. */
export const SectionFacts = ({ words, content }: SectionFactsProps) => {
  const fields = Object.entries(words.fields);
  const plain = fields.flatMap(([id, field]) => {
    const text = typeof field === 'object' && 'columns' in field ? '' : showValue(field, content[id]);
    return text === '' ? [] : [{ id, label: labelOfField(field), text }];
  });
  return (
    <>
      {plain.length > 0 && (
        <dl className="facts">
          {plain.map(({ id, label, text }) => [
            <dt key={`${id} label`}>{label}</dt>,
            <dd key={id}>{text}</dd>,
          ])}
        </dl>
      )}
      {fields.map(([id, field]) => {
        const rows: unknown = content[id];
        return typeof field === 'object' && 'columns' in field && Array.isArray(rows) && rows.length > 0 ? (
          <WordsTable key={id} label={field.label} columns={field.columns} rows={rows} />
        ) : null;
      })}
    </>
  );
};

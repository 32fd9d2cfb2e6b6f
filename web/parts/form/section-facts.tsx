import type { FormSection } from '#shared/contracts/forms.ts';
import { showValue } from '#shared/regulation/application/documents/show-value.ts';
import { WordsTable } from './words-table.tsx';

interface SectionFactsProps {
  readonly section: FormSection;
  readonly content: Readonly<Record<string, unknown>>;
}

/** The filled fields of a section under their official labels; small tables below. */
export const SectionFacts = ({ section, content }: SectionFactsProps) => {
  const plain = section.fields.flatMap((field) => {
    const text = field.kind === 'table' ? '' : showValue(field, content[field.id]);
    return text === '' ? [] : [{ id: field.id, label: field.label, text }];
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
      {section.fields.map((field) => {
        const rows: unknown = content[field.id];
        return field.kind === 'table' && Array.isArray(rows) && rows.length > 0 ? (
          <WordsTable key={field.id} field={field} rows={rows} />
        ) : null;
      })}
    </>
  );
};

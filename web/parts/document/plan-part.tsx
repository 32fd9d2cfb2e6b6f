import type { FormField, FormSection } from '#shared/contracts/forms.ts';
import { showValue } from '../form/read-words.ts';

interface PlanPartProps {
  readonly section: FormSection;
  readonly content: Readonly<Record<string, unknown>>;
}

type TableField = Extract<FormField, { kind: 'table' }>;

const cellOf = (row: unknown, id: string): unknown =>
  typeof row === 'object' && row !== null ? (row as Readonly<Record<string, unknown>>)[id] : undefined;

/** A table of the annex, its rows numbered. */
export const PrintedTable = ({ field, rows }: { readonly field: TableField; readonly rows: unknown }) => (
  <table className="sheet-table">
    <thead>
      <tr>
        <th scope="col">序号</th>
        {field.columns.map(({ id, label }) => (
          <th key={id} scope="col">
            {label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {Array.from((Array.isArray(rows) ? rows : []).entries(), ([place, row]) => (
        <tr key={place}>
          <td className="sheet-number">{place + 1}</td>
          {field.columns.map((column) => (
            <td key={column.id}>{showValue(column, cellOf(row, column.id))}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

/** Fields as paragraphs under the annex's own headings, each led by its label. */
export const PlanParagraphs = ({ section, content }: PlanPartProps) =>
  section.fields.map((field, at) => {
    if (field.id === 'systemName') return null;
    const heading = field.group !== undefined && field.group !== section.fields[at - 1]?.group;
    const rows = content[field.id];
    if (field.kind === 'table')
      return Array.isArray(rows) && rows.length > 0 ? (
        <PrintedTable key={field.id} field={field} rows={rows} />
      ) : null;
    const text = showValue(field, content[field.id]);
    return [
      heading && <h3 key={`${field.id} heading`}>{field.group}</h3>,
      text !== '' &&
        text.split('\n').map((paragraph, line) => (
          <p key={`${field.id} ${paragraph}`}>
            {line === 0 && <strong>{field.label}：</strong>}
            {paragraph}
          </p>
        )),
    ];
  });

/** One half of 表1: label and answer side by side. */
export const PlanGrid = ({ section, content, title }: PlanPartProps & { readonly title: string }) => (
  <table className="sheet-table sheet-grid">
    <thead>
      <tr>
        <th colSpan={2} scope="colgroup">
          {title}
        </th>
      </tr>
    </thead>
    <tbody>
      {section.fields.map((field) => {
        const text = field.kind === 'table' ? '' : showValue(field, content[field.id]);
        return text === '' ? null : (
          <tr key={field.id}>
            <th scope="row">{field.label}</th>
            <td>{text}</td>
          </tr>
        );
      })}
    </tbody>
  </table>
);

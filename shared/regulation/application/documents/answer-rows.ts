import type { FormColumn, FormSection } from '../../form-spec.ts';
import type { DocumentSource } from './document-source.ts';
import { readSource } from './document-source.ts';
import { showValue } from './show-value.ts';

/** A row of a table of questions and answers as the annex prints it. */
interface AnswerRow {
  readonly 分组: string;
  readonly 项目: string;
  readonly 内容: string;
}

const isChosen = (value: unknown, option: string): boolean =>
  Array.isArray(value) ? value.includes(option) : value === option;

/** Choices as the annex has them, with a box before each. */
const answerOf = (field: FormColumn, value: unknown): string =>
  field.kind === 'choices'
    ? field.options.map((option) => `${isChosen(value, option.value) ? '☑' : '☐'}${option.label}`).join('　')
    : showValue(field, value);

/** Every question of a section but those named, under its official label; one that does not apply stays empty. */
export const answerRows = (
  source: DocumentSource,
  section: FormSection['id'],
  without: readonly string[],
): readonly AnswerRow[] => {
  const { specOf, contentOf } = readSource(source);
  return (specOf(section)?.fields ?? []).flatMap((field) =>
    field.kind === 'table' || without.includes(field.id)
      ? []
      : [
          {
            分组: field.group ?? '',
            项目: field.label,
            内容: answerOf(field, contentOf(section)[field.id]),
          },
        ],
  );
};

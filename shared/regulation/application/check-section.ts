import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import type { FormField, FormSection } from '../form-spec.ts';
import { type ApplicationForm, holds, isFilled, rowsAt, valueAt } from './application-form.ts';
import { checkTableRows } from './check-table-rows.ts';
import { checkValue } from './check-value.ts';

/** A field that is switched off must be empty, so that the document says nothing the applicant didn't mean. */
const checkSwitchedOff = (pointer: string, field: FormField, value: unknown): readonly FieldRefusal[] =>
  isFilled(value) && value !== false
    ? [
        {
          pointer,
          code: 'not-applicable',
          message: `按前面的选择不需要填写“${field.label}”，请清空，或改正前面的选择。`,
          clause: field.clause,
        },
      ]
    : [];

const checkField = (form: ApplicationForm, pointer: string, field: FormField): readonly FieldRefusal[] => {
  const value = valueAt(form, pointer);
  if (!holds(form, field.when)) return checkSwitchedOff(pointer, field, value);
  if (field.kind === 'table') return checkTableRows(pointer, field, rowsAt(form, pointer));
  const problem = checkValue(pointer, field, value);
  return problem === undefined ? [] : [problem];
};

/** Whether a section is complete by its own declaration. */
export const checkSection = (form: ApplicationForm, section: FormSection): readonly FieldRefusal[] =>
  section.fields.flatMap((field) => checkField(form, `/${section.id}/${field.id}`, field));

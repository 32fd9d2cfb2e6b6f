import type { FormColumn } from '#shared/contracts/forms.ts';

/** What every control of a field is given. */
export interface FieldInputProps<F extends FormColumn = FormColumn> {
  readonly field: F;
  readonly pointer: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly invalid: boolean;
  /** Ids of help and problems. */
  readonly describedBy: string | undefined;
  /** Said instead of a visible label, in a table. */
  readonly spoken?: string;
}

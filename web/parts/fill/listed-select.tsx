import type { FieldInputProps } from './field-input-props.ts';
import { placeId } from './field-place.ts';

interface ListedSelectProps {
  readonly props: Omit<FieldInputProps, 'field'>;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Said while nothing is chosen. */
  readonly empty: string;
}

/** One out of a list that is read; what was chosen stays to be seen when the list no longer has it. */
export const ListedSelect = ({ props, options, empty }: ListedSelectProps) => {
  const value = typeof props.value === 'string' ? props.value : '';
  const unlisted = value !== '' && !options.some((option) => option.value === value);
  return (
    <select
      id={placeId(props.pointer)}
      className="fill-select"
      value={value}
      onChange={(event) => props.onChange(event.target.value)}
      aria-invalid={props.invalid || undefined}
      aria-describedby={props.describedBy}
      aria-label={props.spoken}
    >
      <option value="">{empty}</option>
      {unlisted && <option value={value}>{value}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
};

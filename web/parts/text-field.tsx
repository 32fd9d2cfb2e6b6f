import { Input } from 'antd';
import { useId } from 'react';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly maxLength: number;
  /** What to write, below the field. */
  readonly hint?: string;
  readonly rows?: number;
  readonly inputMode?: 'tel' | 'text';
}

/** A labelled line of text, or several. */
export const TextField = ({ label, value, onChange, maxLength, hint, rows, inputMode }: TextFieldProps) => {
  const id = useId();
  const hintId = `${id}-hint`;
  const shared = { id, value, maxLength, ...(hint === undefined ? {} : { 'aria-describedby': hintId }) };
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {rows === undefined ? (
        <Input
          {...shared}
          autoComplete="off"
          inputMode={inputMode ?? 'text'}
          onChange={({ target }) => onChange(target.value)}
        />
      ) : (
        <Input.TextArea {...shared} rows={rows} onChange={({ target }) => onChange(target.value)} />
      )}
      {hint !== undefined && (
        <div id={hintId} className="quiet small">
          {hint}
        </div>
      )}
    </div>
  );
};

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
  /** Why it was refused. */
  readonly problem?: string | undefined;
}

/** A labelled line of text, or several. */
export const TextField = ({
  label,
  value,
  onChange,
  maxLength,
  hint,
  rows,
  inputMode,
  problem,
}: TextFieldProps) => {
  const id = useId();
  const hintId = `${id}-hint`;
  const problemId = `${id}-problem`;
  const describedBy = [hint !== undefined && hintId, problem !== undefined && problemId].filter(Boolean);
  const shared = {
    id,
    value,
    maxLength,
    ...(problem === undefined ? {} : { 'aria-invalid': true, status: 'error' as const }),
    ...(describedBy.length === 0 ? {} : { 'aria-describedby': describedBy.join(' ') }),
  };
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
      {problem !== undefined && (
        <div id={problemId} className="field-problem small" role="alert">
          {problem}
        </div>
      )}
      {hint !== undefined && (
        <div id={hintId} className="quiet small">
          {hint}
        </div>
      )}
    </div>
  );
};

import { Input } from 'antd';
import { useId } from 'react';

interface DayFieldProps {
  readonly label: string;
  /** `YYYY-MM-DD`, empty while none is chosen. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A labelled day. */
export const DayField = ({ label, value, onChange }: DayFieldProps) => {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <Input id={id} type="date" value={value} onChange={({ target }) => onChange(target.value)} />
    </div>
  );
};

import type { ReactNode } from 'react';
import './check-box.css';

interface CheckBoxProps {
  readonly checked: boolean;
  /** Some of what it stands for are chosen. */
  readonly partly?: boolean;
  readonly onChange: (checked: boolean) => void;
  /** Its name where no words stand beside it. */
  readonly label?: string;
  readonly children?: ReactNode;
}

/** The browser's own check box in the console's colours. */
export const CheckBox = ({ checked, partly = false, onChange, label, children }: CheckBoxProps) => (
  <label className="check-box">
    <input
      type="checkbox"
      aria-label={label}
      checked={checked}
      ref={(box) => {
        if (box) box.indeterminate = partly;
      }}
      onChange={({ target }) => onChange(target.checked)}
    />
    {children}
  </label>
);

import './filter-fields.css';

interface FilterSelectProps {
  readonly label: string;
  /** What stands there while nothing is chosen. */
  readonly all: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string | undefined) => void;
}

/** One choice of a list's filter; the browser's own list, which phones show in their own way. */
export const FilterSelect = ({ label, all, value, options, onChange }: FilterSelectProps) => (
  <select
    className="filter-field"
    aria-label={label}
    value={value ?? ''}
    onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
  >
    <option value="">{all}</option>
    {options.map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ))}
  </select>
);

interface FilterTextProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Words to look for in a list. */
export const FilterText = ({ label, value, onChange }: FilterTextProps) => (
  <input
    className="filter-field filter-text"
    type="search"
    aria-label={label}
    placeholder={label}
    value={value}
    onChange={({ target }) => onChange(target.value)}
  />
);

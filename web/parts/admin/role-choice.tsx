import { Checkbox } from 'antd';
import type { RoleView } from '#shared/contracts/people.ts';

interface RoleChoiceProps {
  readonly offered: readonly RoleView[];
  readonly chosen: readonly string[];
  readonly onChange: (roles: readonly string[]) => void;
}

/** The posts that an organisation may give, any number of them. */
export const RoleChoice = ({ offered, chosen, onChange }: RoleChoiceProps) => (
  <fieldset className="field">
    <legend className="field-label">岗位（必选，可多选）</legend>
    <div className="choices">
      {offered.map(({ id, label }) => (
        <Checkbox
          key={id}
          checked={chosen.includes(id)}
          onChange={({ target }) =>
            onChange(target.checked ? [...chosen, id] : chosen.filter((role) => role !== id))
          }
        >
          {label}
        </Checkbox>
      ))}
    </div>
  </fieldset>
);

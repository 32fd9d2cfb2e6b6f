import { useSystemsInUse } from '../../api/lifecycle.ts';
import { itemsOf } from '../../api/reads.ts';
import '../fill/fill.css';

interface SystemChoiceProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (systemId: string) => void;
}

/** One of the unit's systems that use something now. */
export const SystemChoice = ({ id, value = '', onChange }: SystemChoiceProps) => {
  const systems = useSystemsInUse();
  const inUse = (systems.data ? itemsOf(systems.data) : []).filter((system) => system.inUse.length > 0);
  return (
    <select
      id={id}
      className="fill-select"
      value={value}
      onChange={(event) => onChange?.(event.target.value)}
    >
      <option value="">{systems.data && inUse.length === 0 ? '本单位还没有在用资源的系统' : '请选择'}</option>
      {inUse.map((system) => (
        <option key={system.systemId} value={system.systemId}>
          {system.name}（{system.inUse.map(({ label, count }) => `${label} ${count} 个`).join('，')}）
        </option>
      ))}
    </select>
  );
};

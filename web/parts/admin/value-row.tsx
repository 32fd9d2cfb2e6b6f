import { Checkbox, InputNumber } from 'antd';
import type { TenantView } from '#shared/contracts/tenants.ts';
import { ClauseChip } from '../clause-chip.tsx';

type Settable = TenantView['settings']['values'][number];
type Value = Settable['rule'];

const units: Readonly<Record<string, string>> = {
  workingDay: '个工作日',
  month: '个月',
  naturalDay: '个自然日',
  naturalWeek: '周',
};
const directions: Readonly<Record<string, string>> = {
  max: '只能更短',
  min: '只能更高',
  superset: '只能增加',
  never: '不能另设',
};

const wordsOf = (value: Value, options: Settable['options']): string => {
  if (typeof value === 'number') return String(value);
  if ('amount' in value) return `${value.amount} ${units[value.unit] ?? ''}`;
  return value.map((id) => options?.find((option) => option.id === id)?.label ?? id).join('、');
};

interface ValueRowProps {
  readonly settable: Settable;
  readonly editable: boolean;
  readonly onChange: (own: Value | undefined) => void;
}

const ValueField = ({ settable: { title, rule, own, options = [] }, editable, onChange }: ValueRowProps) => {
  const value = own ?? rule;
  if (typeof value === 'object' && !('amount' in value))
    return (
      <Checkbox.Group
        aria-label={title}
        disabled={!editable}
        options={options.map(({ id, label }) => ({ value: id, label }))}
        value={[...value]}
        onChange={(chosen) => onChange(chosen as string[])}
      />
    );
  const amount = typeof value === 'number' ? value : value.amount;
  return (
    <span>
      <InputNumber
        aria-label={title}
        min={1}
        precision={0}
        disabled={!editable}
        value={amount}
        onChange={(next) =>
          onChange(next === null ? undefined : typeof value === 'number' ? next : { ...value, amount: next })
        }
      />{' '}
      {typeof value === 'object' && units[value.unit]}
    </span>
  );
};

/** One value: what the rules say, in which direction it may be set, and what is set here. */
export const ValueRow = (props: ValueRowProps) => {
  const { title, clause, source, tighten, rule, options } = props.settable;
  const fixed = tighten === 'never' || (tighten === undefined && source === 'regulation');
  return (
    <tr>
      <td data-label="项目">
        <span>
          {title}
          <br />
          <ClauseChip clause={clause} />
        </span>
      </td>
      <td data-label={source === 'regulation' ? '规定值' : '缺省值'}>
        <span>
          {wordsOf(rule, options)}
          <br />
          <span className="quiet small">{directions[tighten ?? 'free'] ?? '可自行设置'}</span>
        </span>
      </td>
      <td data-label="本地值">{fixed ? <span className="quiet">按规定</span> : <ValueField {...props} />}</td>
    </tr>
  );
};

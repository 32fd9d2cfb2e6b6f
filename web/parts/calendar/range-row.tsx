import { Input, Select } from 'antd';
import { Button } from '../button.tsx';
import type { DraftRange } from './notice-draft.ts';

interface RangeRowProps {
  readonly range: DraftRange;
  /** Place among the rows, from 1. */
  readonly place: number;
  /** A county only closes. */
  readonly closuresOnly: boolean;
  readonly problem: string | undefined;
  readonly onChange: (range: DraftRange) => void;
  readonly onRemove: () => void;
}

const kinds = [
  { value: 'holiday', label: '休（放假、停办）' },
  { value: 'workday', label: '班（调休上班）' },
];

/** One stretch of days of a notice. */
export const RangeRow = ({ range, place, closuresOnly, problem, onChange, onRemove }: RangeRowProps) => (
  <tr>
    <td data-label="开始">
      <Input
        placeholder="2027-02-05"
        maxLength={10}
        aria-label={`第 ${place} 段开始日期`}
        value={range.from}
        onChange={({ target }) => onChange({ ...range, from: target.value.trim() })}
      />
    </td>
    <td data-label="结束">
      <Input
        placeholder="留空为同一天"
        maxLength={10}
        aria-label={`第 ${place} 段结束日期，留空为同一天`}
        value={range.to}
        onChange={({ target }) => onChange({ ...range, to: target.value.trim() })}
      />
    </td>
    <td data-label="安排">
      {closuresOnly ? (
        '停办'
      ) : (
        <Select
          aria-label={`第 ${place} 段安排`}
          value={range.kind}
          options={kinds}
          onChange={(kind) => onChange({ ...range, kind })}
          popupMatchSelectWidth={false}
        />
      )}
    </td>
    <td data-label="事由">
      <Input
        aria-label={`第 ${place} 段事由`}
        aria-invalid={problem !== undefined}
        placeholder={closuresOnly ? '如：防汛停办' : '如：春节'}
        maxLength={40}
        value={range.reason}
        onChange={({ target }) => onChange({ ...range, reason: target.value })}
      />
      {problem !== undefined && (
        <span role="alert" className="range-problem">
          {problem}
        </span>
      )}
    </td>
    <td>
      <Button type="text" aria-label={`删除第 ${place} 段`} onClick={onRemove}>
        删除
      </Button>
    </td>
  </tr>
);

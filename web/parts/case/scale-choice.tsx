import { Radio } from 'antd';
import { ClauseChip } from '../clause-chip.tsx';
import type { Scale } from './scale-words.ts';

interface ScaleChoiceProps {
  readonly clause: string;
  readonly value: Scale | undefined;
  readonly onChange: (scale: Scale | undefined) => void;
}

/** 变更认定: left alone, what the unit said stands. */
export const ScaleChoice = ({ clause, value, onChange }: ScaleChoiceProps) => (
  <div className="decide-facts">
    <div>
      变更类别认定 <ClauseChip clause={clause} />
    </div>
    <Radio.Group
      aria-label="变更类别认定"
      value={value ?? ''}
      options={[
        { value: '', label: '按申请单位所选' },
        { value: 'minor', label: '认定为一般变更' },
        { value: 'major', label: '认定为重大变更' },
      ]}
      onChange={({ target }) => onChange(target.value === '' ? undefined : (target.value as Scale))}
    />
    {value === 'major' && (
      <div className="quiet small">申请单位选的是一般变更的，请退回，由其按重大变更补齐材料。</div>
    )}
  </div>
);

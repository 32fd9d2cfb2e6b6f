import { Input, InputNumber } from 'antd';
import type { ResourceLine } from '../form/resource-lines.ts';
import type { AssessmentDraft } from './assessment.ts';

interface AssessCellProps {
  readonly line: ResourceLine;
  readonly draft: AssessmentDraft;
  readonly onChange: (lineNo: number, draft: AssessmentDraft) => void;
}

const largest = 1_000_000;
const longestOpinion = 500;

/** 评估数量 of one line, and why when it differs from what was asked. */
export const AssessCell = ({ line, draft, onChange }: AssessCellProps) => (
  <span className="assess-cell">
    <InputNumber
      style={{ width: '100%' }}
      aria-label={`第 ${line.lineNo} 行评估数量`}
      value={draft.quantity}
      min={0}
      max={largest}
      precision={0}
      status={draft.quantity === null ? 'error' : ''}
      onChange={(quantity) => onChange(line.lineNo, { ...draft, quantity })}
    />
    {(draft.quantity !== line.quantity || draft.opinion !== '') && (
      <Input
        aria-label={`第 ${line.lineNo} 行评估说明`}
        placeholder="调整理由（选填）"
        maxLength={longestOpinion}
        value={draft.opinion}
        onChange={(event) => onChange(line.lineNo, { ...draft, opinion: event.target.value })}
      />
    )}
  </span>
);

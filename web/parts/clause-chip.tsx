import { Popover } from 'antd';
import { articleName, clauseName } from '#shared/contracts/clause-name.ts';
import { ClauseCard } from './clause-card.tsx';
import './lists.css';

interface ClauseChipProps {
  readonly clause: string;
  /** Only the article, where the text is named beside it. */
  readonly short?: boolean;
}

/** The ground of a number, a step or a refusal; touched, it shows the clause. */
export const ClauseChip = ({ clause, short = false }: ClauseChipProps) => (
  <Popover trigger="click" content={<ClauseCard clause={clause} />} destroyOnHidden>
    <button type="button" className="clause-chip" aria-label={`依据：${clauseName(clause)}`}>
      {short ? articleName(clause) : clauseName(clause)}
    </button>
  </Popover>
);

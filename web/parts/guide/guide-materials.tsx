import type { GuideView } from '#shared/contracts/guide.ts';
import { ClauseChip } from '../clause-chip.tsx';
import './guide.css';

/** 申请材料: what is filled in here, what is handed in as a file, each with its ground. */
export const GuideMaterials = ({ materials }: Pick<GuideView, 'materials'>) => (
  <ul className="guide-basis">
    {materials.map(({ id, title, clause, help, evidence, conditional }) => (
      <li key={id}>
        <span className="status">{evidence === 'form' ? '在线填写' : '上传文件'}</span> {title}
        {conditional && <span className="quiet small">（视情况）</span>} <ClauseChip clause={clause} short />
        {help !== undefined && <div className="quiet small">{help}</div>}
      </li>
    ))}
  </ul>
);

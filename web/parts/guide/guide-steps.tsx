import type { GuideStep } from '#shared/contracts/guide.ts';
import { ClauseChip } from '../clause-chip.tsx';
import './guide.css';

const Step = ({ step }: { readonly step: GuideStep }) => (
  <li className="guide-step">
    <h3>
      {step.title}
      {!step.inSystem && <span className="status">本系统后续支持，目前按原方式办理</span>}
    </h3>
    <p className="quiet">办理人：{step.who.join('、')}</p>
    <ul className="guide-basis">
      {step.basis.map(({ clause, summary }) => (
        <li key={clause}>
          {summary} <ClauseChip clause={clause} short />
        </li>
      ))}
    </ul>
    {step.times.map(({ title, value, clause, source }) => (
      <p key={title} className="small">
        {title} <strong>{value}</strong>
        {source === 'localDefault' && <span className="quiet">（条文未定数值，本地默认）</span>}{' '}
        <ClauseChip clause={clause} short />
      </p>
    ))}
  </li>
);

/** The steps in order, each with the articles that it stands on. */
export const GuideSteps = ({ steps }: { readonly steps: readonly GuideStep[] }) => (
  <ol className="guide-steps">
    {steps.map((step) => (
      <Step key={step.title} step={step} />
    ))}
  </ol>
);

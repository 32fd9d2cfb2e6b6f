import type { GrantView } from '#shared/contracts/people.ts';
import { Button } from '../button.tsx';
import { formatInstant } from '../format-time.ts';
import { changeRows, kindWords, stateWords } from './grant-words.ts';

/** What may be done with a grant here. */
export type GrantVerb = 'confirm' | 'refuse' | 'withdraw';

interface GrantCardProps {
  readonly grant: GrantView;
  readonly onAct: (verb: GrantVerb) => void;
}

const closing = (grant: GrantView): string =>
  grant.closedAt === undefined
    ? ''
    : `${grant.closedBy ?? ''} ${formatInstant(grant.closedAt)}${grant.closingReason === undefined ? '' : `：${grant.closingReason}`}`;

/** One grant: about whom, what changes, from whom, what became of it. */
export const GrantCard = ({ grant, onAct }: GrantCardProps) => (
  <li className="grant">
    <div className="grant-head">
      <h2>
        {kindWords[grant.kind]}：{grant.person.name}
      </h2>
      <span className={`status ${grant.state === 'open' ? 'status-now' : ''}`}>
        {stateWords[grant.state]}
      </span>
    </div>
    <dl className="grant-facts">
      {changeRows(grant).map(([label, text]) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      <dt>提出</dt>
      <dd>
        {grant.proposedBy} {formatInstant(grant.proposedAt)}
      </dd>
      {grant.closedAt !== undefined && (
        <>
          <dt>{stateWords[grant.state]}</dt>
          <dd>{closing(grant)}</dd>
        </>
      )}
    </dl>
    {grant.verbs.length > 0 && (
      <div className="grant-foot">
        {grant.verbs.includes('decide') && (
          <>
            <Button type="primary" onClick={() => onAct('confirm')}>
              确认
            </Button>
            <Button onClick={() => onAct('refuse')}>退回</Button>
          </>
        )}
        {grant.verbs.includes('withdraw') && <Button onClick={() => onAct('withdraw')}>撤回</Button>}
      </div>
    )}
  </li>
);

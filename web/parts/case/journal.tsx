import type { JournalEntryView } from '#shared/contracts/case-journal.ts';
import { itemsOf, useJournal, useJournalVerification } from '../../api/reads.ts';
import { Button } from '../button.tsx';
import { formatInstant } from '../format-time.ts';
import { MoreButton } from '../more-button.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import { useNarrow } from '../use-narrow.ts';
import { VerificationResult } from '../verification-result.tsx';
import './case.css';

const Entry = ({ entry }: { readonly entry: JournalEntryView }) => (
  <li className="journal-entry">
    <span className="quiet">{formatInstant(entry.at)}</span>
    <span>
      {entry.text}
      {entry.actor && (
        <span className="quiet">
          {' '}
          （{entry.actor.organisation} {entry.actor.name} · {entry.actor.roleLabel}）
        </span>
      )}
    </span>
  </li>
);

interface JournalProps {
  readonly caseId: string;
  readonly mayVerify: boolean;
}

/** 全程留痕: what happened, in order, and the proof that nothing was changed since. */
export const Journal = ({ caseId, mayVerify }: JournalProps) => {
  const narrow = useNarrow();
  const journal = useJournal(caseId);
  const verification = useJournalVerification(caseId);
  return (
    <details className="panel panel-fold" open={!narrow}>
      <summary>
        <h2>全程留痕</h2>
      </summary>
      <div className="journal-head">
        <span className="quiet small">按先后记录每一步，可以核验是否完整、有无改动</span>
        {mayVerify && (
          <Button loading={verification.isFetching} onClick={() => void verification.refetch()}>
            核验留痕
          </Button>
        )}
      </div>
      {verification.data && (
        <VerificationResult
          result={verification.data}
          remedy="请不要继续办理，立即联系本级审计管理员核查。"
        />
      )}
      {verification.error && <ProblemPanel error={verification.error} />}
      {journal.error && <ProblemPanel error={journal.error} onRetry={journal.refetch} />}
      <ol className="plain-list">
        {journal.data && itemsOf(journal.data).map((entry) => <Entry key={entry.seq} entry={entry} />)}
      </ol>
      <MoreButton pages={journal} />
    </details>
  );
};

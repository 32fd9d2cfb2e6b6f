import { Button } from 'antd';
import type { JournalEntryView } from '#shared/contracts/cases.ts';
import type { Answer } from '../../api/call-operation.ts';
import { itemsOf, useJournal, useJournalVerification } from '../../api/reads.ts';
import { formatInstant } from '../format-time.ts';
import { MoreButton } from '../more-button.tsx';
import { Notice } from '../notice.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import './case.css';

type Verification = Answer<'verifyJournal'>;
type BreakReason = NonNullable<Verification['firstBroken']>['reason'];

const breakWords: Readonly<Record<BreakReason, string>> = {
  missing: '缺失',
  altered: '内容被改动',
  'head-differs': '之后的记录与链尾不符',
};

/** Whether a chain holds, or the first entry that cannot be trusted. */
export const VerificationResult = ({ result }: { readonly result: Verification }) =>
  result.firstBroken ? (
    <Notice
      type="error"
      title={`留痕链不完整：第 ${result.firstBroken.seq} 条${breakWords[result.firstBroken.reason]}`}
      description="请不要继续办理，立即联系本级审计管理员核查。"
    />
  ) : (
    <Notice
      type="success"
      title={`核验通过：${result.entries} 条记录首尾相连，没有缺失和改动`}
      description={
        <>
          末条校验值 <span className="digest">{result.headHash}</span>
        </>
      }
    />
  );

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
  const journal = useJournal(caseId);
  const verification = useJournalVerification(caseId);
  return (
    <section className="panel" aria-labelledby="journal">
      <div className="journal-head">
        <h2 id="journal">全程留痕</h2>
        {mayVerify && (
          <Button loading={verification.isFetching} onClick={() => void verification.refetch()}>
            核验留痕
          </Button>
        )}
      </div>
      {verification.data && <VerificationResult result={verification.data} />}
      {verification.error && <ProblemPanel error={verification.error} />}
      {journal.error && <ProblemPanel error={journal.error} onRetry={journal.refetch} />}
      <ol className="plain-list">
        {journal.data && itemsOf(journal.data).map((entry) => <Entry key={entry.seq} entry={entry} />)}
      </ol>
      <MoreButton pages={journal} />
    </section>
  );
};

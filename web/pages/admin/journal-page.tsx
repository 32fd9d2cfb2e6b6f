import { useAdministrationJournal, useAdministrationVerification } from '../../api/administration.ts';
import { itemsOf } from '../../api/reads.ts';
import { Button } from '../../parts/button.tsx';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { formatInstant } from '../../parts/format-time.ts';
import { MoreButton } from '../../parts/more-button.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { VerificationResult } from '../../parts/verification-result.tsx';

const Entries = () => {
  const journal = useAdministrationJournal();
  if (journal.isPending) return <PageSkeleton />;
  if (!journal.data) return <ProblemPanel error={journal.error} onRetry={journal.refetch} />;
  const items = itemsOf(journal.data);
  if (items.length === 0)
    return (
      <div className="panel">
        <EmptyNote description="还没有管理留痕。人员、岗位和外联名单的每次变更都会记在这里。" />
      </div>
    );
  return (
    <>
      <TableFrame label="管理留痕">
        <table className="table">
          <thead>
            <tr>
              <th scope="col" className="number">
                序号
              </th>
              <th scope="col">时间</th>
              <th scope="col">办理人</th>
              <th scope="col">事项</th>
            </tr>
          </thead>
          <tbody>
            {items.map((entry) => (
              <tr key={entry.seq}>
                <td data-label="序号" className="number">
                  {entry.seq}
                </td>
                <td data-label="时间">{formatInstant(entry.at)}</td>
                <td data-label="办理人">{entry.actor}</td>
                <td data-label="事项">{entry.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <MoreButton pages={journal} />
    </>
  );
};

/** 管理留痕: who changed whom, and the proof that no entry was changed since. */
export const AdministrationJournalPage = () => {
  const verification = useAdministrationVerification();
  return (
    <>
      <title>管理留痕 · 云网通</title>
      <div className="page-head">
        <h1>管理留痕</h1>
        <Button loading={verification.isFetching} onClick={() => void verification.refetch()}>
          核验留痕
        </Button>
      </div>
      {verification.data && (
        <VerificationResult result={verification.data} remedy="请保留现场，报告本级主管部门核查。" />
      )}
      {verification.error && <ProblemPanel error={verification.error} />}
      <Entries />
    </>
  );
};

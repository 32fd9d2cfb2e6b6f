import { useParams } from 'react-router';
import type { CaseView } from '#shared/contracts/cases.ts';
import { useCommand } from '../api/commands.ts';
import { isStale, ProblemError } from '../api/problem-error.ts';
import { useCase } from '../api/reads.ts';
import { ActsPanel } from '../parts/case/acts-panel.tsx';
import { ApplicantBar } from '../parts/case/applicant-bar.tsx';
import { CaseDesk } from '../parts/case/case-desk.tsx';
import { CaseHead } from '../parts/case/case-head.tsx';
import { DraftPanel } from '../parts/case/draft-panel.tsx';
import { Journal } from '../parts/case/journal.tsx';
import { RouteLine } from '../parts/case/route-line.tsx';
import { myTaskOf } from '../parts/case/use-my-task.ts';
import { useTaskSteps } from '../parts/case/use-task-steps.ts';
import { ClauseChip } from '../parts/clause-chip.tsx';
import { Notice } from '../parts/notice.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';

interface CaseBodyProps {
  readonly view: CaseView;
  readonly onRefresh: () => unknown;
}

const InTransit = () => <Notice type="info" title="正在流转到下一环节，本页会自动更新，请稍候。" />;

const AfterCorrection = ({ text, clause }: NonNullable<CaseView['afterCorrection']>) => (
  <Notice type="info" title={text} action={clause !== undefined && <ClauseChip clause={clause} short />} />
);

const CaseBody = ({ view, onRefresh }: CaseBodyProps) => {
  const task = myTaskOf(view);
  const onStep = useTaskSteps(view.caseId);
  const send = useCommand('requestConfirmation');
  const problems = send.error instanceof ProblemError ? send.error.problem.errors : [];
  const offers =
    view.may.includes('requestConfirmation') ||
    view.may.includes('withdraw') ||
    view.urgedToday !== undefined;
  return (
    <>
      <CaseHead view={view} />
      {view.status === 'moving' && <InTransit />}
      {view.afterCorrection && <AfterCorrection {...view.afterCorrection} />}
      <RouteLine view={view} />
      {send.error && (
        <ProblemPanel
          error={send.error}
          onRetry={isStale(send.error) ? onRefresh : undefined}
          retryLabel="刷新"
        />
      )}
      {view.may.includes('edit') && <DraftPanel view={view} problems={problems} />}
      <ActsPanel view={view} />
      <CaseDesk view={view} onRefresh={onRefresh} onStep={onStep}>
        <Journal caseId={view.caseId} mayVerify={view.may.includes('verifyJournal')} />
      </CaseDesk>
      {!task && offers && (
        <ApplicantBar
          view={view}
          sending={send.isPending}
          onRefresh={onRefresh}
          onSend={() => send.mutate({ params: { caseId: view.caseId }, version: view.version, body: {} })}
        />
      )}
    </>
  );
};

/** 办件详情. */
export const CasePage = () => {
  const { caseId = '' } = useParams();
  const matter = useCase(caseId);
  if (matter.isPending) return <PageSkeleton />;
  if (!matter.data) return <ProblemPanel error={matter.error} onRetry={matter.refetch} />;
  return (
    <>
      <title>{`${matter.data.systemName} · 云网通`}</title>
      {matter.error && <ProblemPanel error={matter.error} onRetry={matter.refetch} />}
      <CaseBody
        key={`${caseId} ${matter.data.round} ${matter.data.status}`}
        view={matter.data}
        onRefresh={matter.refetch}
      />
    </>
  );
};

import { Fragment, type ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { changePlanData } from '#shared/regulation/application/documents/change-plan-data.ts';
import type { DocumentSource } from '#shared/regulation/application/documents/document-source.ts';
import { layouts } from '#shared/regulation/application/documents/layouts/layouts.ts';
import { shutdownFormData } from '#shared/regulation/application/documents/shutdown-form-data.ts';
import { writtenKinds } from '#shared/regulation/application/documents/written-kinds.ts';
import { ApprovalSheet } from '../parts/document/approval-sheet.tsx';
import { useDocumentSource } from '../parts/document/document-source.ts';
import { DocumentTools } from '../parts/document/document-tools.tsx';
import { LayoutSheet } from '../parts/document/layout-sheet.tsx';
import { PlanSheet } from '../parts/document/plan-sheet.tsx';
import { ReportSheet } from '../parts/document/report-sheet.tsx';
import { Notice } from '../parts/notice.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import '../parts/document/document.css';

interface SheetsProps {
  readonly kind: string | null;
  readonly source: DocumentSource;
}

const sheets: Readonly<Record<string, (source: DocumentSource) => ReactNode>> = {
  report: (source) => <ReportSheet source={source} />,
  plan: (source) => <PlanSheet source={source} />,
  changePlan: (source) => (
    <LayoutSheet title="附件1-3" layout={layouts.changePlan} data={changePlanData(source)} />
  ),
  shutdownForm: (source) => (
    <LayoutSheet title="附件1-5" layout={layouts.shutdownForm} data={shutdownFormData(source)} />
  ),
  approval: (source) => <ApprovalSheet source={source} />,
};

/** Without a kind: the annexes of the form together, or the sheet of opinions where the city has none. */
const Sheets = ({ kind, source }: SheetsProps) => {
  const { view, sections } = source;
  const written: readonly string[] = writtenKinds(sections);
  if (!view.priced && written.length === 0) return <Notice type="info" title="这类办件没有公文。" />;
  const shown = kind === null && written.length > 0 ? written : [kind ?? 'approval'];
  if (shown.includes('approval') && view.round === 0)
    return <Notice type="info" title="本件尚未提交，还没有审批单。" />;
  if (!shown.some((id) => (id === 'approval' && view.priced) || written.includes(id)))
    return <Notice type="info" title="本市的申请没有这种公文。" />;
  return (
    <div className="document">
      {shown.map((id) => (
        <Fragment key={id}>{sheets[id]?.(source)}</Fragment>
      ))}
    </div>
  );
};

const titles: Readonly<Record<string, string>> = {
  report: '申请报告',
  plan: '申请方案',
  changePlan: '变更方案',
  shutdownForm: '关停申请表',
  approval: '审批单',
};

/** A case's documents as they are printed; which, the address says. */
export const DocumentPage = () => {
  const { caseId = '' } = useParams();
  const asked = useSearchParams()[0].get('kind');
  const kind = asked !== null && asked in titles ? asked : null;
  const { failed, source } = useDocumentSource(caseId);
  if (failed?.error) return <ProblemPanel error={failed.error} onRetry={failed.refetch} />;
  if (!source) return <PageSkeleton />;
  return (
    <>
      <title>{`${source.view.systemName} ${titles[kind ?? ''] ?? '公文'}`}</title>
      <DocumentTools back={`/cases/${caseId}`} label="返回办件" />
      <Sheets kind={kind} source={source} />
    </>
  );
};

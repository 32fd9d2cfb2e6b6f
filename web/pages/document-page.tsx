import { Link, useParams, useSearchParams } from 'react-router';
import type { DocumentSource } from '#shared/regulation/application/documents/document-source.ts';
import { writtenKinds } from '#shared/regulation/application/documents/written-kinds.ts';
import { Button } from '../parts/button.tsx';
import { ApprovalSheet } from '../parts/document/approval-sheet.tsx';
import { useDocumentSource } from '../parts/document/document-source.ts';
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

/** Without a kind: the application, report and plan together, or the sheet of opinions where the city has neither. */
const Sheets = ({ kind, source }: SheetsProps) => {
  const { view, sections } = source;
  if (!view.priced) return <Notice type="info" title="这类办件没有公文。" />;
  const written: readonly string[] = writtenKinds(sections);
  const shown = kind === null && written.length > 0 ? written : [kind ?? 'approval'];
  if (shown.includes('approval') && view.round === 0)
    return <Notice type="info" title="本件尚未提交，还没有审批单。" />;
  if (!shown.some((id) => id === 'approval' || written.includes(id)))
    return <Notice type="info" title="本市的申请没有这种公文。" />;
  return (
    <div className="document">
      {shown.includes('report') && <ReportSheet source={source} />}
      {shown.includes('plan') && <PlanSheet source={source} />}
      {shown.includes('approval') && <ApprovalSheet source={source} />}
    </div>
  );
};

const titles: Readonly<Record<string, string>> = {
  report: '申请报告',
  plan: '申请方案',
  approval: '审批单',
};

/** 申请报告, 申请方案 or 审批单 as they are printed; which, the address says. */
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
      <div className="document-tools">
        <Link to={`/cases/${caseId}`}>‹ 返回办件</Link>
        <span className="quiet">按 A4 纸排版；打印或另存为 PDF 时请关闭“页眉和页脚”。</span>
        <Button type="primary" onClick={() => window.print()}>
          打印
        </Button>
      </div>
      <Sheets kind={kind} source={source} />
    </>
  );
};

import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { useCase, useCatalogue, useForm, useTenants } from '../api/reads.ts';
import { ApplicationDocument } from '../parts/document/application-document.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';

/** 申请报告和申请方案 as they are printed. */
export const DocumentPage = () => {
  const { caseId = '' } = useParams();
  const matter = useCase(caseId, true);
  const form = useForm(matter.data?.kind, matter.data?.ruleVersion);
  const reads = [matter, form, useCatalogue(), useTenants()] as const;
  const [, , catalogue, tenants] = reads;
  const failed = reads.find(({ error, data }) => error && !data);
  if (failed?.error) return <ProblemPanel error={failed.error} onRetry={failed.refetch} />;
  if (!matter.isFetchedAfterMount || !matter.data || !form.data || !catalogue.data || !tenants.data)
    return <PageSkeleton />;
  const { systemName, tenant } = matter.data;
  const node = tenants.data.items.find(({ id }) => id === tenant);
  return (
    <>
      <title>{`${systemName} 申请报告和申请方案`}</title>
      <div className="document-tools">
        <Link to={`/cases/${caseId}`}>‹ 返回办件</Link>
        <span className="quiet">按 A4 纸排版；打印或另存为 PDF 时请关闭“页眉和页脚”。</span>
        <Button type="primary" onClick={() => window.print()}>
          打印
        </Button>
      </div>
      <ApplicationDocument
        view={matter.data}
        form={form.data}
        catalogue={catalogue.data}
        addressee={node?.authority ?? ''}
        city={tenants.data.items.find(({ level }) => level === 'city')?.name ?? ''}
      />
    </>
  );
};

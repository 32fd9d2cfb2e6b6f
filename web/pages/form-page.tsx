import { useParams } from 'react-router';
import { useCase, useCatalogue, useForm } from '../api/reads.ts';
import { FillForm } from '../parts/fill/fill-form.tsx';
import { NotEditable } from '../parts/fill/not-editable.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';

const Loaded = ({ matter }: { readonly matter: ReturnType<typeof useCase> }) => {
  const form = useForm(matter.data?.kind, matter.data?.ruleVersion);
  const catalogue = useCatalogue();
  const failed = [form, catalogue].find(({ error, data }) => error && !data);
  if (failed?.error) return <ProblemPanel error={failed.error} onRetry={failed.refetch} />;
  if (!matter.data || !form.data || !catalogue.data) return <PageSkeleton />;
  if (!matter.data.may.includes('edit')) return <NotEditable caseId={matter.data.caseId} />;
  return (
    <>
      <title>{`填写申请 ${matter.data.systemName} · 云网通`}</title>
      <FillForm key={matter.data.caseId} view={matter.data} form={form.data} catalogue={catalogue.data} />
    </>
  );
};

/** 填写申请. */
export const FormPage = () => {
  const { caseId = '' } = useParams();
  const matter = useCase(caseId, true);
  if (matter.error && !matter.data) return <ProblemPanel error={matter.error} onRetry={matter.refetch} />;
  // What was read before this page was opened may be older than what somebody saved since.
  return matter.isFetchedAfterMount ? <Loaded matter={matter} /> : <PageSkeleton />;
};

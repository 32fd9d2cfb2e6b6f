import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import type { ProcessDocumentKind } from '#shared/contracts/documents.ts';
import { layouts } from '#shared/regulation/application/documents/layouts/layouts.ts';
import { callOperation } from '../../api/call-operation.ts';
import { useSignedIn } from '../../auth/signed-in.ts';
import { DocumentTools } from '../../parts/document/document-tools.tsx';
import { LayoutSheet } from '../../parts/document/layout-sheet.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import '../../parts/document/document.css';

/** Where each document belongs. */
const places: Readonly<Record<ProcessDocumentKind, readonly [path: string, label: string]>> = {
  confirmation: ['provisioning', '返回开通单'],
  letter: ['provisioning', '返回开通单'],
  warning: ['rectifications', '返回整改'],
  disposal: ['rectifications', '返回整改'],
  reclaim: ['reclamations', '返回资源回收'],
};

const isKind = (kind: string | null): kind is ProcessDocumentKind => kind !== null && kind in places;

const useContent = (processId: string, kind: ProcessDocumentKind) => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, 'process-document', processId, kind],
    queryFn: ({ signal }) =>
      callOperation('getProcessDocumentContent', caller, { params: { processId, kind } }, signal),
    refetchOnMount: 'always',
  });
};

const Sheet = ({ processId, kind }: { readonly processId: string; readonly kind: ProcessDocumentKind }) => {
  const content = useContent(processId, kind);
  if (content.isPending) return <PageSkeleton />;
  if (!content.data) return <ProblemPanel error={content.error} onRetry={content.refetch} />;
  const { title, data } = content.data;
  const [path, label] = places[kind];
  return (
    <>
      <title>{`${title} · 云网通`}</title>
      <DocumentTools back={`/${path}/${processId}`} label={label} />
      <div className="document">
        <LayoutSheet title={title} layout={layouts[kind]} data={data} />
      </div>
    </>
  );
};

/** A document of an opening, a rectification or a reclamation as it is printed; which, the address says. */
export const ProcessDocumentPage = () => {
  const { processId = '' } = useParams();
  const kind = useSearchParams()[0].get('kind');
  return isKind(kind) ? (
    <Sheet processId={processId} kind={kind} />
  ) : (
    <Notice type="info" title="没有这种公文。" />
  );
};

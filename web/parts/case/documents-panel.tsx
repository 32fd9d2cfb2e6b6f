import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type CaseDocumentKind, docxType } from '#shared/contracts/documents.ts';
import { callOperation } from '../../api/call-operation.ts';
import { useSignedIn } from '../../auth/signed-in.ts';
import { Button } from '../button.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import { saveFile } from '../save-file.ts';
import './attachments.css';

/** Which documents the case has now; another round or another version may change them. */
const useDocuments = (caseId: string, version: number) => {
  const { caller } = useSignedIn();
  return useQuery({
    queryKey: [caller.membership, 'case', caseId, 'documents', version],
    queryFn: ({ signal }) => callOperation('listDocuments', caller, { params: { caseId } }, signal),
  });
};

const useDocumentDownload = (caseId: string) => {
  const { caller } = useSignedIn();
  return useMutation({
    mutationFn: async (kind: CaseDocumentKind) => {
      const { fileName, content } = await callOperation('getDocument', caller, { params: { caseId, kind } });
      saveFile(fileName, new Blob([new Uint8Array(content)], { type: docxType }));
    },
  });
};

interface DocumentsPanelProps {
  readonly caseId: string;
  readonly version: number;
}

/** 文书: each official document to be kept as a Word file, or to be looked at and printed. */
export const DocumentsPanel = ({ caseId, version }: DocumentsPanelProps) => {
  const list = useDocuments(caseId, version);
  const download = useDocumentDownload(caseId);
  if (list.isPending) return null;
  if (!list.data) return <ProblemPanel error={list.error} onRetry={list.refetch} />;
  if (list.data.items.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="documents">
      <h2 id="documents">文书</h2>
      <ul className="materials">
        {list.data.items.map(({ kind, title, draft, template }) => (
          <li key={kind} className="document-row">
            <span>
              {title}
              {draft && <span className="quiet small">　草稿</span>}
            </span>
            <span className="quiet small">
              {template.isDefault ? '系统自带模板' : `本市模板第 ${template.version} 版`}
            </span>
            <span className="document-actions">
              <Button
                loading={download.isPending && download.variables === kind}
                aria-label={`下载${title} Word 文档`}
                onClick={() => download.mutate(kind)}
              >
                下载 Word
              </Button>
              <Link to={`/cases/${caseId}/document?kind=${kind}`} aria-label={`预览和打印${title}`}>
                预览和打印
              </Link>
            </span>
          </li>
        ))}
      </ul>
      {download.error && <ProblemPanel error={download.error} />}
    </section>
  );
};

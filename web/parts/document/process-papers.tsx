import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { docxType, type ProcessDocumentKind } from '#shared/contracts/documents.ts';
import { callOperation } from '../../api/call-operation.ts';
import { useSignedIn } from '../../auth/signed-in.ts';
import { Button } from '../button.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import { saveFile } from '../save-file.ts';
import '../case/attachments.css';

const titles: Readonly<Record<ProcessDocumentKind, string>> = {
  confirmation: '三方确认单',
  letter: '信息安全责任书（附件1-6）',
  warning: '警告提示和整改通知',
  disposal: '处置意见及决定',
  reclaim: '资源回收决定',
};

/** Keeps a document of a process as a Word file. */
const useProcessDocument = (processId: string) => {
  const { caller } = useSignedIn();
  return useMutation({
    mutationFn: async (kind: ProcessDocumentKind) => {
      const params = { processId, kind };
      const { fileName, content } = await callOperation('getProcessDocument', caller, { params });
      saveFile(fileName, new Blob([new Uint8Array(content)], { type: docxType }));
    },
  });
};

interface ProcessPapersProps {
  readonly processId: string;
  /** Those that there are by now. */
  readonly kinds: readonly ProcessDocumentKind[];
}

/** 文书 of an opening, a rectification or a reclamation: to be kept as Word files, or to be looked at and printed. */
export const ProcessPapers = ({ processId, kinds }: ProcessPapersProps) => {
  const download = useProcessDocument(processId);
  if (kinds.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="papers">
      <h2 id="papers">文书</h2>
      <ul className="materials">
        {kinds.map((kind) => (
          <li key={kind} className="document-row">
            <span>{titles[kind]}</span>
            <span className="document-actions">
              <Button
                loading={download.isPending && download.variables === kind}
                aria-label={`下载${titles[kind]} Word 文档`}
                onClick={() => download.mutate(kind)}
              >
                下载 Word
              </Button>
              <Link
                to={`/processes/${processId}/document?kind=${kind}`}
                aria-label={`预览和打印${titles[kind]}`}
              >
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

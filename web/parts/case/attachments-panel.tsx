import { ProblemPanel } from '../problem-panel.tsx';
import { MaterialFiles } from './material-files.tsx';
import { useAttachments } from './use-attachments.ts';
import './attachments.css';

interface AttachmentsPanelProps {
  readonly caseId: string;
}

/** 附件: which material each file is for, what is still missing, upload, download and removal. */
export const AttachmentsPanel = ({ caseId }: AttachmentsPanelProps) => {
  const list = useAttachments(caseId);
  if (list.isPending) return null;
  if (!list.data) return <ProblemPanel error={list.error} onRetry={list.refetch} />;
  const { items, materials, editable } = list.data;
  const shown = materials
    .map((material) => ({ material, files: items.filter((item) => item.material === material.id) }))
    .filter(({ files }) => editable || files.length > 0);
  const missing = materials.filter(({ required, given }) => required && !given).length;
  return (
    <section className="panel" aria-labelledby="attachments">
      <h2 id="attachments">
        附件
        {editable && (
          <span className="quiet small">　{missing > 0 ? `还缺 ${missing} 项` : '必须上传的已齐全'}</span>
        )}
      </h2>
      {shown.length === 0 && <p className="quiet">本件没有附件。</p>}
      <ul className="materials">
        {shown.map(({ material, files }) => (
          <MaterialFiles
            key={material.id}
            caseId={caseId}
            material={material}
            files={files}
            editable={editable}
          />
        ))}
      </ul>
    </section>
  );
};

import { ProblemPanel } from '../problem-panel.tsx';
import { useNarrow } from '../use-narrow.ts';
import { MaterialFiles } from './material-files.tsx';
import { useAttachments } from './use-attachments.ts';
import './attachments.css';

interface AttachmentsPanelProps {
  readonly caseId: string;
  /** Told when the list is before the person's eyes; on a phone it is folded at first. */
  readonly onOpen?: () => void;
}

/** 附件: which material each file is for, what is still missing, upload, download and removal. */
export const AttachmentsPanel = ({ caseId, onOpen }: AttachmentsPanelProps) => {
  const narrow = useNarrow();
  const list = useAttachments(caseId);
  if (list.isPending) return null;
  if (!list.data) return <ProblemPanel error={list.error} onRetry={list.refetch} />;
  const { items, materials, editable } = list.data;
  const shown = materials
    .map((material) => ({ material, files: items.filter((item) => item.material === material.id) }))
    .filter(({ files }) => editable || files.length > 0);
  const missing = materials.filter(({ required, given }) => required && !given).length;
  return (
    <details
      className="panel panel-fold"
      open={editable || !narrow}
      onToggle={(event) => event.currentTarget.open && onOpen?.()}
    >
      <summary>
        <h2>附件</h2>
        <span className="quiet small">
          　{editable ? (missing > 0 ? `还缺 ${missing} 项` : '必须上传的已齐全') : `${items.length} 个文件`}
        </span>
      </summary>
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
    </details>
  );
};

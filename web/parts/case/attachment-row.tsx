import { Popconfirm } from 'antd';
import type { AttachmentView } from '#shared/contracts/attachments.ts';
import { formatSize } from '#shared/contracts/format-size.ts';
import { Button } from '../button.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import { useDownload, useRemoval } from './use-attachments.ts';

interface AttachmentRowProps {
  readonly caseId: string;
  readonly file: AttachmentView;
  readonly editable: boolean;
}

/** One attached file: its name saves it, and while the draft is open it can be removed. */
export const AttachmentRow = ({ caseId, file, editable }: AttachmentRowProps) => {
  const download = useDownload(caseId);
  const removal = useRemoval(caseId);
  const error = download.error ?? removal.error;
  return (
    <li className="attachment">
      <Button
        type="link"
        className="attachment-name"
        loading={download.isPending}
        aria-label={`下载 ${file.fileName}`}
        onClick={() => download.mutate(file.attachmentId)}
      >
        {file.fileName}
      </Button>
      <span className="quiet small">
        {file.type.toUpperCase()}　{formatSize(file.size)}
      </span>
      {editable && (
        <Popconfirm
          title={`移除“${file.fileName}”？`}
          okText="移除"
          cancelText="保留"
          onConfirm={() => removal.mutate(file.attachmentId)}
        >
          <Button size="small" danger loading={removal.isPending} aria-label={`移除 ${file.fileName}`}>
            移除
          </Button>
        </Popconfirm>
      )}
      {error && <ProblemPanel error={error} />}
    </li>
  );
};

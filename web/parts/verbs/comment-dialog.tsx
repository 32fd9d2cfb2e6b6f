import { useState } from 'react';
import type { AttachmentView } from '#shared/contracts/attachments.ts';
import { useCommand } from '../../api/commands.ts';
import { TextField } from '../text-field.tsx';
import { CommentFiles } from './comment-files.tsx';
import { VerbDialog, type VerbProps } from './verb-dialog.tsx';

/** 附言: a word beside the decisions, and files that go with it. */
export const CommentDialog = (props: VerbProps) => {
  const { view, onClose } = props;
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly AttachmentView[]>([]);
  const [sending, setSending] = useState(false);
  const add = useCommand('addComment');
  const written = text.trim();
  const attached = files.map(({ attachmentId }) => attachmentId);
  return (
    <VerbDialog
      {...props}
      title="附言"
      ok="发表附言"
      command={add}
      lacking={written === '' || sending}
      outcome="能查看本件的人员都能看到，不影响办理；发表后不能修改。"
      onOk={() =>
        add.mutate(
          {
            params: { caseId: view.caseId },
            version: view.version,
            body: { text: written, ...(attached.length > 0 ? { files: attached } : {}) },
          },
          { onSuccess: onClose },
        )
      }
    >
      <TextField label="附言（必填）" value={text} onChange={setText} maxLength={2000} rows={4} />
      <CommentFiles caseId={view.caseId} files={files} onChange={setFiles} onSending={setSending} />
    </VerbDialog>
  );
};

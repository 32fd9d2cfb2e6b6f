import { useMutation } from '@tanstack/react-query';
import { type ChangeEvent, useRef } from 'react';
import type { AttachmentView } from '#shared/contracts/attachments.ts';
import { formatSize } from '#shared/contracts/format-size.ts';
import { useSignedIn } from '../../auth/signed-in.ts';
import { Button } from '../button.tsx';
import { sendFile } from '../case/send-file.ts';
import { ProblemList } from '../problem-list.tsx';
import { ProblemPanel } from '../problem-panel.tsx';

/** As the interface takes them. */
const commentMaterial = 'comment';
const mostFiles = 5;

interface CommentFilesProps {
  readonly caseId: string;
  readonly files: readonly AttachmentView[];
  readonly onChange: (files: readonly AttachmentView[]) => void;
  readonly onSending: (sending: boolean) => void;
}

/** Files that go with a word, checked like any other attachment before it is said. */
export const CommentFiles = ({ caseId, files, onChange, onSending }: CommentFilesProps) => {
  const picker = useRef<HTMLInputElement>(null);
  const { caller } = useSignedIn();
  const send = useMutation({
    mutationFn: (file: File) => sendFile(caller, caseId, commentMaterial, file, () => undefined),
    onMutate: () => onSending(true),
    onSuccess: (file) => onChange([...files, file]),
    onSettled: () => onSending(false),
  });
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    // Emptied, so that the same file can be chosen again after it was mended.
    target.value = '';
    if (file) send.mutate(file);
  };
  return (
    <div className="field">
      <span className="field-label">附件（至多 {mostFiles} 个）</span>
      {files.length > 0 && (
        <ul className="ruled-list">
          {files.map((file) => (
            <li key={file.attachmentId}>
              {file.fileName}（{formatSize(file.size)}）{' '}
              <Button
                size="small"
                aria-label={`去掉附件 ${file.fileName}`}
                onClick={() => onChange(files.filter((other) => other !== file))}
              >
                去掉
              </Button>
            </li>
          ))}
        </ul>
      )}
      <input
        ref={picker}
        type="file"
        accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.ofd"
        hidden
        aria-label="选择附言附件"
        onChange={choose}
      />
      <Button
        loading={send.isPending}
        disabled={files.length >= mostFiles}
        onClick={() => picker.current?.click()}
      >
        添加附件
      </Button>
      {send.error && (
        <>
          <ProblemPanel error={send.error} />
          <ProblemList error={send.error} />
        </>
      )}
    </div>
  );
};

import { useState } from 'react';
import { useCommand } from '../../api/commands.ts';
import { TextField } from '../text-field.tsx';
import { VerbDialog, type VerbProps } from './verb-dialog.tsx';

/** 附言: a word beside the decisions. */
export const CommentDialog = (props: VerbProps) => {
  const { view, onClose } = props;
  const [text, setText] = useState('');
  const add = useCommand('addComment');
  const written = text.trim();
  return (
    <VerbDialog
      {...props}
      title="附言"
      ok="发表附言"
      command={add}
      lacking={written === ''}
      outcome="能查看本件的人员都能看到，不影响办理；发表后不能修改。"
      onOk={() =>
        add.mutate(
          { params: { caseId: view.caseId }, version: view.version, body: { text: written } },
          { onSuccess: onClose },
        )
      }
    >
      <TextField label="附言（必填）" value={text} onChange={setText} maxLength={2000} rows={4} />
    </VerbDialog>
  );
};

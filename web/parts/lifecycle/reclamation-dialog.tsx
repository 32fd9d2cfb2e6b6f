import { useState } from 'react';
import type { ReclamationView } from '#shared/contracts/reclamation.ts';
import { useLifecycleCommand } from '../../api/lifecycle.ts';
import { ClauseChip } from '../clause-chip.tsx';
import { TextField } from '../text-field.tsx';
import { CommandDialog } from './command-dialog.tsx';

export type ReclamationAct = ReclamationView['may'][number];

const words: Readonly<
  Record<ReclamationAct, { readonly title: string; readonly ok: string; readonly field?: string }>
> = {
  acknowledge: { title: '确认数据责任', ok: '确认' },
  confirmErasure: { title: '确认数据清除', ok: '确认已清除', field: '核对情况' },
  restore: { title: '恢复使用', ok: '恢复使用', field: '恢复的理由' },
  revoke: { title: '撤销证明', ok: '撤销', field: '撤销的理由' },
};

const bodyOf = (kind: ReclamationAct, text: string) => {
  switch (kind) {
    case 'acknowledge':
      return { kind };
    case 'confirmErasure':
      return { kind, note: text };
    default:
      return { kind, reason: text };
  }
};

interface ReclamationDialogProps {
  readonly reclamation: ReclamationView;
  readonly act: ReclamationAct;
  readonly onClose: () => void;
  readonly onRefresh: () => unknown;
}

/** One act on a reclamation, with what has to be said with it. */
export const ReclamationDialog = ({ reclamation, act, onClose, onRefresh }: ReclamationDialogProps) => {
  const [text, setText] = useState('');
  const command = useLifecycleCommand('actOnReclamation');
  const { title, ok, field } = words[act];
  const { reclamationId, version, systemName, dataLoss } = reclamation;
  return (
    <CommandDialog
      title={`${title}：${systemName}`}
      ok={ok}
      danger={act === 'revoke'}
      command={command}
      lacking={field !== undefined && text.trim() === ''}
      onOk={() =>
        command.mutate(
          { params: { reclamationId }, version, body: bodyOf(act, text.trim()) },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
      onRefresh={onRefresh}
    >
      {act === 'acknowledge' && (
        <p>
          {dataLoss.text} <ClauseChip clause={dataLoss.clause} />
        </p>
      )}
      {field !== undefined && (
        <TextField label={field} value={text} onChange={setText} maxLength={1000} rows={3} />
      )}
    </CommandDialog>
  );
};

export const actTitle = (act: ReclamationAct): string => words[act].title;

import { Modal } from 'antd';
import { useState } from 'react';
import type { GrantView } from '#shared/contracts/people.ts';
import { useGrantCommand } from '../../api/administration.ts';
import { isStale } from '../../api/problem-error.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { TextField } from '../text-field.tsx';
import type { GrantVerb } from './grant-card.tsx';
import { changeRows, kindWords, takesAway } from './grant-words.ts';

const verbWords: Readonly<Record<GrantVerb, string>> = { confirm: '确认', refuse: '退回', withdraw: '撤回' };

interface GrantDialogProps {
  readonly grant: GrantView;
  readonly verb: GrantVerb;
  readonly onClose: () => void;
  readonly onRefresh: () => unknown;
}

/** The last question before a grant is closed; what takes something away asks for the person's name. */
export const GrantDialog = ({ grant, verb, onClose, onRefresh }: GrantDialogProps) => {
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const decide = useGrantCommand('decideGrant');
  const withdraw = useGrantCommand('withdrawGrant');
  const { grantId, version, person } = grant;
  const named = verb === 'confirm' && takesAway(grant);
  const error = decide.error ?? withdraw.error;
  const stale = isStale(error);
  const at = { params: { grantId }, version };
  const ends = { onSuccess: onClose };
  const submit = () => {
    if (verb === 'withdraw') return withdraw.mutate({ ...at, body: {} }, ends);
    return decide.mutate(
      {
        ...at,
        body: verb === 'confirm' ? { verdict: 'confirm' } : { verdict: 'refuse', reason: reason.trim() },
      },
      ends,
    );
  };
  const lacking = (named && typed.trim() !== person.name) || (verb === 'refuse' && reason.trim() === '');
  return (
    <Modal
      open
      title={`${verbWords[verb]}：${kindWords[grant.kind]} ${person.name}`}
      okText={verbWords[verb]}
      cancelText="取消"
      onOk={submit}
      onCancel={onClose}
      confirmLoading={decide.isPending || withdraw.isPending}
      okButtonProps={{ disabled: lacking || stale, danger: named }}
      mask={{ closable: false }}
    >
      <div className="decide-facts">
        {changeRows(grant).map(([label, text]) => (
          <div key={label}>
            {label}：{text}
          </div>
        ))}
      </div>
      {verb === 'confirm' && <p>确认后立即生效，记入管理留痕。</p>}
      {named && (
        <TextField
          label={`此项会收回权限，请输入姓名“${person.name}”`}
          value={typed}
          onChange={setTyped}
          maxLength={40}
        />
      )}
      {verb === 'refuse' && (
        <TextField label="退回原因（必填）" value={reason} onChange={setReason} maxLength={500} rows={3} />
      )}
      {error && (
        <ProblemPanel
          error={error}
          retryLabel="刷新"
          onRetry={
            stale
              ? () => {
                  onClose();
                  return onRefresh();
                }
              : undefined
          }
        />
      )}
    </Modal>
  );
};

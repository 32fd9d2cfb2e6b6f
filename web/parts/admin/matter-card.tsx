import { Modal } from 'antd';
import { useState } from 'react';
import type { MatterView } from '#shared/contracts/tenants.ts';
import { useTenantCommand } from '../../api/tenants.ts';
import { Button } from '../button.tsx';
import { formatInstant } from '../format-time.ts';
import { TextField } from '../text-field.tsx';
import { CommandProblem } from './command-problem.tsx';
import { stateWords } from './grant-words.ts';

const kindWords = { open: '开通', suspend: '暂停', reactivate: '恢复' } as const;

const rowsOf = (matter: MatterView): readonly (readonly [label: string, text: string])[] => [
  ...(matter.authority === undefined ? [] : [['主管部门', matter.authority] as const]),
  ...(matter.departments?.length ? [['使用部门', matter.departments.join('、')] as const] : []),
  ...(matter.people ?? []).map(
    ({ roleLabel, name, personId, phone }) => [roleLabel, `${name}（${personId}，${phone}）`] as const,
  ),
  ['事由', matter.reason],
  ['提出', `${matter.proposedBy} ${formatInstant(matter.proposedAt)}`],
  ...(matter.closedAt === undefined
    ? []
    : [
        [
          stateWords[matter.state],
          `${matter.closedBy ?? ''} ${formatInstant(matter.closedAt)}${matter.closingReason === undefined ? '' : `：${matter.closingReason}`}`,
        ] as const,
      ]),
];

interface VerdictDialogProps {
  readonly matter: MatterView;
  readonly verdict: 'confirm' | 'refuse';
  readonly onClose: () => void;
}

const VerdictDialog = ({ matter, verdict, onClose }: VerdictDialogProps) => {
  const [reason, setReason] = useState('');
  const decide = useTenantCommand('decideTenantMatter');
  const { matterId, version } = matter;
  const word = verdict === 'confirm' ? '确认' : '退回';
  const body = verdict === 'confirm' ? { verdict } : { verdict, reason: reason.trim() };
  return (
    <Modal
      open
      title={`${word}：${kindWords[matter.kind]}${matter.name}`}
      okText={word}
      cancelText="取消"
      onOk={() => decide.mutate({ params: { matterId }, version, body }, { onSuccess: onClose })}
      onCancel={onClose}
      confirmLoading={decide.isPending}
      okButtonProps={{
        disabled: verdict === 'refuse' && reason.trim() === '',
        danger: verdict === 'confirm' && matter.kind === 'suspend',
      }}
      mask={{ closable: false }}
    >
      {verdict === 'confirm' ? (
        <p>确认后立即生效，记入管理留痕。</p>
      ) : (
        <TextField label="退回原因（必填）" value={reason} onChange={setReason} maxLength={500} rows={3} />
      )}
      <CommandProblem error={decide.error} />
    </Modal>
  );
};

/** One 县（市、区）事项: what is proposed, by whom, what became of it. */
export const MatterCard = ({ matter }: { readonly matter: MatterView }) => {
  const [verdict, setVerdict] = useState<VerdictDialogProps['verdict']>();
  return (
    <li className="grant">
      <div className="grant-head">
        <h2>
          {kindWords[matter.kind]}：{matter.name}
        </h2>
        <span className={`status ${matter.state === 'open' ? 'status-now' : ''}`}>
          {stateWords[matter.state]}
        </span>
      </div>
      <dl className="grant-facts">
        {rowsOf(matter).map(([label, text]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {matter.mayDecide && (
        <div className="grant-foot">
          <Button type="primary" onClick={() => setVerdict('confirm')}>
            确认
          </Button>
          <Button onClick={() => setVerdict('refuse')}>退回</Button>
        </div>
      )}
      {verdict && <VerdictDialog matter={matter} verdict={verdict} onClose={() => setVerdict(undefined)} />}
    </li>
  );
};

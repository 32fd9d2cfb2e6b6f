import { useState } from 'react';
import type { DelegationsView, DelegationView } from '#shared/contracts/desks.ts';
import { useDeskCommand } from '../../api/desks.ts';
import { CommandProblem } from '../admin/command-problem.tsx';
import { Button } from '../button.tsx';
import { EmptyNote } from '../empty-note.tsx';
import { DelegateDialog } from './delegate-dialog.tsx';

interface RowProps {
  readonly delegation: DelegationView;
  readonly words: string;
  readonly revokeLabel: string;
}

const Row = ({ delegation, words, revokeLabel }: RowProps) => {
  const revoke = useDeskCommand('revokeDelegation');
  const { delegationId, version, fromOn, untilOn, roleLabel, reason, state, stateLabel } = delegation;
  const open = state === 'inForce' || state === 'waiting';
  return (
    <li>
      <strong>{words}</strong>{' '}
      <span className={`status ${open ? 'status-now' : 'status-off'}`}>{stateLabel}</span>
      <div className="quiet">
        {fromOn} 至 {untilOn} · {roleLabel} · {reason}
      </div>
      {open && (
        <Button
          size="small"
          loading={revoke.isPending}
          aria-label={`${revokeLabel}：${words}`}
          onClick={() => revoke.mutate({ params: { delegationId }, version, body: {} })}
        >
          {revokeLabel}
        </Button>
      )}
      <CommandProblem error={revoke.error} />
    </li>
  );
};

/** 委托代办: what one has entrusted to colleagues, and what colleagues have entrusted to oneself. */
export const DelegationsPanel = ({ own }: { readonly own: DelegationsView }) => {
  const [delegating, setDelegating] = useState(false);
  const { given, received, colleagues } = own;
  return (
    <section className="panel" aria-label="委托代办">
      <h2>委托代办</h2>
      <p>
        <Button type="primary" onClick={() => setDelegating(true)}>
          委托他人代办
        </Button>
      </p>
      {given.length + received.length === 0 ? (
        <EmptyNote description="没有委托。外出、请假前可以委托同岗位人员代办名下待办。" />
      ) : (
        <ul className="ruled-list">
          {received.map((delegation) => (
            <Row
              key={delegation.delegationId}
              delegation={delegation}
              words={`您代${delegation.from.name}办理`}
              revokeLabel="退回委托"
            />
          ))}
          {given.map((delegation) => (
            <Row
              key={delegation.delegationId}
              delegation={delegation}
              words={`${delegation.to.name}代您办理`}
              revokeLabel="收回委托"
            />
          ))}
        </ul>
      )}
      {delegating && <DelegateDialog colleagues={colleagues} onClose={() => setDelegating(false)} />}
    </section>
  );
};

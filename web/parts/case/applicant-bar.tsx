import { Button } from 'antd';
import { useState } from 'react';
import type { CaseView } from '#shared/contracts/cases.ts';
import { SendDialog } from './send-dialog.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';
import './case.css';

interface ApplicantBarProps {
  readonly view: CaseView;
  readonly sending: boolean;
  readonly onSend: () => void;
}

type Asking = 'send' | 'withdraw' | undefined;

/** What the applicant may do with the case as a whole: 送确认, 撤回; a draft is not taken back but dropped, 作废. */
export const ApplicantBar = ({ view, sending, onSend }: ApplicantBarProps) => {
  const [asking, setAsking] = useState<Asking>();
  const close = () => setAsking(undefined);
  return (
    <section className="action-bar" aria-label="申请单位可办理">
      <span className="action-bar-text">{view.statusLabel}</span>
      {view.may.includes('withdraw') && (
        <Button danger onClick={() => setAsking('withdraw')}>
          {view.round === 0 && view.status === 'draft' ? '作废草稿' : '撤回申请'}
        </Button>
      )}
      {view.may.includes('requestConfirmation') && (
        <Button type="primary" loading={sending} onClick={() => setAsking('send')}>
          送确认
        </Button>
      )}
      {asking === 'send' && (
        <SendDialog
          systemName={view.systemName}
          onCancel={close}
          onSend={() => {
            close();
            onSend();
          }}
        />
      )}
      {asking === 'withdraw' && <WithdrawDialog view={view} onClose={close} />}
    </section>
  );
};

import { useState } from 'react';
import type { CaseView } from '#shared/contracts/cases.ts';
import { Button } from '../button.tsx';
import { UrgeDialog } from '../verbs/urge-dialog.tsx';
import { SendDialog } from './send-dialog.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';
import './case.css';

interface ApplicantBarProps {
  readonly view: CaseView;
  readonly sending: boolean;
  readonly onSend: () => void;
  readonly onRefresh: () => unknown;
}

type Asking = 'send' | 'withdraw' | 'urge' | undefined;

/**
 * What may be done with the case as a whole: the applicant's 送确认 and 撤回 (a draft is not taken back but dropped,
 * 作废), and 催办 by whoever follows it.
 */
export const ApplicantBar = ({ view, sending, onSend, onRefresh }: ApplicantBarProps) => {
  const [asking, setAsking] = useState<Asking>();
  const close = () => setAsking(undefined);
  return (
    <section className="action-bar" aria-label="可办事项">
      <span className="action-bar-text">{view.statusLabel}</span>
      {view.may.includes('withdraw') && (
        <Button danger onClick={() => setAsking('withdraw')}>
          {view.round === 0 && view.status === 'draft' ? '作废草稿' : '撤回申请'}
        </Button>
      )}
      {view.urgedToday !== undefined && (
        <Button disabled={view.urgedToday} onClick={() => setAsking('urge')}>
          {view.urgedToday ? '今天已催办' : '催办'}
        </Button>
      )}
      {view.may.includes('requestConfirmation') && (
        <Button type="primary" loading={sending} onClick={() => setAsking('send')}>
          送确认
        </Button>
      )}
      {asking === 'send' && (
        <SendDialog
          view={view}
          onCancel={close}
          onSend={() => {
            close();
            onSend();
          }}
        />
      )}
      {asking === 'urge' && <UrgeDialog view={view} onClose={close} onRefresh={onRefresh} />}
      {asking === 'withdraw' && <WithdrawDialog view={view} onClose={close} />}
    </section>
  );
};

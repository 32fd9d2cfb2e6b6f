import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { CaseView } from '#shared/contracts/cases.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';
import './case.css';

interface ApplicantBarProps {
  readonly view: CaseView;
  readonly sending: boolean;
  readonly onSend: () => void;
}

type Asking = 'send' | 'withdraw' | undefined;

/** What the applicant may do with the case as a whole: 送确认, 撤回. */
export const ApplicantBar = ({ view, sending, onSend }: ApplicantBarProps) => {
  const [asking, setAsking] = useState<Asking>();
  const close = () => setAsking(undefined);
  return (
    <section className="action-bar" aria-label="申请单位可办理">
      <span className="action-bar-text">{view.statusLabel}</span>
      {view.may.includes('withdraw') && (
        <Button danger onClick={() => setAsking('withdraw')}>
          撤回
        </Button>
      )}
      {view.may.includes('requestConfirmation') && (
        <Button type="primary" loading={sending} onClick={() => setAsking('send')}>
          送确认
        </Button>
      )}
      <Modal
        open={asking === 'send'}
        title="送首席数据官确认"
        okText="送确认"
        cancelText="再看看"
        onCancel={close}
        onOk={() => {
          close();
          onSend();
        }}
      >
        <p>
          将“<strong>{view.systemName}</strong>
          ”的申请材料送本单位首席数据官确认。送出前系统会检查材料是否齐全、一致；确认之前再修改材料，需要重新查看后才能确认。
        </p>
      </Modal>
      {asking === 'withdraw' && <WithdrawDialog view={view} onClose={close} />}
    </section>
  );
};

import { useState } from 'react';
import { useLifecycleCommand } from '../../api/lifecycle.ts';
import { ClauseChip } from '../clause-chip.tsx';
import { Notice } from '../notice.tsx';
import { TextField } from '../text-field.tsx';
import { CommandDialog } from './command-dialog.tsx';
import type { BatchDialogProps } from './give-up-dialogs.tsx';

/** 领取登录凭据: shown once, then only the receipt is left. */
export const CollectDialog = ({ order, batch, onClose, onRefresh }: BatchDialogProps) => {
  const collect = useLifecycleCommand('collectCredentials');
  const [code, setCode] = useState('');
  const got = collect.data;
  return (
    <CommandDialog
      title={got ? '登录凭据（只显示这一次）' : `领取第 ${batch} 批的登录凭据`}
      ok={got ? '我已保存，关闭' : '领取并签收'}
      command={collect}
      lacking={!got && code.trim() === ''}
      onOk={() =>
        got
          ? onClose()
          : collect.mutate({
              params: { orderId: order.orderId, batch },
              version: order.version,
              body: { code: code.trim() },
            })
      }
      onClose={onClose}
      onRefresh={onRefresh}
    >
      {got ? (
        <>
          <Notice type="warning" title="关闭后不能再次查看，请立即妥善保管。" />
          <pre className="lifecycle-text">{got.credentials}</pre>
          <p className="quiet small">领取回执：{got.receipt.slice(0, 16)}…，已记录领取人和时间。</p>
        </>
      ) : (
        <>
          <p>
            登录凭据只交付一次，本单位自行保管并承担泄露、丢失的后果。{' '}
            <ClauseChip clause={order.credentialsClause} />
          </p>
          <TextField
            label="提取码（由云服务商另行告知，20 位）"
            value={code}
            onChange={setCode}
            maxLength={40}
            hint="试错五次后，待领取的凭据会被销毁，须请云服务商重新交付。"
          />
        </>
      )}
    </CommandDialog>
  );
};

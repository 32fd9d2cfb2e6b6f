import { useState } from 'react';
import type { WorkView } from '#shared/contracts/work-orders.ts';
import { useLifecycleCommand } from '../../api/lifecycle.ts';
import { Button } from '../button.tsx';
import { ClauseChip } from '../clause-chip.tsx';
import { formatInstant } from '../format-time.ts';
import { Notice } from '../notice.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import { TextField } from '../text-field.tsx';

/** 交付登录凭据: sealed at the server; the code that opens them is told here, once. */
export const DepositForm = ({ work }: { readonly work: WorkView }) => {
  const [text, setText] = useState('');
  const deposit = useLifecycleCommand('depositCredentials');
  return (
    <section className="panel" aria-label="交付登录凭据">
      <h2>
        交付登录凭据 {work.credentialsClause !== undefined && <ClauseChip clause={work.credentialsClause} />}
      </h2>
      {work.credentials && (
        <p className="quiet">
          上次交付：{formatInstant(work.credentials.at)}。使用部门领取之前可以重新交付，以最后一次为准。
        </p>
      )}
      {deposit.data ? (
        <Notice
          type="success"
          title="已密封交付，请用电话等其他方式把提取码告诉使用部门"
          description={
            <>
              <span className="lifecycle-code">{deposit.data.code}</span>
              <div>提取码只显示这一次，系统不保存；没有它谁也打不开。</div>
            </>
          }
        />
      ) : (
        <>
          <TextField
            label="登录凭据（只交付给使用部门一次）"
            value={text}
            onChange={setText}
            maxLength={20_000}
            rows={5}
            hint="系统加密后保存，不留明文。"
          />
          {deposit.error && <ProblemPanel error={deposit.error} />}
          <div className="lifecycle-tools">
            <Button
              type="primary"
              disabled={text.trim() === ''}
              loading={deposit.isPending}
              onClick={() =>
                deposit.mutate(
                  {
                    params: { workId: work.workId },
                    version: work.version,
                    body: { credentials: text },
                  },
                  { onSuccess: () => setText('') },
                )
              }
            >
              密封交付
            </Button>
          </div>
        </>
      )}
    </section>
  );
};

import { Radio } from 'antd';
import { useState } from 'react';
import type { ObligationView } from '#shared/contracts/obligations.ts';
import { useLifecycleCommand } from '../../api/lifecycle.ts';
import { DayField } from '../day-field.tsx';
import { TextField } from '../text-field.tsx';
import { CommandDialog } from './command-dialog.tsx';
import { type SmallFile, SmallFileField } from './small-file-field.tsx';

export interface ObligationDialogProps {
  readonly obligation: ObligationView;
  readonly onClose: () => void;
  readonly onRefresh: () => unknown;
}

const on = ({ obligationId, version }: ObligationView) => ({ params: { obligationId }, version });

/** 履约登记: the day, the words and what shows it. */
export const PerformDialog = ({ obligation, onClose, onRefresh }: ObligationDialogProps) => {
  const perform = useLifecycleCommand('performObligation');
  const [day, setDay] = useState('');
  const [statement, setStatement] = useState('');
  const [level, setLevel] = useState<'level2' | 'level3'>();
  const [file, setFile] = useState<SmallFile>();
  const lacking = day === '' || statement.trim() === '' || (obligation.asksLevel && level === undefined);
  return (
    <CommandDialog
      title={`登记：${obligation.title}`}
      ok="登记"
      command={perform}
      lacking={lacking}
      onOk={() =>
        perform.mutate(
          {
            ...on(obligation),
            body: {
              on: day,
              statement: statement.trim(),
              ...(level === undefined ? {} : { level }),
              ...(file ? { file } : {}),
            },
          },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
      onRefresh={onRefresh}
    >
      <DayField label="实际完成日期（必填）" value={day} onChange={setDay} />
      {obligation.asksLevel && (
        <div className="field">
          <span className="field-label">测评的等级保护级别（必填）</span>
          <Radio.Group
            aria-label="等级保护级别"
            value={level}
            onChange={({ target }) => setLevel(target.value as 'level2' | 'level3')}
            options={[
              { value: 'level2', label: '二级' },
              { value: 'level3', label: '三级' },
            ]}
          />
        </div>
      )}
      <TextField
        label="完成情况说明（必填）"
        value={statement}
        onChange={setStatement}
        maxLength={500}
        rows={3}
      />
      <SmallFileField label="佐证文件" onChange={setFile} />
      <p className="quiet small">登记后不能更改，并写入台账。</p>
    </CommandDialog>
  );
};

/** 情况说明 of a department that is late. */
export const ExplainDialog = ({ obligation, onClose, onRefresh }: ObligationDialogProps) => {
  const explain = useLifecycleCommand('explainObligation');
  const [text, setText] = useState('');
  const [until, setUntil] = useState('');
  return (
    <CommandDialog
      title={`超期情况说明：${obligation.title}`}
      ok="提交"
      command={explain}
      lacking={text.trim() === ''}
      onOk={() =>
        explain.mutate(
          {
            ...on(obligation),
            body: { text: text.trim(), ...(until === '' ? {} : { wantedUntil: until }) },
          },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
      onRefresh={onRefresh}
    >
      <TextField label="超期的理由（必填）" value={text} onChange={setText} maxLength={500} rows={3} />
      <DayField label="希望延至（可选）" value={until} onChange={setUntil} />
    </CommandDialog>
  );
};

export type VerdictKind = 'accept' | 'refuse' | 'extend' | 'pause' | 'resume' | 'reclaim';
export const verdictWords: Readonly<Record<VerdictKind, string>> = {
  accept: '认可说明，另定期限',
  refuse: '不认可说明',
  extend: '延期',
  pause: '暂停',
  resume: '恢复',
  reclaim: '决定收回',
};

/** 决定 of the body that judges; the destructive one names what it is about and asks for it typed. */
export const JudgeDialog = ({
  obligation,
  verdict,
  onClose,
  onRefresh,
}: ObligationDialogProps & { readonly verdict: VerdictKind }) => {
  const judge = useLifecycleCommand('judgeObligation');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const [typed, setTyped] = useState('');
  const dated = verdict === 'accept' || verdict === 'extend';
  const reclaims = verdict === 'reclaim';
  const lacking =
    reason.trim() === '' || (dated && until === '') || (reclaims && typed.trim() !== obligation.systemName);
  return (
    <CommandDialog
      title={`${verdictWords[verdict]}：${obligation.title}`}
      ok={verdictWords[verdict]}
      command={judge}
      lacking={lacking}
      danger={reclaims}
      onOk={() =>
        judge.mutate(
          {
            ...on(obligation),
            body:
              verdict === 'accept' || verdict === 'extend'
                ? { verdict, until, reason: reason.trim() }
                : { verdict, reason: reason.trim() },
          },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
      onRefresh={onRefresh}
    >
      {dated && <DayField label="新的期限（必填）" value={until} onChange={setUntil} />}
      <TextField label="理由（必填）" value={reason} onChange={setReason} maxLength={500} rows={3} />
      {reclaims && (
        <>
          <p>系统不会自动收回资源。作出决定后，这一批资源进入收回程序，使用部门会收到通知。</p>
          <TextField
            label={`请输入信息系统名称“${obligation.systemName}”以确认`}
            value={typed}
            onChange={setTyped}
            maxLength={200}
          />
        </>
      )}
    </CommandDialog>
  );
};

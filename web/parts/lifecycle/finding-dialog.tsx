import { Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { RectificationList } from '#shared/contracts/rectification.ts';
import { useLifecycleCommand } from '../../api/lifecycle.ts';
import { TextField } from '../text-field.tsx';
import { CommandDialog } from './command-dialog.tsx';
import { type SmallFile, SmallFileField } from './small-file-field.tsx';

interface FindingDialogProps {
  readonly systemId: string;
  readonly systemName: string;
  readonly findings: RectificationList['mayRecord'];
  readonly onClose: () => void;
  readonly onRefresh: () => unknown;
}

/** 登记问题, with what shows it; it goes to the authority first. */
export const FindingDialog = ({ systemId, systemName, findings, onClose, onRefresh }: FindingDialogProps) => {
  const [kind, setKind] = useState<string>();
  const [reason, setReason] = useState('');
  const [evidence, setEvidence] = useState('');
  const [file, setFile] = useState<SmallFile>();
  const [document, setDocument] = useState('');
  const [dueOn, setDueOn] = useState('');
  const mayBeDue = findings.find(({ id }) => id === kind)?.mayBeDue ?? false;
  const due = mayBeDue && (document.trim() !== '' || dueOn !== '');
  const requirement = due ? { requirement: { document: document.trim(), dueOn } } : {};
  const navigate = useNavigate();
  const command = useLifecycleCommand('recordFinding');
  return (
    <CommandDialog
      title={`登记问题：${systemName}`}
      ok={due ? '登记要求' : '报主管部门审核'}
      command={command}
      lacking={
        kind === undefined ||
        reason.trim() === '' ||
        evidence.trim() === '' ||
        (due && (document.trim() === '' || dueOn === ''))
      }
      onOk={() => {
        if (kind === undefined) return;
        command.mutate(
          {
            body: {
              systemId,
              kind,
              reason: reason.trim(),
              evidence: evidence.trim(),
              ...(file ? { file } : {}),
              ...requirement,
            },
          },
          { onSuccess: ({ rectificationId }) => navigate(`/rectifications/${rectificationId}`) },
        );
      }}
      onClose={onClose}
      onRefresh={onRefresh}
    >
      <div className="field">
        <label className="field-label" htmlFor="finding-kind">
          情形
        </label>
        <Select
          id="finding-kind"
          style={{ width: '100%' }}
          value={kind ?? null}
          placeholder="请选择"
          onChange={(value) => setKind(value ?? undefined)}
          options={findings.map(({ id, title }) => ({ value: id, label: title }))}
        />
      </div>
      {mayBeDue && (
        <>
          <TextField
            label="来源文件（期限未到的，先登记要求）"
            value={document}
            onChange={setDocument}
            maxLength={200}
            rows={1}
            hint="要求整合的文件名称和文号。逾期未整合的，自动提请主管部门审核警告；不填的，直接报审核。"
          />
          <div className="field">
            <label className="field-label" htmlFor="finding-due">
              要求的期限
            </label>
            <input
              id="finding-due"
              type="date"
              value={dueOn}
              onChange={({ target }) => setDueOn(target.value)}
            />
          </div>
        </>
      )}
      <TextField label="事实和理由" value={reason} onChange={setReason} maxLength={2000} rows={3} />
      <TextField
        label="证据"
        value={evidence}
        onChange={setEvidence}
        maxLength={2000}
        rows={3}
        hint="监测记录、截图编号、检查通知等。"
      />
      <SmallFileField label="佐证文件" onChange={setFile} />
    </CommandDialog>
  );
};

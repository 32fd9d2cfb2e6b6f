import { useState } from 'react';
import type { OffCloudItem, UpdateOffCloudBody } from '#shared/contracts/off-cloud.ts';
import { useLifecycleCommand } from '../../api/lifecycle.ts';
import { ClauseChip } from '../clause-chip.tsx';
import { DayField } from '../day-field.tsx';
import { TextField } from '../text-field.tsx';
import { type BasisDraft, BasisFields, emptyBasis, writtenBasis } from './basis-fields.tsx';
import { CommandDialog } from './command-dialog.tsx';

type Act = OffCloudItem['may'][number];

export const offCloudActLabels: Readonly<Record<Act, string>> = {
  plan: '填报计划',
  start: '开始迁移',
  finish: '迁移完成',
  exempt: '登记豁免',
  expand: '扩容升级',
  renew: '续租',
  retire: '停用',
};

interface Draft {
  readonly day: string;
  readonly text: string;
  readonly basis: BasisDraft;
}

/** What is sent; undefined while something of it is missing. */
const bodyOf = (act: Act, { day, text, basis }: Draft): UpdateOffCloudBody | undefined => {
  const written = writtenBasis(basis);
  switch (act) {
    case 'plan':
      return day === '' ? undefined : { kind: act, plannedOn: day };
    case 'exempt':
      return written && { kind: act, basis: written };
    case 'expand':
      return text.trim() === '' ? undefined : { kind: act, text: text.trim() };
    case 'renew':
      return day === '' ? undefined : { kind: act, endsOn: day, ...(written ? { basis: written } : {}) };
    default:
      return { kind: act };
  }
};

const dayLabels: Partial<Readonly<Record<Act, string>>> = { plan: '计划迁移日期', renew: '续租后的到期日' };

interface UpdateDialogProps {
  readonly entry: OffCloudItem;
  readonly act: Act;
  readonly onClose: () => void;
  readonly onRefresh: () => unknown;
}

/** One act on an entry, with the day, the ground or the words that it asks for. */
export const UpdateOffCloudDialog = ({ entry, act, onClose, onRefresh }: UpdateDialogProps) => {
  const [day, setDay] = useState('');
  const [text, setText] = useState('');
  const [basis, setBasis] = useState(emptyBasis);
  const command = useLifecycleCommand('updateOffCloud');
  const body = bodyOf(act, { day, text, basis });
  const dayLabel = dayLabels[act];
  return (
    <CommandDialog
      title={`${offCloudActLabels[act]}：${entry.name}`}
      ok="提交"
      command={command}
      lacking={body === undefined}
      onOk={() => {
        if (body)
          command.mutate(
            { params: { entryId: entry.entryId }, version: entry.version, body },
            { onSuccess: onClose },
          );
      }}
      onClose={onClose}
      onRefresh={onRefresh}
    >
      {entry.clause && (
        <p className="quiet">
          依据 <ClauseChip clause={entry.clause} />
        </p>
      )}
      {dayLabel && <DayField label={dayLabel} value={day} onChange={setDay} />}
      {act === 'expand' && (
        <TextField label="扩容升级的内容" value={text} onChange={setText} maxLength={500} rows={3} />
      )}
      {(act === 'exempt' || act === 'renew') && <BasisFields value={basis} onChange={setBasis} />}
    </CommandDialog>
  );
};

import { Radio } from 'antd';
import { useState } from 'react';
import type { RectificationActBody, RectificationView } from '#shared/contracts/rectification.ts';
import { useLifecycleCommand } from '../../api/lifecycle.ts';
import { ClauseChip } from '../clause-chip.tsx';
import { TextField } from '../text-field.tsx';
import { CommandDialog } from './command-dialog.tsx';
import { type SmallFile, SmallFileField } from './small-file-field.tsx';

type Act = RectificationView['may'][number];

/** What each act is called, what is chosen in it and what has to be written. */
const words: Readonly<
  Record<
    Act,
    {
      readonly title: string;
      readonly field: string;
      readonly choices?: readonly (readonly [string, string])[];
    }
  >
> = {
  warn: { title: '同意警告', field: '警告通知的内容' },
  dismiss: { title: '不予警告', field: '理由' },
  state: {
    title: '提交整改说明',
    field: '说明和证据',
    choices: [
      ['mended', '已完成整改'],
      ['extension', '申请延期'],
    ],
  },
  judge: {
    title: '复核整改',
    field: '复测结果和依据',
    choices: [
      ['rectified', '整改完成'],
      ['notYet', '尚未完成'],
      ['extended', '同意延期'],
    ],
  },
  propose: { title: '提出处置意见', field: '处置理由' },
  review: {
    title: '评审处置方案',
    field: '评审意见',
    choices: [
      ['yes', '同意'],
      ['no', '不同意'],
    ],
  },
  decide: {
    title: '批准处置',
    field: '批复意见',
    choices: [
      ['yes', '同意执行'],
      ['no', '不同意'],
    ],
  },
};

/** 评审方 of a disposal's plan. */
export const planParties = { expert: '专家', unit: '使用单位' } as const;

export const rectifyTitle = (act: Act): string => words[act].title;

const bodyOf = (act: Act, choice: string, text: string, dueOn: string | undefined): RectificationActBody => {
  const day = dueOn === undefined ? {} : { dueOn };
  switch (act) {
    case 'warn':
      return { kind: act, text, ...day };
    case 'dismiss':
      return { kind: act, text };
    case 'state':
      return { kind: act, of: choice === 'extension' ? 'extension' : 'mended', text };
    case 'judge':
      return { kind: act, verdict: choice as 'rectified' | 'notYet' | 'extended', text, ...day };
    case 'propose':
      return { kind: act, measure: choice as RectificationView['measures'][number]['id'], text };
    case 'review':
      return { kind: act, agrees: choice === 'yes', text };
    case 'decide':
      return { kind: act, approved: choice === 'yes', text };
  }
};

/** Only a statement takes a file with it. */
const withFile = (body: RectificationActBody, file: SmallFile | undefined): RectificationActBody =>
  body.kind === 'state' && file ? { ...body, file } : body;

const DueField = ({
  value,
  onChange,
}: {
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}) => (
  <div className="field">
    <label className="field-label" htmlFor="rectify-due">
      整改期限
    </label>
    <input
      id="rectify-due"
      type="date"
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value || undefined)}
    />
  </div>
);

/** Whom 批准 waits for; it may be declined before. */
const MissingOpinions = ({ parties }: { readonly parties: RectificationView['missingOpinions'] }) =>
  parties.length > 0 && (
    <p className="quiet">
      还没有收到{parties.map((party) => planParties[party]).join('和')}的评审意见，齐备后才能同意执行。
    </p>
  );

interface RectificationDialogProps {
  readonly view: RectificationView;
  readonly act: Act;
  readonly onClose: () => void;
  readonly onRefresh: () => unknown;
}

const choicesOf = ({ measures, missingOpinions }: RectificationView, act: Act) => {
  const choices =
    act === 'propose' ? measures.map(({ id, label }) => [id, label] as const) : words[act].choices;
  const waits = act === 'decide' && missingOpinions.length > 0;
  return (choices ?? []).map(([value, label]) => ({ value, label, disabled: waits && value === 'yes' }));
};

/** One act on a rectification, with what is chosen and what has to be said. */
export const RectificationDialog = ({ view, act, onClose, onRefresh }: RectificationDialogProps) => {
  const { title, field } = words[act];
  const choices = choicesOf(view, act);
  const [choice, setChoice] = useState('');
  const [text, setText] = useState('');
  const [dueOn, setDueOn] = useState<string>();
  const [file, setFile] = useState<SmallFile>();
  const command = useLifecycleCommand('actOnRectification');
  const asksDay = (act === 'warn' && view.asksDue) || (act === 'judge' && choice === 'extended');
  const lacking =
    text.trim() === '' || (choices.length > 0 && choice === '') || (asksDay && dueOn === undefined);
  return (
    <CommandDialog
      title={`${title}：${view.systemName}`}
      ok="提交"
      command={command}
      lacking={lacking}
      onOk={() =>
        command.mutate(
          {
            params: { rectificationId: view.rectificationId },
            version: view.version,
            body: withFile(bodyOf(act, choice, text.trim(), asksDay ? dueOn : undefined), file),
          },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
      onRefresh={onRefresh}
    >
      {choices.length > 0 && (
        <Radio.Group
          aria-label={title}
          value={choice}
          onChange={({ target }) => setChoice(String(target.value))}
          options={choices}
        />
      )}
      {act === 'decide' && <MissingOpinions parties={view.missingOpinions} />}
      {['propose', 'decide'].includes(act) && (
        <p className="quiet">
          {view.dataLoss.text} <ClauseChip clause={view.dataLoss.clause} />
        </p>
      )}
      {asksDay && <DueField value={dueOn} onChange={setDueOn} />}
      <TextField label={field} value={text} onChange={setText} maxLength={2000} rows={4} />
      {act === 'state' && <SmallFileField label="佐证文件" onChange={setFile} />}
    </CommandDialog>
  );
};

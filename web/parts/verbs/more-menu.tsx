import { type ReactNode, useState } from 'react';
import type { TaskView } from '#shared/contracts/case-tasks.ts';
import type { CaseView } from '#shared/contracts/cases.ts';
import { Button } from '../button.tsx';
import { AskSignersDialog } from './ask-signers-dialog.tsx';
import { CommentDialog } from './comment-dialog.tsx';
import { CopyDialog } from './copy-dialog.tsx';
import { FoldOut } from './fold-out.tsx';
import { TransferDialog } from './transfer-dialog.tsx';
import { UrgeDialog } from './urge-dialog.tsx';
import type { VerbProps } from './verb-dialog.tsx';

interface MoreMenuProps {
  readonly view: CaseView;
  readonly task: TaskView;
  readonly onRefresh: () => unknown;
}

interface MoreVerb {
  readonly key: string;
  readonly label: string;
  readonly offered: boolean;
  readonly disabled?: boolean;
  readonly dialog: (props: VerbProps) => ReactNode;
}

const verbsFor = (view: CaseView, task: TaskView): readonly MoreVerb[] => [
  {
    key: 'transfer',
    label: '转办',
    offered: task.may.includes('transfer'),
    dialog: (props) => <TransferDialog {...props} task={task} />,
  },
  {
    key: 'askSigners',
    label: '加签',
    offered: task.may.includes('askSigners'),
    dialog: (props) => <AskSignersDialog {...props} task={task} />,
  },
  {
    key: 'copy',
    label: '抄送',
    offered: view.may.includes('copy'),
    dialog: (props) => <CopyDialog {...props} task={task} />,
  },
  {
    key: 'comment',
    label: '附言',
    offered: view.may.includes('comment'),
    dialog: (props) => <CommentDialog {...props} />,
  },
  {
    key: 'urge',
    label: view.urgedToday === true ? '今天已催办' : '催办',
    offered: view.urgedToday !== undefined,
    disabled: view.urgedToday === true,
    dialog: (props) => <UrgeDialog {...props} />,
  },
];

/** 更多: what may be done with the task beside deciding it. */
export const MoreMenu = ({ view, task, onRefresh }: MoreMenuProps) => {
  const [chosen, setChosen] = useState<string>();
  const verbs = verbsFor(view, task).filter(({ offered }) => offered);
  const open = verbs.find(({ key }) => key === chosen);
  if (verbs.length === 0) return null;
  const close = () => setChosen(undefined);
  return (
    <>
      <FoldOut label="更多" busy={open !== undefined}>
        {verbs.map(({ key, label, disabled = false }) => (
          <li key={key}>
            <Button type="text" block disabled={disabled} onClick={() => setChosen(key)}>
              {label}
            </Button>
          </li>
        ))}
      </FoldOut>
      {open?.dialog({ view, onRefresh, onClose: close })}
    </>
  );
};

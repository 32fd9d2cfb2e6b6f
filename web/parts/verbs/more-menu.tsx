import { Button, Dropdown } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { CaseView, TaskView } from '#shared/contracts/cases.ts';
import { AskSignersDialog } from './ask-signers-dialog.tsx';
import { CommentDialog } from './comment-dialog.tsx';
import { CopyDialog } from './copy-dialog.tsx';
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

/** The button that gets the focus back: the entry that a dialog was opened from is gone with its menu. */
const useFocusBack = (open: boolean) => {
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef(false);
  useEffect(() => {
    if (before.current && !open) button.current?.focus();
    before.current = open;
  }, [open]);
  return button;
};

/** 更多: what may be done with the task beside deciding it. */
export const MoreMenu = ({ view, task, onRefresh }: MoreMenuProps) => {
  const [chosen, setChosen] = useState<string>();
  const button = useFocusBack(chosen !== undefined);
  const verbs = verbsFor(view, task).filter(({ offered }) => offered);
  const open = verbs.find(({ key }) => key === chosen);
  if (verbs.length === 0) return null;
  const close = () => setChosen(undefined);
  return (
    <>
      <Dropdown
        trigger={['click']}
        placement="topRight"
        autoFocus
        menu={{
          items: verbs.map(({ key, label, disabled = false }) => ({ key, label, disabled })),
          onClick: ({ key }) => setChosen(key),
        }}
      >
        <Button ref={button} aria-haspopup="menu">
          更多
        </Button>
      </Dropdown>
      {open?.dialog({ view, onRefresh, onClose: close })}
    </>
  );
};

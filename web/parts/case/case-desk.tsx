import { type ReactNode, useState } from 'react';
import type { CaseView } from '#shared/contracts/cases.ts';
import { useForm } from '../../api/reads.ts';
import { FiledForm } from '../form/filed-form.tsx';
import { CommentsPanel } from '../verbs/comments-panel.tsx';
import { SaidWithTask } from '../verbs/said-with-task.tsx';
import { AttachmentsPanel } from './attachments-panel.tsx';
import { ChangesPanel } from './changes-panel.tsx';
import { DecideBar } from './decide-bar.tsx';
import { DocumentsPanel } from './documents-panel.tsx';
import { DuplicatePanel } from './duplicate-panel.tsx';
import { Opinions } from './opinions.tsx';
import { ReviewPanel } from './review-panel.tsx';
import { useMyTask } from './use-my-task.ts';

const attachments = 'attachments';

/** Which parts of the application the person has had before their eyes. */
const useReading = (view: CaseView) => {
  const form = useForm(view.kind, view.ruleVersion);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const filled = new Set(view.sections.map(({ section }) => section));
  const unread = (form.data?.form.sections ?? [])
    .filter(({ id }) => filled.has(id) && !opened.has(id))
    .map(({ name }) => name);
  return {
    onOpen: (part: string) => setOpened((before) => new Set([...before, part])),
    unread: [...unread, ...(opened.has(attachments) ? [] : ['附件'])],
  };
};

interface CaseDeskProps {
  readonly view: CaseView;
  readonly onRefresh: () => unknown;
  /** Stands between the opinions and the bar. */
  readonly children?: ReactNode;
  readonly onStep?: ((by: 1 | -1) => void) | undefined;
}

/** Everything to decide a case by, and the bar to decide it with; on its page and beside the worklist. */
export const CaseDesk = ({ view, children, onRefresh, onStep }: CaseDeskProps) => {
  const mine = useMyTask(view);
  const { onOpen, unread } = useReading(view);
  const writes = view.may.includes('edit');
  return (
    <>
      {mine.task && <SaidWithTask task={mine.task} />}
      <ChangesPanel view={view} />
      <DuplicatePanel view={view} mine={mine} />
      {!writes && <FiledForm view={view} assessing={mine.assessing} onOpen={onOpen} />}
      <AttachmentsPanel caseId={view.caseId} onOpen={() => onOpen(attachments)} />
      <DocumentsPanel caseId={view.caseId} version={view.version} />
      <ReviewPanel mine={mine} view={view} />
      <Opinions tasks={view.tasks} />
      {view.status !== 'draft' && <CommentsPanel view={view} onRefresh={onRefresh} />}
      {children}
      {mine.task && (
        <DecideBar
          view={view}
          task={mine.task}
          mine={mine}
          unread={unread}
          onRefresh={onRefresh}
          onStep={onStep}
        />
      )}
    </>
  );
};

import { useState } from 'react';
import type { NoticeBody } from '#shared/contracts/holiday-notices.ts';
import { usePreviewNotice, usePublishNotice } from '../../api/calendar.ts';
import { ProblemError } from '../../api/problem-error.ts';
import { Button } from '../button.tsx';
import { Notice } from '../notice.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import { MovedDates } from './moved-dates.tsx';
import { emptyDraft, missingIn, type NoticeDraft, noticeOf } from './notice-draft.ts';
import { NoticeForm } from './notice-form.tsx';

interface PublishNoticeProps {
  readonly kinds: readonly NoticeBody['kind'][];
  /** The newest version on the screen. */
  readonly version: number;
}

const problemsOf = (error: Error | null) => (error instanceof ProblemError ? error.problem.errors : []);

/** Enter, try, confirm: nothing is published before what it moves has been shown. */
export const PublishNotice = ({ kinds, version }: PublishNoticeProps) => {
  const [draft, setDraft] = useState<NoticeDraft>(() => emptyDraft(kinds[0] ?? 'local'));
  const preview = usePreviewNotice();
  const publish = usePublishNotice();
  const change = (next: NoticeDraft) => {
    setDraft(next);
    preview.reset();
    publish.reset();
  };
  const missing = missingIn(draft);
  const confirm = () =>
    publish.mutate(
      { notice: noticeOf(draft), version },
      {
        onSuccess: () => {
          setDraft(emptyDraft(draft.kind));
          preview.reset();
        },
      },
    );
  return (
    <section className="panel" aria-labelledby="publish-notice">
      <h2 id="publish-notice">{kinds.includes('national') ? '发布放假安排' : '发布本地停办日'}</h2>
      {!kinds.includes('national') && (
        <p className="quiet">
          停办日只顺延本县（市、区）办理环节的参考时间，市级环节不变；不能把休息日改为工作日。
        </p>
      )}
      <NoticeForm draft={draft} kinds={kinds} problems={problemsOf(preview.error)} onChange={change} />
      <div className="notice-tools">
        <Button
          type={preview.data ? 'default' : 'primary'}
          disabled={missing !== undefined}
          loading={preview.isPending}
          onClick={() => preview.mutate(noticeOf(draft))}
        >
          试算影响
        </Button>
        {missing !== undefined && <span className="quiet">{missing}</span>}
      </div>
      {preview.error && <ProblemPanel error={preview.error} />}
      {preview.data && (
        <>
          <MovedDates preview={preview.data} />
          <div className="notice-tools">
            <Button type="primary" loading={publish.isPending} onClick={confirm}>
              确认发布
            </Button>
            <Button onClick={preview.reset}>返回修改</Button>
          </div>
        </>
      )}
      {publish.error && <ProblemPanel error={publish.error} />}
      {publish.data && (
        <Notice type="success" title={`已发布为第 ${publish.data.version} 版，正在重算，进度见下方`} />
      )}
    </section>
  );
};

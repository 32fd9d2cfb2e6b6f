import { useState } from 'react';
import type { CaseView } from '#shared/contracts/cases.ts';
import { formatSize } from '#shared/contracts/format-size.ts';
import { Button } from '../button.tsx';
import { useDownload } from '../case/use-attachments.ts';
import { formatInstant } from '../format-time.ts';
import { CommentDialog } from './comment-dialog.tsx';
import './verbs.css';

interface CommentsPanelProps {
  readonly view: CaseView;
  readonly onRefresh: () => unknown;
}

/** 附言 of everybody who sees the case, the oldest first, and the place to add one. */
export const CommentsPanel = ({ view, onRefresh }: CommentsPanelProps) => {
  const [writing, setWriting] = useState(false);
  const download = useDownload(view.caseId);
  const mayWrite = view.may.includes('comment');
  if (view.comments.length === 0 && !mayWrite) return null;
  return (
    <section className="panel" aria-labelledby="comments">
      <div className="panel-head">
        <h2 id="comments">附言</h2>
        {mayWrite && <Button onClick={() => setWriting(true)}>添加附言</Button>}
      </div>
      {view.comments.length === 0 && <p className="quiet">还没有附言。附言供各方沟通，不影响办理。</p>}
      {view.comments.map(({ at, text, by, files }) => (
        <article key={`${at} ${by.name} ${text}`} className="opinion">
          <div className="opinion-head">
            <strong>{by.name}</strong>
            <span>
              {by.organisation} · {by.roleLabel}
            </span>
            <span className="quiet small">{formatInstant(at)}</span>
          </div>
          <p className="opinion-text">{text}</p>
          {files.map(({ attachmentId, fileName, size }) => (
            <Button key={attachmentId} type="link" onClick={() => download.mutate(attachmentId)}>
              {fileName}（{formatSize(size)}）
            </Button>
          ))}
        </article>
      ))}
      {writing && <CommentDialog view={view} onRefresh={onRefresh} onClose={() => setWriting(false)} />}
    </section>
  );
};

import { Popconfirm } from 'antd';
import { useState } from 'react';
import type { MessageTextView } from '#shared/contracts/messages.ts';
import { useRestoreText } from '../../api/message-texts.ts';
import { Button } from '../button.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import { TextDialog } from './text-dialog.tsx';
import type { TagView } from './text-tags.tsx';

interface TextCardProps {
  readonly of: MessageTextView;
  readonly version: number;
  readonly tags: readonly TagView[];
}

/** One message's text as it is sent now, with what may be done to it. */
export const TextCard = ({ of, version, tags }: TextCardProps) => {
  const [editing, setEditing] = useState(false);
  const restore = useRestoreText(of.event, version);
  const { title, text } = of.ownText ?? of.defaultText;
  return (
    <section className="text-card" aria-label={of.label}>
      <div className="text-card-head">
        <h2>{of.label}</h2>
        <span className={of.ownText ? 'status status-now' : 'status'}>{of.ownText ? '自定' : '默认'}</span>
        {of.urgent && <span className="status">不限时间发送</span>}
      </div>
      <div className="text-sample">
        <strong>{title}</strong>
        {text}
      </div>
      {restore.error && <ProblemPanel error={restore.error} />}
      <div className="text-card-foot">
        <Button onClick={() => setEditing(true)}>修改</Button>
        {of.ownText && (
          <Popconfirm
            title={`“${of.label}”恢复默认文字？`}
            okText="恢复默认"
            cancelText="取消"
            onConfirm={() => restore.mutate(undefined)}
          >
            <Button loading={restore.isPending}>恢复默认</Button>
          </Popconfirm>
        )}
      </div>
      {editing && <TextDialog of={of} version={version} tags={tags} onClose={() => setEditing(false)} />}
    </section>
  );
};

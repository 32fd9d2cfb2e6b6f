import { useMessages, useReadMessages } from '../api/messages.ts';
import { itemsOf } from '../api/reads.ts';
import { Button } from '../parts/button.tsx';
import { EmptyNote } from '../parts/empty-note.tsx';
import { MessageEntry } from '../parts/message/message-entry.tsx';
import { MoreButton } from '../parts/more-button.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import '../parts/message/messages.css';

const Messages = () => {
  const messages = useMessages();
  const read = useReadMessages();
  if (messages.isPending) return <PageSkeleton />;
  if (!messages.data) return <ProblemPanel error={messages.error} onRetry={messages.refetch} />;
  const items = itemsOf(messages.data);
  if (items.length === 0)
    return (
      <div className="panel">
        <EmptyNote description="还没有消息。待办到达、到期提醒和办理结果会出现在这里。" />
      </div>
    );
  return (
    <>
      {messages.error && <ProblemPanel error={messages.error} onRetry={messages.refetch} />}
      {read.error && <ProblemPanel error={read.error} />}
      <ul className="messages">
        {items.map((message) => (
          <li key={message.messageId}>
            <MessageEntry
              message={message}
              onOpen={() => {
                if (!message.read) read.mutate([message.messageId]);
              }}
            />
          </li>
        ))}
      </ul>
      <MoreButton pages={messages} />
    </>
  );
};

const ReadAll = () => {
  const unread = useMessages().data?.pages[0]?.unread ?? 0;
  const read = useReadMessages();
  return (
    <Button disabled={unread === 0} loading={read.isPending} onClick={() => read.mutate(undefined)}>
      全部标为已读
    </Button>
  );
};

/** 消息: what one was told, the newest first. */
export const MessagesPage = () => (
  <>
    <title>消息 · 云网通</title>
    <div className="page-head">
      <h1>消息</h1>
      <ReadAll />
    </div>
    <Messages />
  </>
);

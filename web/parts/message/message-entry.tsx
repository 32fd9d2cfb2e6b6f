import { Link } from 'react-router';
import type { MessageView } from '#shared/contracts/messages.ts';
import { formatInstant } from '../format-time.ts';

interface MessageEntryProps {
  readonly message: MessageView;
  readonly onOpen: () => void;
}

/** One message; it leads to its matter and has then been read. */
export const MessageEntry = ({ message, onOpen }: MessageEntryProps) => (
  <Link
    className={message.read ? 'message' : 'message message-unread'}
    to={message.page ?? `/cases/${message.caseId}`}
    onClick={onOpen}
  >
    <span className="message-head">
      <strong className="message-title">{message.title}</strong>
      <span className={message.read ? 'quiet small' : 'status status-now'}>
        {message.read ? '已读' : '未读'}
      </span>
    </span>
    <span>{message.text}</span>
    <span className="quiet small">
      {message.eventLabel} · {formatInstant(message.at)}
    </span>
  </Link>
);

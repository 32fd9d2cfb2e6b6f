import { useUnread } from '../../api/messages.ts';
import './messages.css';

const mostShown = 99;

/** 未读 beside the word in the navigation; nothing when there is none. */
export const UnreadBadge = () => {
  const unread = useUnread();
  if (unread === 0) return null;
  return (
    <span className="unread-badge">
      {unread > mostShown ? `${mostShown}+` : unread}
      <span className="visually-hidden">条未读</span>
    </span>
  );
};

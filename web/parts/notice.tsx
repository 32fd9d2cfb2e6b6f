import type { ReactNode } from 'react';
import './notice.css';

interface NoticeProps {
  readonly type: 'success' | 'info' | 'warning' | 'error';
  readonly title: string;
  readonly description?: ReactNode;
  readonly action?: ReactNode;
}

/** A framed sentence to the person at the screen, read out when it appears. */
export const Notice = ({ type, title, description, action }: NoticeProps) => (
  <div className={`notice notice-${type}`} role={type === 'info' || type === 'success' ? 'status' : 'alert'}>
    <div className="notice-text">
      {description === undefined ? title : <strong className="notice-title">{title}</strong>}
      {description !== undefined && <div>{description}</div>}
    </div>
    {action}
  </div>
);

import { Alert } from 'antd';
import type { ReactNode } from 'react';

interface NoticeProps {
  readonly type: 'success' | 'info' | 'warning' | 'error';
  readonly title: string;
  readonly description?: ReactNode;
  readonly action?: ReactNode;
}

/** A framed sentence to the person at the screen, read out when it appears. */
export const Notice = ({ type, title, description, action }: NoticeProps) => (
  <div className="notice">
    <Alert
      type={type}
      role={type === 'info' || type === 'success' ? 'status' : 'alert'}
      title={title}
      description={description}
      action={action}
    />
  </div>
);

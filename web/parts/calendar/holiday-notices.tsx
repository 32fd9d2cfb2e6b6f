import { useCalendars } from '../../api/calendar.ts';
import { useSignedIn } from '../../auth/signed-in.ts';
import { PageSkeleton } from '../page-skeleton.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import { PublishNotice } from './publish-notice.tsx';
import { VersionHistory } from './version-history.tsx';
import './calendar.css';

const followers = ['tenant.admin', 'security.admin', 'audit.admin'];

/** 放假安排: publish, for whom it is theirs; versions and what each moved, for the administrators. */
export const HolidayNotices = () => {
  const { membership } = useSignedIn();
  const calendars = useCalendars();
  if (calendars.isPending) return <PageSkeleton />;
  if (!calendars.data) return <ProblemPanel error={calendars.error} onRetry={calendars.refetch} />;
  const administers = membership.roles.some((role) => followers.includes(role));
  const ofCity = membership.tenant.endsWith('/_city');
  const { mayPublish, version } = calendars.data;
  return (
    <>
      {mayPublish.length > 0 && <PublishNotice kinds={mayPublish} version={version} />}
      <VersionHistory
        calendars={calendars.data}
        follows={({ scope }) => administers && (ofCity || scope === membership.tenant)}
      />
    </>
  );
};

import { useState } from 'react';
import type { CalendarList } from '#shared/contracts/holiday-notices.ts';
import { Button } from '../button.tsx';
import { EmptyNote } from '../empty-note.tsx';
import { formatDate, formatInstant } from '../format-time.ts';
import { RecomputationProgress } from './recomputation-progress.tsx';

type Version = CalendarList['versions'][number];

const spanOf = ({ from, to }: Version['ranges'][number]): string =>
  from === to ? formatDate(from) : `${formatDate(from)} 至 ${formatDate(to)}`;

interface VersionEntryProps {
  readonly version: Version;
  /** Whether its progress is shown at once. */
  readonly shown: boolean;
  readonly mayFollow: boolean;
}

const VersionEntry = ({ version, shown, mayFollow }: VersionEntryProps) => {
  const [followed, setFollowed] = useState(shown);
  return (
    <li className="calendar-version">
      <h3>
        第 {version.version} 版：《{version.title}》{version.number}
      </h3>
      <p className="quiet small">
        {version.scopeName} · {formatDate(version.issuedOn)}发文 · {formatInstant(version.publishedAt)} 发布
        {version.publishedBy && ` · ${version.publishedBy.organisation} ${version.publishedBy.name}`}
      </p>
      <ul className="calendar-days">
        {version.ranges.map((range) => (
          <li key={range.from}>
            <span className={`day-kind day-${range.kind}`}>{range.kind === 'holiday' ? '休' : '班'}</span>
            {spanOf(range)} {range.reason}
          </li>
        ))}
      </ul>
      {mayFollow &&
        (followed ? (
          <RecomputationProgress version={version.version} />
        ) : (
          <Button type="link" onClick={() => setFollowed(true)}>
            查看重算结果
          </Button>
        ))}
    </li>
  );
};

interface VersionHistoryProps {
  readonly calendars: CalendarList;
  /** Whose recomputation the person at the screen may follow. */
  readonly follows: (version: Version) => boolean;
}

/** 日历版本, newest first; none is ever changed. */
export const VersionHistory = ({ calendars, follows }: VersionHistoryProps) => (
  <section className="panel" aria-labelledby="calendar-versions">
    <h2 id="calendar-versions">日历版本</h2>
    {calendars.versions.length === 0 ? (
      <EmptyNote
        description={`还没有发布过通知；参考时间按 ${calendars.base} 的全国安排计算，未公布的年份标为暂定。`}
      />
    ) : (
      <ol className="plain-list">
        {calendars.versions.map((version, index) => (
          <VersionEntry
            key={version.version}
            version={version}
            shown={index === 0 || version.unfinished === true}
            mayFollow={follows(version)}
          />
        ))}
      </ol>
    )}
  </section>
);

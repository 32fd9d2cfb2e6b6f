import type { ClockKind, RecomputationView } from '#shared/contracts/holiday-notices.ts';
import { useRecomputation } from '../../api/calendar.ts';
import { formatInstant } from '../format-time.ts';
import { ProblemPanel } from '../problem-panel.tsx';

const words: Readonly<Record<RecomputationView['state'], string>> = {
  running: '正在逐件重算',
  settling: '已逐件重算，几分钟后再核对一遍',
  retrying: '有期限没有重算成功，将自动再试',
  done: '重算完毕',
  merged: '由后一版接着重算',
};

const kindWords: Readonly<Record<ClockKind, string>> = {
  case: '办件',
  obligation: '履约事项',
  order: '开通单',
  reclamation: '资源回收',
};

/** 重算进度: how many were looked at and moved, and which could not be. */
export const RecomputationProgress = ({ version }: { readonly version: number }) => {
  const job = useRecomputation(version);
  if (!job.data) return job.error && <ProblemPanel error={job.error} onRetry={job.refetch} />;
  const { state, lookedAt, moved, failedCount, failed, finishedAt, retryAfter } = job.data;
  return (
    <div className="recomputation" role="status">
      <strong>{words[state]}</strong>
      <span>
        查看 <b>{lookedAt}</b> 件
      </span>
      <span>
        调整并通知 <b>{moved}</b> 件
      </span>
      <span className={failedCount > 0 ? 'recomputation-failed' : undefined}>
        未能写入 <b>{failedCount}</b> 件
      </span>
      {finishedAt !== undefined && <span className="quiet">{formatInstant(finishedAt)} 结束</span>}
      {retryAfter !== undefined && <span className="quiet">{formatInstant(retryAfter)} 后再试</span>}
      {failed.length > 0 && (
        <ul className="problem-list">
          {failed.map(({ kind, id, tenantName, reason }) => (
            <li key={`${kind} ${id}`}>
              {tenantName} {kindWords[kind]} {id}：{reason}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

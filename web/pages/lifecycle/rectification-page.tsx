import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { RectificationView } from '#shared/contracts/rectification.ts';
import { useRectification, useRectificationEvidence } from '../../api/lifecycle.ts';
import { isStale } from '../../api/problem-error.ts';
import { Button } from '../../parts/button.tsx';
import { ClauseChip } from '../../parts/clause-chip.tsx';
import { ProcessPapers } from '../../parts/document/process-papers.tsx';
import { formatDate, formatInstant } from '../../parts/format-time.ts';
import { DueWord } from '../../parts/lifecycle/due-word.tsx';
import {
  planParties,
  RectificationDialog,
  rectifyTitle,
} from '../../parts/lifecycle/rectification-dialog.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import '../../parts/lifecycle/lifecycle.css';

type Act = RectificationView['may'][number];

const Head = ({
  view,
  onOpen,
}: {
  readonly view: RectificationView;
  readonly onOpen: (act: Act) => void;
}) => (
  <div className="panel">
    <div className="lifecycle-head">
      <h1>整改 · {view.systemName}</h1>
      <span
        className={
          ['dismissed', 'rectified', 'disposed'].includes(view.status) ? 'status' : 'status status-now'
        }
      >
        {view.statusLabel}
      </span>
    </div>
    <dl className="lifecycle-facts">
      <div>
        <dt>使用部门</dt>
        <dd>
          {view.organisation.name}（{view.tenantName}）
        </dd>
      </div>
      <div>
        <dt>情形</dt>
        <dd>
          {view.finding.title} <ClauseChip clause={view.finding.clause} />
        </dd>
      </div>
      <div>
        <dt>审核</dt>
        <dd>{view.authority === 'county' ? '县级主管部门（抄送市级）' : '市级主管部门'}</dd>
      </div>
      {(view.due || view.limit || view.status === 'proposed') && (
        <div>
          <dt>{view.status === 'required' ? '整合期限' : '整改期限'}</dt>
          <dd>{view.due ? <DueWord due={view.due} /> : (view.limit?.dueOn ?? '通知后起算')}</dd>
        </div>
      )}
    </dl>
    <div className="lifecycle-tools">
      {view.may.map((act) => (
        <Button key={act} type={act === 'dismiss' ? 'default' : 'primary'} onClick={() => onOpen(act)}>
          {rectifyTitle(act)}
        </Button>
      ))}
      {view.reclamationId !== undefined && <Link to={`/reclamations/${view.reclamationId}`}>资源回收</Link>}
      <Link to={`/registry/${view.systemId}`}>台账中的信息系统</Link>
    </div>
  </div>
);

interface Line {
  readonly at: string;
  readonly by?: { readonly name: string; readonly organisation: string };
  readonly what: string;
  readonly text: string;
  /** A file that goes with it, and where it is kept. */
  readonly file?: { readonly fileName: string; readonly place: number };
}

const EvidenceButton = ({
  rectificationId,
  file: { fileName, place },
}: {
  readonly rectificationId: string;
  readonly file: NonNullable<Line['file']>;
}) => {
  const evidence = useRectificationEvidence(rectificationId);
  return (
    <div>
      <Button onClick={() => evidence.mutate(place)} loading={evidence.isPending}>
        下载佐证文件：{fileName}
      </Button>
      {evidence.error && <ProblemPanel error={evidence.error} />}
    </div>
  );
};

const verdicts = { rectified: '复核：整改完成', notYet: '复核：尚未完成', extended: '同意延期' } as const;

const linesOf = ({ review, statements, judgements, disposals }: RectificationView): readonly Line[] =>
  [
    ...(review ? [{ ...review, what: review.warned ? '同意警告' : '不予警告' }] : []),
    ...statements.map(({ file, ...one }, index) => ({
      ...one,
      what: one.kind === 'mended' ? '整改说明' : '申请延期',
      ...(file ? { file: { fileName: file.fileName, place: index + 1 } } : {}),
    })),
    ...judgements.map((one) => ({
      ...one,
      what:
        one.dueOn === undefined
          ? verdicts[one.verdict]
          : `${verdicts[one.verdict]}到 ${formatDate(one.dueOn)}`,
    })),
    ...disposals.flatMap((one) => [
      { ...one, what: `处置意见：${one.measureLabel}` },
      ...one.opinions.map((opinion) => ({
        ...opinion,
        what: `${planParties[opinion.party]}评审：${opinion.agrees ? '同意' : '不同意'}`,
      })),
      ...(one.decision ? [{ ...one.decision, what: one.decision.approved ? '批准处置' : '不同意处置' }] : []),
      ...(one.executed ? [{ at: one.executed.at, what: '已执行', text: one.executed.evidence }] : []),
    ]),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));

/** 一件整改: what was found, who said what about it, and what is to be done now. */
export const RectificationPage = () => {
  const { rectificationId = '' } = useParams();
  const rectification = useRectification(rectificationId);
  const [act, setAct] = useState<Act>();
  if (rectification.isPending) return <PageSkeleton />;
  if (!rectification.data)
    return <ProblemPanel error={rectification.error} onRetry={rectification.refetch} />;
  const view = rectification.data;
  return (
    <>
      <title>{`${view.systemName} · 整改 · 云网通`}</title>
      {rectification.error && !isStale(rectification.error) && (
        <ProblemPanel error={rectification.error} onRetry={rectification.refetch} />
      )}
      <Head view={view} onOpen={setAct} />
      <section className="panel" aria-label="问题">
        <h2>问题</h2>
        <p>{view.reason}</p>
        <p>证据：{view.evidence}</p>
        {view.evidenceFile && (
          <EvidenceButton
            rectificationId={view.rectificationId}
            file={{ fileName: view.evidenceFile.fileName, place: 0 }}
          />
        )}
        {view.requirement && (
          <p>
            来源文件：{view.requirement.document}，{formatDate(view.requirement.dueOn)} 前完成整合
          </p>
        )}
        <p className="quiet">
          {view.dataLoss.text} <ClauseChip clause={view.dataLoss.clause} />
        </p>
      </section>
      <section className="panel" aria-label="办理过程">
        <h2>办理过程</h2>
        <ul className="lifecycle-steps">
          <li>
            <strong>登记问题</strong>
            <span className="quiet">{formatInstant(view.recordedAt)}</span>
          </li>
          {linesOf(view).map(({ at, by, what, text, file }) => (
            <li key={`${at} ${what}`}>
              <strong>{what}</strong>
              <span className="quiet">
                {formatInstant(at)} {by?.name}
              </span>
              <div>{text}</div>
              {file && <EvidenceButton rectificationId={view.rectificationId} file={file} />}
            </li>
          ))}
        </ul>
      </section>
      <ProcessPapers
        processId={view.rectificationId}
        kinds={[
          ...(view.review?.warned ? (['warning'] as const) : []),
          ...(view.disposals.length > 0 ? (['disposal'] as const) : []),
        ]}
      />
      {act && (
        <RectificationDialog
          view={view}
          act={act}
          onClose={() => setAct(undefined)}
          onRefresh={rectification.refetch}
        />
      )}
    </>
  );
};

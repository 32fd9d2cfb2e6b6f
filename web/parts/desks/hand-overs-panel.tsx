import { useState } from 'react';
import type { DesksView, HandOverList } from '#shared/contracts/desks.ts';
import { useDesks, useHandOver, useHandOvers } from '../../api/desks.ts';
import { Button } from '../button.tsx';
import { EmptyNote } from '../empty-note.tsx';
import { formatInstant } from '../format-time.ts';
import { PageSkeleton } from '../page-skeleton.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import { TableFrame } from '../table-frame.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';

type Leaver = DesksView['people'][number];

const DeskTable = ({
  people,
  onHandOver,
}: {
  readonly people: readonly Leaver[];
  readonly onHandOver: (person: Leaver) => void;
}) => (
  <TableFrame label="人员名下待办">
    <table className="table">
      <thead>
        <tr>
          <th scope="col">姓名</th>
          <th scope="col">单位</th>
          <th scope="col">岗位</th>
          <th scope="col" className="number">
            名下待办（件）
          </th>
          <th scope="col">离岗交接</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.membership}>
            <td>
              {person.name}
              {person.state === 'suspended' && <span className="quiet">（已停用）</span>}
            </td>
            <td>{person.organisation}</td>
            <td>{person.roleLabel}</td>
            <td className="number">{person.openTasks}</td>
            <td>
              <Button
                size="small"
                aria-label={`交接${person.name}名下待办`}
                onClick={() => onHandOver(person)}
              >
                交接
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableFrame>
);

const Rows = ({ handOverId }: { readonly handOverId: string }) => {
  const handOver = useHandOver(handOverId);
  if (handOver.isPending) return <PageSkeleton />;
  if (!handOver.data) return <ProblemPanel error={handOver.error} onRetry={handOver.refetch} />;
  return (
    <ul className="ruled-list">
      {handOver.data.rows.map(({ caseId, taskId, stageTitle, done, problem }) => (
        <li key={`${caseId} ${taskId}`}>
          {caseId} · {stageTitle} · {done ? '已交接' : `没有交接：${problem?.detail ?? ''}`}
        </li>
      ))}
    </ul>
  );
};

const Past = ({ item }: { readonly item: HandOverList['items'][number] }) => {
  const [shown, setShown] = useState(false);
  const total = item.done + item.failed;
  return (
    <li>
      <strong>
        {item.to ? `${item.from.name} → ${item.to.name}` : `${item.from.name}离岗，待办退回岗位`}
      </strong>{' '}
      <span className={`status ${item.state === 'running' ? 'status-now' : 'status-off'}`}>
        {item.state === 'running' ? '正在交接' : `已交接 ${item.done} 件`}
      </span>
      {item.failed > 0 && <span className="status status-late">{item.failed} 件没有交接</span>}
      <div className="quiet">
        {formatInstant(item.requestedAt)} · {item.requestedBy ?? '系统'} · {item.reason}
      </div>
      {total > 0 && (
        <Button size="small" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? '收起' : `逐件结果（${total}）`}
        </Button>
      )}
      {shown && <Rows handOverId={item.handOverId} />}
    </li>
  );
};

const PastHandOvers = () => {
  const handOvers = useHandOvers();
  if (handOvers.isPending) return <PageSkeleton />;
  if (!handOvers.data) return <ProblemPanel error={handOvers.error} onRetry={handOvers.refetch} />;
  const { items } = handOvers.data;
  if (items.length === 0) return <p className="quiet">还没有办理过离岗交接。</p>;
  return (
    <ul className="ruled-list" aria-label="离岗交接记录">
      {items.map((item) => (
        <Past key={item.handOverId} item={item} />
      ))}
    </ul>
  );
};

/** 离岗交接: who holds how much by name, and what was handed over. */
export const HandOversPanel = () => {
  const desks = useDesks();
  const [leaver, setLeaver] = useState<Leaver>();
  if (desks.isPending) return <PageSkeleton />;
  if (!desks.data) return <ProblemPanel error={desks.error} onRetry={desks.refetch} />;
  const { people, complete } = desks.data;
  return (
    <section className="panel" aria-label="离岗交接">
      <h2>离岗交接</h2>
      <p className="quiet">
        只有交到本人名下（转办、加签、交接而来）的待办需要交接；按岗位办理的待办，同岗位人员都能办。
      </p>
      {!complete && (
        <p className="quiet">待办较多，件数只数到前 20000 件，实际不少于所列；交接时全部交出。</p>
      )}
      {people.length === 0 ? (
        <EmptyNote description="您负责的岗位现在没有人员。" />
      ) : (
        <DeskTable people={people} onHandOver={setLeaver} />
      )}
      <h3>记录</h3>
      <PastHandOvers />
      {leaver && <HandOverDialog leaver={leaver} onClose={() => setLeaver(undefined)} />}
    </section>
  );
};

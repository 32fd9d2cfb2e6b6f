import { Button, Empty } from 'antd';
import { useNavigate } from 'react-router';
import { itemsOf, useTasks } from '../api/reads.ts';
import { useSignedIn } from '../auth/signed-in.ts';
import { MoreButton } from '../parts/more-button.tsx';
import { NewCaseButton } from '../parts/new-case-button.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { WorkCard } from '../parts/work-card.tsx';

const NothingToDo = () => {
  const navigate = useNavigate();
  return (
    <div className="panel">
      <Empty description="现在没有等您办理的事项。新的待办到达后会出现在这里。">
        <Button onClick={() => void navigate('/cases')}>查看全部办件</Button>
      </Empty>
    </div>
  );
};

const Tasks = () => {
  const tasks = useTasks();
  if (tasks.isPending) return <PageSkeleton />;
  if (!tasks.data) return <ProblemPanel error={tasks.error} onRetry={tasks.refetch} />;
  const items = itemsOf(tasks.data);
  return (
    <>
      {tasks.error && <ProblemPanel error={tasks.error} onRetry={tasks.refetch} />}
      {items.length === 0 && !tasks.hasNextPage && <NothingToDo />}
      <ul className="cards">
        {items.map((item) => (
          <li key={`${item.case.caseId} ${item.task.taskId}`}>
            <WorkCard item={item} />
          </li>
        ))}
      </ul>
      <MoreButton pages={tasks} />
    </>
  );
};

/** 工作台: what waits for me, the nearest reference time first. */
export const WorklistPage = () => {
  const { person } = useSignedIn();
  return (
    <>
      <title>待办 · 云网通</title>
      <div className="page-head">
        <h1>
          {person.name}的待办 <span className="quiet small">按办理参考时间排列</span>
        </h1>
        <NewCaseButton />
      </div>
      <Tasks />
    </>
  );
};

import type { TaskView } from '#shared/contracts/case-tasks.ts';
import { formatInstant } from '../format-time.ts';
import { Notice } from '../notice.tsx';

/** What somebody said to the one at the desk: what is asked of a countersigner, and why it was handed over. */
export const SaidWithTask = ({ task }: { readonly task: TaskView }) => (
  <>
    {task.question !== undefined && (
      <Notice type="info" title={`请您核签（${task.stageTitle}）`} description={task.question} />
    )}
    {task.onBehalfOf !== undefined && (
      <Notice type="info" title={`您受托代${task.onBehalfOf}办理本件，留痕写明“代”`} />
    )}
    {task.reseated !== undefined && <Notice type="info" title={task.reseated} />}
    {task.handedOver && (
      <Notice
        type="info"
        title={`${task.handedOver.by.name} 于 ${formatInstant(task.handedOver.at)} 转办给您`}
        description={task.handedOver.reason}
      />
    )}
    {task.urgedAt !== undefined && (
      <Notice type="warning" title={`${formatInstant(task.urgedAt)} 被催办，请尽快办理`} />
    )}
  </>
);

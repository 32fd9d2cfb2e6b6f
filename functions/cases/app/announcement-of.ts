import type { CaseEvent } from '../domain/case-events.ts';
import type { Announcement } from './ports.ts';

/** What a command leaves to be told to people, if anything. */
export const announcementOf = (events: readonly CaseEvent[]): Announcement | undefined => {
  for (const event of events) {
    if (event.type === 'TaskOpened') return { event: 'taskOpened', taskId: event.task.taskId };
    if (event.type === 'TaskReminded') {
      const { taskId, day, escalated } = event;
      return { event: 'taskReminded', taskId, day, escalated };
    }
    if (event.type === 'TargetsRecomputed')
      return { event: 'targetsMoved', taskIds: event.targets.map(({ taskId }) => taskId) };
    if (event.type === 'CaseCompleted') return { event: 'caseCompleted' };
    if (event.type === 'StepClosed' && event.to === 'rejected') return { event: 'caseRejected' };
  }
  return undefined;
};

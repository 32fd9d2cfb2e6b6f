import type { CaseEvent } from '../domain/case-events.ts';
import type { Announcement } from './ports.ts';

const openedIn = (events: readonly CaseEvent[]): readonly string[] =>
  events.flatMap((event) => {
    if (event.type === 'TaskOpened') return [event.task.taskId];
    return event.type === 'TaskTransferred' ? [event.taskId] : [];
  });

const urgedIn = (events: readonly CaseEvent[]): readonly string[] =>
  events.flatMap((event) => (event.type === 'TaskUrged' ? [event.taskId] : []));

const ofEvent = (event: CaseEvent): Announcement | undefined => {
  switch (event.type) {
    case 'TaskReminded': {
      const { taskId, day, escalated } = event;
      return { event: 'taskReminded', taskId, day, escalated };
    }
    case 'TargetsRecomputed':
      return { event: 'targetsMoved', taskIds: event.targets.map(({ taskId }) => taskId) };
    case 'CaseCopied':
      return { event: 'caseCopied', readers: event.readers };
    case 'CaseCompleted':
      return { event: 'caseCompleted' };
    case 'StepClosed':
      return event.to === 'rejected' ? { event: 'caseRejected' } : undefined;
    default:
      return undefined;
  }
};

/** What a command leaves to be told to people, if anything. */
export const announcementOf = (events: readonly CaseEvent[]): Announcement | undefined => {
  const opened = openedIn(events);
  if (opened.length > 0) return { event: 'taskOpened', taskIds: opened };
  const urged = urgedIn(events);
  if (urged.length > 0) return { event: 'taskUrged', taskIds: urged };
  return events.map(ofEvent).find((announcement) => announcement !== undefined);
};

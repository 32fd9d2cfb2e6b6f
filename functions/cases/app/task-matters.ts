import type { RouteStage } from '#shared/regulation/profile.ts';
import type { CaseState, Holder, Task } from '../domain/case-state.ts';
import { holderOf } from '../domain/walk-route.ts';
import type { Announcement } from './ports.ts';

/** Whom a message concerns, and by which text they are told. */
export interface ConcernedPeople {
  /** `task.<stage>`, `reminder.…`, `case.completed` or `case.rejected`. */
  readonly event: string;
  /** Whoever holds one of these is told. */
  readonly holders: readonly Holder[];
  /** The task that can be decided from a page alone, where the rules allow that. */
  readonly linkedTask?: string;
}

type TaskAnnouncement =
  | { readonly event: 'taskOpened' | 'taskUrged' }
  | Pick<Extract<Announcement, { event: 'taskReminded' }>, 'event' | 'day' | 'escalated'>;

/** A countersigner is told what is asked, not of the stage beside which they sign. */
const openingOf = ({ question }: Task, stage: RouteStage): string =>
  question === undefined ? `task.${stage.id}` : 'task.countersign';

const eventOf = (task: Task, stage: RouteStage, announcement: TaskAnnouncement): string => {
  if (announcement.event === 'taskReminded') return reminderEvent(announcement.day);
  return announcement.event === 'taskUrged' ? 'task.urged' : openingOf(task, stage);
};

const reminderEvent = (day: number): string => {
  if (day < 0) return 'reminder.before';
  return day === 0 ? 'reminder.due' : 'reminder.late';
};

/** Who is told of an open task: its holder, and with a reminder that has been missed for days the head. */
export const taskMatters = (
  state: CaseState,
  task: Task,
  stage: RouteStage,
  announcement: TaskAnnouncement,
): readonly ConcernedPeople[] => {
  const linked = stage.byLink && task.question === undefined ? { linkedTask: task.taskId } : {};
  const told = { event: eventOf(task, stage, announcement), holders: [task.holder], ...linked };
  return announcement.event === 'taskReminded' && announcement.escalated && stage.escalatesTo
    ? [told, { event: 'reminder.escalated', holders: [holderOf(state, stage.escalatesTo)] }]
    : [told];
};

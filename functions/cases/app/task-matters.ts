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

type TaskAnnouncement = Extract<Announcement, { taskId: string }>;

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
  const linked = stage.byLink ? { linkedTask: task.taskId } : {};
  const event = announcement.event === 'taskOpened' ? `task.${stage.id}` : reminderEvent(announcement.day);
  const told = { event, holders: [task.holder], ...linked };
  return announcement.event === 'taskReminded' && announcement.escalated && stage.escalatesTo
    ? [told, { event: 'reminder.escalated', holders: [holderOf(state, stage.escalatesTo)] }]
    : [told];
};

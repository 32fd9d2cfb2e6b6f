import type { TenantId } from '#shared/kernel/tenant.ts';
import type { CaseKind, Outcome, RouteEnd, StepId } from '#shared/regulation/profile.ts';
import type { Reminder } from '#shared/regulation/reminder-schedule.ts';
import type {
  ActedAs,
  Confirmation,
  Decision,
  HandOver,
  Holder,
  LinkedCase,
  PlannedStage,
  RecordedAct,
  ScaleJudgement,
  TargetMove,
  Task,
} from './case-state.ts';

export interface CaseCreated {
  readonly type: 'CaseCreated';
  readonly tenant: TenantId;
  readonly caseId: string;
  readonly number: string;
  readonly kind: CaseKind;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly systemName: string;
  readonly systemId?: string;
  readonly linked?: LinkedCase;
  readonly maker: string;
}
/** 送确认; the first one starts the machine. */
export interface ConfirmationRequested {
  readonly type: 'ConfirmationRequested';
  readonly digest: string;
  readonly makers: readonly string[];
  readonly first: boolean;
}
export interface StepOpened {
  readonly type: 'StepOpened';
  readonly step: StepId;
  readonly visit: number;
}
export interface TaskOpened {
  readonly type: 'TaskOpened';
  readonly task: Task;
}
/** Another person of the same post holds it now, or the whole post. */
export interface TaskTransferred {
  readonly type: 'TaskTransferred';
  readonly taskId: string;
  readonly holder: Holder;
  /** Absent where the system did it, because somebody's post had ended. */
  readonly by?: ActedAs;
  readonly reason: string;
  /** Without it a 转办 by its holder. */
  readonly cause?: HandOver['cause'];
}
/** 催办. */
export interface TaskUrged {
  readonly type: 'TaskUrged';
  readonly taskId: string;
}
/** 加签: the visit's stages from now on. */
export interface StagesPlanned {
  readonly type: 'StagesPlanned';
  readonly visit: number;
  readonly plan: readonly PlannedStage[];
  /** Where the step stands in the new plan. */
  readonly stageIndex: number;
}
/** The step goes back to an earlier stage, and then straight to where it was. */
export interface StageReopened {
  readonly type: 'StageReopened';
  readonly visit: number;
  readonly stageIndex: number;
  readonly resumeAt: number;
}
/** 抄送. */
export interface CaseCopied {
  readonly type: 'CaseCopied';
  readonly readers: readonly string[];
}
/** 附言. */
export interface CommentAdded {
  readonly type: 'CommentAdded';
  readonly text: string;
  readonly files: readonly CommentFile[];
}
/** A file that goes with a word. */
export interface CommentFile {
  readonly attachmentId: string;
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string;
}
/** 办后事项. */
export interface ActRecorded {
  readonly type: 'ActRecorded';
  readonly act: RecordedAct;
  readonly title: string;
  readonly content: Readonly<Record<string, unknown>>;
}
export interface TaskClosed {
  readonly type: 'TaskClosed';
  readonly taskId: string;
  readonly decision: Decision;
}
/** 变更认定 by a reviewer, with the decision whose opinion says why. */
export interface ScaleJudged {
  readonly type: 'ScaleJudged';
  readonly judgement: ScaleJudgement;
}
/** 提交: the confirmation freezes the round and pins the rule version. */
export interface FormSubmitted {
  readonly type: 'FormSubmitted';
  readonly round: number;
  readonly systemName: string;
  readonly ruleVersion: string;
  readonly confirmation: Confirmation;
  /** Everybody who has written in the form up to now. */
  readonly makers: readonly string[];
  /** What reviewers assess is as it was in the round before. */
  readonly keepsAssessed?: true;
}
export interface StepClosed {
  readonly type: 'StepClosed';
  readonly step: StepId;
  readonly visit: number;
  readonly outcome: Outcome;
  readonly to: StepId | RouteEnd;
}
export interface CaseCompleted {
  readonly type: 'CaseCompleted';
}
export interface CaseWithdrawn {
  readonly type: 'CaseWithdrawn';
  readonly reason: string;
}

/** 提醒: the holder of an open task is reminded; `day` counts working days from its target day. */
export interface TaskReminded {
  readonly type: 'TaskReminded';
  readonly taskId: string;
  readonly day: number;
  readonly escalated: boolean;
  readonly next?: Reminder;
}
/** The calendar has changed and with it the time of the next reminder. */
export interface ReminderMoved {
  readonly type: 'ReminderMoved';
  readonly taskId: string;
  readonly next?: Reminder;
}
export interface RecomputedTarget extends Omit<TargetMove, 'at'> {
  readonly taskId: string;
  readonly provisional: boolean;
  readonly calendarVersionBefore?: string;
  /** The first reminder on the new calendar that has not been given. */
  readonly next?: Reminder;
  /** Who is told of it. */
  readonly told: Holder;
}
/** 期限重算: a published notice changed the working days under open targets. */
export interface TargetsRecomputed {
  readonly type: 'TargetsRecomputed';
  readonly targets: readonly RecomputedTarget[];
}
/** 平台账号: taken by the application, opened with its completion, given back when it fails. */
export interface AccountClaimed {
  readonly type: 'AccountClaimed';
}
export interface AccountOpened {
  readonly type: 'AccountOpened';
}
export interface AccountReleased {
  readonly type: 'AccountReleased';
}

export type CaseEvent =
  | CaseCreated
  | ConfirmationRequested
  | StepOpened
  | TaskOpened
  | TaskClosed
  | ScaleJudged
  | TaskTransferred
  | TaskUrged
  | StagesPlanned
  | StageReopened
  | CaseCopied
  | CommentAdded
  | ActRecorded
  | FormSubmitted
  | StepClosed
  | TaskReminded
  | ReminderMoved
  | CaseCompleted
  | CaseWithdrawn
  | TargetsRecomputed
  | AccountClaimed
  | AccountOpened
  | AccountReleased;

/** 会签: one word of several; the stage waits for the others, and nothing else has come of it. */
export const agreesAmongOthers = (events: readonly CaseEvent[]): boolean =>
  events.every((event) => event.type === 'TaskClosed' && event.decision.outcome === 'approve');

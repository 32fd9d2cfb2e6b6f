import type { TenantId } from '#shared/kernel/tenant.ts';
import type { CaseKind, ChangeScale, Outcome, StepId } from '#shared/regulation/profile.ts';
import type { Reminder } from '#shared/regulation/reminder-schedule.ts';

/** Who a task waits for: a role in a tenant, of one organisation where the role is held there, or one person of it. */
export interface Holder {
  readonly tenant: TenantId;
  readonly role: string;
  readonly organisation?: string;
  /** Membership of the one person who holds it: handed over 转办, or asked to countersign 加签. */
  readonly membership?: string;
}

/** A place in a step's plan: a stage of the route, or one that a holder put in (加签). */
export type PlannedStage =
  | { readonly by: 'route'; readonly stage: string }
  | {
      readonly by: 'holder';
      /** The stage of the route that it was put before or behind; where an objection leads back to. */
      readonly stage: string;
      /** `all` must agree (会签), or the first word of `any` counts (或签). */
      readonly mode: 'all' | 'any';
      readonly signers: readonly Holder[];
      readonly question: string;
    };

/** A person as they acted, kept with the decision so that a later change of name or post does not rewrite it. */
export interface ActedAs {
  readonly personId: string;
  readonly membershipId: string;
  readonly name: string;
  readonly organisation: string;
  readonly role: string;
  /** 代: for whom, where the task was a colleague's who is away. */
  readonly onBehalfOf?: { readonly membershipId: string; readonly name: string };
}

/** How a task was closed. */
export type TaskOutcome =
  | 'approve'
  | 'return'
  | 'reject'
  | 'resubmit'
  | 'withdraw'
  /** Waits for those who were asked to countersign first. */
  | 'countersign'
  /** Closed by somebody else's word in the same stage. */
  | 'settled';

export interface Decision {
  readonly outcome: TaskOutcome;
  readonly opinion?: string;
  readonly at: string;
  readonly by: ActedAs;
  /** Why purchases beside the cloud, by row, are none of what the catalogue offers (yc-cloud-5-2). */
  readonly nonEquivalence?: readonly { readonly purchase: number; readonly reason: string }[];
}

/** How a task's target was last moved by the calendar, and on what ground. */
export interface TargetMove {
  readonly from: string;
  /** The same day when it has only become firm: the year's arrangement is known now. */
  readonly to: string;
  readonly calendarVersion: string;
  /** The notices that moved it, by title and number. */
  readonly why: readonly string[];
  readonly at: string;
}

/** Who handed a task on last, and why. */
export interface HandOver {
  readonly by?: ActedAs;
  readonly at: string;
  readonly reason: string;
  /** `left` 离岗交接: all open items of somebody who leaves. `postEnded`: back to the post, since they hold it no longer. */
  readonly cause?: 'left' | 'postEnded';
}

/** Why a task went to another post, or to a whole post, than it was meant for. */
export interface Reseating {
  /** The post that it was meant for. */
  readonly role: string;
  /** `makers`: everybody there wrote the application. `left`: the one who was named no longer stands in the post. */
  readonly why: 'makers' | 'left';
}

/** 待办: what one holder must do in one stage of one visit to a step. */
export interface Task {
  /** `<visit>-<number of the task within the visit>`: unique within the case. */
  readonly taskId: string;
  readonly step: StepId;
  readonly visit: number;
  readonly stage: string;
  /** Its place in the step's plan when it was opened. */
  readonly stageIndex: number;
  /** What a countersigner is asked; absent in the stages of the route. */
  readonly question?: string;
  /** The submission round that it looks at. */
  readonly round: number;
  readonly holder: Holder;
  readonly openedAt: string;
  /** 办理参考时间 from the service target; a local default, never a legal deadline. */
  readonly targetOn?: string;
  readonly targetProvisional?: boolean;
  /** The next reminder of an open task; absent when there is none left. */
  readonly nextReminder?: Reminder;
  /** The last reminder that was given, and whether the head has been told. */
  readonly reminded?: { readonly day: number; readonly headTold: boolean };
  /** Names the calendar that the target was reckoned on. */
  readonly calendarVersion?: string;
  readonly targetMove?: TargetMove;
  /** When it was last urged 催办. */
  readonly urgedAt?: string;
  readonly handedOver?: HandOver;
  readonly reseated?: Reseating;
  readonly decision?: Decision;
}

/** One visit of the machine to a step 环节. */
export interface StepVisit {
  readonly visit: number;
  readonly step: StepId;
  readonly openedAt: string;
  readonly closedAt?: string;
  readonly outcome?: Outcome;
  /** Its stages in order, once they differ from the route's. */
  readonly plan?: readonly PlannedStage[];
}

/** Where the case stands. `moving` (流转中): a step is closed and the machine has not yet opened the next. */
export type Flow =
  | { readonly at: 'draft' }
  | { readonly at: 'moving'; readonly to: StepId | 'complete' }
  | {
      readonly at: 'step';
      readonly step: StepId;
      readonly visit: number;
      readonly stageIndex: number;
      /** Where the step goes on once a stage that it was sent back to has agreed. */
      readonly resumeAt?: number;
      /** The task that waits there, the first of several. */
      readonly desk?: string;
    }
  | { readonly at: 'completed' }
  | { readonly at: 'rejected' }
  | { readonly at: 'withdrawn' };

/** The CDO's word on one round: who, when, and the digest of what was confirmed (yc-cloud-15-1). */
export interface Confirmation {
  readonly by: ActedAs;
  readonly at: string;
  readonly digest: string;
  readonly round: number;
}

/** 办后事项 that was recorded; what was recorded with it lies apart. */
export interface RecordedAct {
  readonly id: string;
  readonly at: string;
  readonly by: ActedAs;
}

/** 同步办理: the other of two matters, and what it is to this one. */
export interface LinkedCase {
  readonly caseId: string;
  readonly as: 'application' | 'exit';
}

/** 变更认定: a reviewer's own judgement of how big a change is; the reason is the opinion that went with it. */
export interface ScaleJudgement {
  readonly scale: ChangeScale;
  readonly at: string;
  readonly by: ActedAs;
}

/** 办件: everything that a command needs to know of a case. */
export interface CaseState {
  readonly tenant: TenantId;
  readonly caseId: string;
  /** 办件编号, for people; the id stays in addresses and between machines. */
  readonly number: string;
  readonly kind: CaseKind;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly systemName: string;
  /** The system of the registry that it is about, where its kind is about one. */
  readonly systemId?: string;
  /** The matter that is handled beside it, where a major change is filed as two. */
  readonly linked?: LinkedCase;
  /** A reviewer's judgement of a change 变更认定; the newest. */
  readonly judged?: ScaleJudgement;
  /** Incremented by every command but a reminder, which nobody need look at again; what `If-Match` names. */
  readonly version: number;
  /**
   * The oldest version whose reader still sees what is to be decided: since then only some of several signers agreed
   * (会签), or somebody was urged. Absent when that is the version itself.
   */
  readonly standsSince?: number;
  /** 轮次: 0 until the first submission. */
  readonly round: number;
  /** The round since which what reviewers assess is unchanged; absent when that is the newest. */
  readonly assessableSince?: number;
  /** Pinned at the first submission and kept for the life of the case. */
  readonly ruleVersion?: string;
  readonly confirmation?: Confirmation;
  /** Persons who wrote the application; none of them reviews it. */
  readonly makers: readonly string[];
  /** 抄送: memberships that may read it beside those who hold it. */
  readonly readers?: readonly string[];
  readonly acts?: readonly RecordedAct[];
  readonly flow: Flow;
  /** 办结; what is done to it later leaves that as it was. */
  readonly completedAt?: string;
  readonly steps: readonly StepVisit[];
  readonly tasks: readonly Task[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Whether somebody who looked at the case at a version may still act on what they saw. */
export const standsAt = ({ version, standsSince }: CaseState, seen: number): boolean =>
  seen <= version && seen >= (standsSince ?? version);

export const openTasks = (state: CaseState): readonly Task[] => state.tasks.filter((task) => !task.decision);

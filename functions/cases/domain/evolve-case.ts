import type {
  CaseCreated,
  CaseEvent,
  FormSubmitted,
  ReminderMoved,
  StagesPlanned,
  StepClosed,
  TargetsRecomputed,
  TaskClosed,
  TaskReminded,
  TaskTransferred,
} from './case-events.ts';
import type { CaseState, Flow, Task } from './case-state.ts';
import { countCommand } from './count-command.ts';

const created = (event: CaseCreated, at: string): CaseState => ({
  tenant: event.tenant,
  caseId: event.caseId,
  number: event.number,
  kind: event.kind,
  organisation: event.organisation,
  systemName: event.systemName,
  ...(event.systemId === undefined ? {} : { systemId: event.systemId }),
  ...(event.linked ? { linked: event.linked } : {}),
  version: 0,
  round: 0,
  makers: [event.maker],
  flow: { at: 'draft' },
  steps: [],
  tasks: [],
  createdAt: at,
  updatedAt: at,
});

const flowAfter = (event: StepClosed): Flow =>
  event.to === 'rejected' || event.to === 'withdrawn' ? { at: event.to } : { at: 'moving', to: event.to };

const closeStep = (state: CaseState, event: StepClosed, at: string): CaseState => ({
  ...state,
  flow: flowAfter(event),
  steps: state.steps.map((step) =>
    step.visit === event.visit ? { ...step, closedAt: at, outcome: event.outcome } : step,
  ),
});

const changeTask = (state: CaseState, taskId: string, change: (task: Task) => Task): CaseState => ({
  ...state,
  tasks: state.tasks.map((task) => (task.taskId === taskId ? change(task) : task)),
});

const submit = ({ assessableSince, ...state }: CaseState, event: FormSubmitted): CaseState => ({
  ...state,
  round: event.round,
  ...(event.keepsAssessed ? { assessableSince: assessableSince ?? state.round } : {}),
  makers: [...new Set([...state.makers, ...event.makers])],
  systemName: event.systemName,
  ruleVersion: event.ruleVersion,
  confirmation: event.confirmation,
});

/** The step stands at another stage; without `resumeAt` it goes on from there in order. */
const standAt = (state: CaseState, stageIndex: number, resumeAt?: number): CaseState => {
  if (state.flow.at !== 'step') return state;
  const { resumeAt: _before, ...flow } = state.flow;
  return { ...state, flow: { ...flow, stageIndex, ...(resumeAt === undefined ? {} : { resumeAt }) } };
};

/** One stage more lies before the place where the step goes on, if it was sent back. */
const plan = (state: CaseState, event: StagesPlanned): CaseState => {
  const steps = state.steps.map((step) =>
    step.visit === event.visit ? { ...step, plan: event.plan } : step,
  );
  const resumeAt = state.flow.at === 'step' ? state.flow.resumeAt : undefined;
  return standAt({ ...state, steps }, event.stageIndex, resumeAt === undefined ? undefined : resumeAt + 1);
};

const withReminder = ({ nextReminder: _, ...task }: Task, next: Task['nextReminder']): Task =>
  next ? { ...task, nextReminder: next } : task;

const closeTask = (state: CaseState, { taskId, decision }: TaskClosed): CaseState =>
  changeTask(state, taskId, (task) => ({ ...withReminder(task, undefined), decision }));

const handOver = (
  state: CaseState,
  { taskId, holder, by, reason, cause }: TaskTransferred,
  at: string,
): CaseState => {
  const handedOver = { at, reason, ...(by ? { by } : {}), ...(cause ? { cause } : {}) };
  return changeTask(state, taskId, (task) => ({ ...task, holder, handedOver }));
};

const remind = (state: CaseState, event: TaskReminded | ReminderMoved): CaseState =>
  changeTask(state, event.taskId, (task) => ({
    ...withReminder(task, event.next),
    ...(event.type === 'TaskReminded'
      ? { reminded: { day: event.day, headTold: event.escalated || task.reminded?.headTold === true } }
      : {}),
  }));
const moveTargets = (state: CaseState, event: TargetsRecomputed, at: string): CaseState => ({
  ...state,
  tasks: state.tasks.map((task) => {
    const target = event.targets.find(({ taskId }) => taskId === task.taskId);
    if (!target) return task;
    const { from, to, calendarVersion, why, provisional } = target;
    return {
      ...withReminder(task, target.next),
      targetOn: to,
      targetProvisional: provisional,
      calendarVersion,
      targetMove: { from, to, calendarVersion, why, at },
    };
  }),
});

/** Opening a task at another place than where the step stands moves it there; a way back stays known until it is gone. */
const openInFlow = (state: CaseState, stageIndex: number): CaseState => {
  if (state.flow.at !== 'step' || state.flow.stageIndex === stageIndex) return state;
  const { resumeAt } = state.flow;
  return standAt(state, stageIndex, resumeAt !== undefined && stageIndex < resumeAt ? resumeAt : undefined);
};

const apply = (state: CaseState, event: Exclude<CaseEvent, CaseCreated>, at: string): CaseState => {
  switch (event.type) {
    case 'ConfirmationRequested':
      return {
        ...state,
        makers: [...new Set([...state.makers, ...event.makers])],
        ...(event.first ? { flow: { at: 'moving', to: 'unitConfirmation' } } : {}),
      };
    case 'StepOpened':
      return {
        ...state,
        flow: { at: 'step', step: event.step, visit: event.visit, stageIndex: 0 },
        steps: [...state.steps, { visit: event.visit, step: event.step, openedAt: at }],
      };
    case 'TaskOpened':
      return openInFlow({ ...state, tasks: [...state.tasks, event.task] }, event.task.stageIndex);
    case 'TaskTransferred':
      return handOver(state, event, at);
    case 'TaskUrged':
      return changeTask(state, event.taskId, (task) => ({ ...task, urgedAt: at }));
    case 'StagesPlanned':
      return plan(state, event);
    case 'StageReopened':
      return standAt(state, event.stageIndex, event.resumeAt);
    case 'CaseCopied':
      return { ...state, readers: [...new Set([...(state.readers ?? []), ...event.readers])] };
    case 'ActRecorded':
      return { ...state, acts: [...(state.acts ?? []), event.act] };
    case 'ScaleJudged':
      return { ...state, judged: event.judgement };
    case 'CommentAdded':
      return state;
    case 'TaskClosed':
      return closeTask(state, event);
    case 'FormSubmitted':
      return submit(state, event);
    case 'StepClosed':
      return closeStep(state, event, at);
    case 'TaskReminded':
    case 'ReminderMoved':
      return remind(state, event);
    case 'CaseCompleted':
      return { ...state, flow: { at: 'completed' }, completedAt: at };
    case 'TargetsRecomputed':
      return moveTargets(state, event, at);
    case 'CaseWithdrawn':
      return { ...state, flow: { at: 'withdrawn' } };
    // The account stands beside the case; who holds it is the store's to keep.
    case 'AccountClaimed':
    case 'AccountOpened':
    case 'AccountReleased':
      return state;
  }
};

/** Lists read only the header: it names the task that waits. */
const nameDesk = (state: CaseState): CaseState => {
  if (state.flow.at !== 'step') return state;
  const { desk: _before, ...flow } = state.flow;
  const desk = state.tasks.find(({ decision }) => !decision)?.taskId;
  return { ...state, flow: { ...flow, ...(desk === undefined ? {} : { desk }) } };
};

/** The state after one command's events; the version counts commands, reminders not among them. Throws when a case begins otherwise than by its creation. */
export const evolveCase = (
  state: CaseState | undefined,
  events: readonly CaseEvent[],
  at: string,
): CaseState => {
  let next = state;
  for (const event of events) {
    if (event.type === 'CaseCreated') next = created(event, at);
    else if (next) next = apply(next, event, at);
    else throw new Error(`${event.type} before CaseCreated`);
  }
  if (!next) throw new Error('no events');
  const named = nameDesk(next);
  return countCommand(named, state, events, at);
};

import { expect } from 'vitest';
import { nextEntry } from '#functions/cases/app/journal-entry.ts';
import { admitStep } from '#functions/cases/domain/admit-step.ts';
import { askSigners } from '#functions/cases/domain/ask-signers.ts';
import type { DecisionContext, FormFacts } from '#functions/cases/domain/case-context.ts';
import type { CaseEvent } from '#functions/cases/domain/case-events.ts';
import { type CaseState, openTasks } from '#functions/cases/domain/case-state.ts';
import { completeCase } from '#functions/cases/domain/complete-case.ts';
import { createCase } from '#functions/cases/domain/create-case.ts';
import { decideTask } from '#functions/cases/domain/decide-task.ts';
import type { DecideTask } from '#functions/cases/domain/decision.ts';
import { evolveCase } from '#functions/cases/domain/evolve-case.ts';
import { handOverTask, namedTasks } from '#functions/cases/domain/hand-over-task.ts';
import { requestConfirmation } from '#functions/cases/domain/request-confirmation.ts';
import { transferTask } from '#functions/cases/domain/transfer-task.ts';
import { urgeTasks } from '#functions/cases/domain/urge-task.ts';
import { holds } from '#functions/cases/domain/who-may.ts';
import { withdrawCase } from '#functions/cases/domain/withdraw-case.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { ChainedEntry } from '#shared/kernel/journal-chain.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { offeredRules, profileOf } from '#shared/regulation/find-profile.ts';
import type { Route, StepId } from '#shared/regulation/profile.ts';

const person = (personId: string, tenant: TenantId, organisation: string, ...roles: string[]): Actor => ({
  personId,
  name: `${personId} 其人`,
  membershipId: personId,
  tenant,
  organisation: { id: organisation, name: `${organisation} 单位` },
  roles,
  grantsVersion: 1,
});

/** Somebody while they stand in for a colleague. */
export const standingInFor = (deputy: Actor, absent: Actor): Actor => ({
  ...deputy,
  standsInFor: [{ membershipId: absent.membershipId, name: absent.name, roles: absent.roles, grounds: [] }],
});

/** The people of a county application, and some who have no part in it. */
export const people = {
  clerk: person('clerk', 'yancheng/dafeng', 'dafeng-health', 'department.clerk'),
  cdo: person('cdo', 'yancheng/dafeng', 'dafeng-health', 'department.cdo'),
  reviewer: person('reviewer', 'yancheng/dafeng', 'dafeng-authority', 'county.cloud.reviewer'),
  colleague: person('colleague', 'yancheng/dafeng', 'dafeng-authority', 'county.cloud.reviewer'),
  leader: person('leader', 'yancheng/dafeng', 'dafeng-authority', 'county.cloud.leader'),
  deputy: person('deputy', 'yancheng/dafeng', 'dafeng-authority', 'county.cloud.leader'),
  operator: person('operator', 'yancheng/_city', 'yancheng-operator', 'city.cloud.operator'),
  otherCdo: person('otherCdo', 'yancheng/dafeng', 'dafeng-housing', 'department.cdo'),
  otherReviewer: person('otherReviewer', 'yancheng/sheyang', 'sheyang-authority', 'county.cloud.reviewer'),
  otherOperator: person('otherOperator', 'kaifeng/_city', 'kaifeng-authority', 'city.cloud.operator'),
} as const;

const profile = profileOf('yancheng');
const rules = profile && offeredRules(profile);
if (!profile || !rules) throw new Error('the Yancheng profile offers no application');

const route = rules.routes.find(({ id }) => id === 'countyDepartment');
if (!route) throw new Error('Yancheng has no county route');

export const decisionContext: DecisionContext = {
  rules,
  route,
  ruleVersion: profile.ruleVersion,
  calendarOf: (holder) => createWorkingCalendar(undefined, holder),
  now: '2026-09-29T02:00:00.000Z',
};

export const completeForm: FormFacts = {
  digest: 'a'.repeat(64),
  systemName: '大丰系统',
  problems: [],
  makers: ['clerk'],
};
export const lineNos = [1, 2];
const assessments = lineNos.map((lineNo) => ({ lineNo, quantity: 1 }));

/** Whether the open stage asks for assessed quantities with this verb. */
const assesses = (state: CaseState, verb: string, route: Route): boolean => {
  const [task] = openTasks(state);
  const step = route.steps.find(({ id }) => id === task?.step);
  const stage = step?.stages.find(({ id }) => id === task?.stage);
  return verb === 'approve' && task?.question === undefined && stage?.assesses === true;
};

/** The open task that the person holds, if any. */
const ownTask = (state: CaseState, actor: Actor) =>
  openTasks(state).find(({ holder }) => holds(actor, holder));

const known = ({ membershipId, personId, name }: Actor) => ({ membershipId, personId, name });

/** The post in which a person signs under their own name. */
const ownPost = ({ tenant, roles: held, membershipId }: Actor) => ({
  tenant,
  role: held[0] ?? '',
  membership: membershipId,
});

/** A case told from its beginning: commands of people and of the machine, each asked of the rules. */
export const tellCase = (context: DecisionContext = decisionContext) => {
  let state: CaseState | undefined;
  const told: CaseEvent[] = [];
  const commands: (readonly CaseEvent[])[] = [];
  const record = (events: readonly CaseEvent[]): void => {
    if (events.length === 0) return;
    told.push(...events);
    commands.push(events);
    state = evolveCase(state, events, context.now);
  };
  const now = (): CaseState => {
    if (!state) throw new Error('nothing told yet');
    return state;
  };
  const decide = <R>(result: Result<readonly CaseEvent[], R>): Result<readonly CaseEvent[], R> => {
    if (result.ok) record(result.value);
    return result;
  };
  const story = {
    state: now,
    told: () => told,
    /** The journal that the commands would have left. */
    journal: (): readonly ChainedEntry[] => {
      const entries: ChainedEntry[] = [];
      for (const events of commands) {
        const last = entries.at(-1);
        const head = last && { seq: last.content.seq, hash: last.hash };
        entries.push(nextEntry(head, { at: context.now, events, salt: 'salt' }));
      }
      return entries;
    },
    create: (actor: Actor = people.clerk) =>
      decide(
        createCase(
          { caseId: 'dafeng.1', number: '大丰区2026-0001', kind: 'cloudApplication', systemName: '大丰系统' },
          actor,
          context.rules,
        ),
      ),
    send: (actor: Actor = people.clerk, form: FormFacts = completeForm, authorityDesignated = true) =>
      decide(requestConfirmation({ form, authorityDesignated }, now(), actor, context)),
    machineOpens: (step: StepId) => {
      const admission = admitStep(step, now(), context);
      if (admission.ok && admission.value.as === 'opened') record(admission.value.events);
      return admission;
    },
    machineCompletes: () => {
      const completed = completeCase(now(), context.rules);
      if (completed.ok) record(completed.value);
      return completed;
    },
    decides: (actor: Actor, command: Partial<DecideTask>) =>
      decide(
        decideTask(
          {
            taskId: ownTask(now(), actor)?.taskId ?? openTasks(now())[0]?.taskId ?? '',
            verb: 'approve',
            opinion: '同意',
            ...(assesses(now(), command.verb ?? 'approve', context.route) ? { assessments } : {}),
            formDigest: completeForm.digest,
            form: completeForm,
            lineNos,
            duplicates: [],
            ...command,
          },
          now(),
          actor,
          context,
        ),
      ),
    transfers: (actor: Actor, to: Actor, taskId = openTasks(now())[0]?.taskId ?? '') =>
      decide(transferTask({ taskId, to: known(to), reason: '出差' }, now(), actor)),
    /** Everything that one holds by name goes to another of the post, or back to the post. */
    leaves: (leaver: Actor, successor?: Actor) => {
      const order = {
        tenant: leaver.tenant,
        from: leaver.membershipId,
        roles: leaver.roles,
        to: successor ? 'person' : 'post',
        reason: '调离',
        cause: successor ? 'left' : 'postEnded',
      } as const;
      for (const task of namedTasks(now(), order)) {
        const fits = successor?.roles.includes(task.holder.role) ? known(successor) : undefined;
        const handed = handOverTask(task, fits, order, now());
        if (handed.ok) record([handed.value]);
      }
    },
    asks: (
      actor: Actor,
      signers: readonly Actor[],
      position: 'before' | 'after' = 'before',
      mode: 'all' | 'any' = 'all',
    ) =>
      decide(
        askSigners(
          {
            taskId: openTasks(now()).find(({ holder }) => holds(actor, holder))?.taskId ?? '',
            position,
            mode,
            signers: signers.map((signer) => ({ ...known(signer), holder: ownPost(signer) })),
            question: '请核对网络带宽',
          },
          now(),
          actor,
          context,
        ),
      ),
    urges: (actor: Actor, at = context.now) => decide(urgeTasks(now(), actor, { ...context, now: at })),
    withdraws: (actor: Actor = people.clerk) =>
      decide(withdrawCase({ reason: '项目取消' }, now(), actor, context)),
  };
  return story;
};

export type CaseStory = ReturnType<typeof tellCase>;

const steps: Readonly<Record<string, (story: CaseStory) => unknown>> = {
  draft: (story) => story.create(),
  sent: (story) => story.send(),
  confirming: (story) => story.machineOpens('unitConfirmation'),
  confirmed: (story) => story.decides(people.cdo, {}),
  reviewing: (story) => story.machineOpens('localReview'),
  assessed: (story) => story.decides(people.reviewer, {}),
  agreed: (story) => story.decides(people.leader, {}),
  rechecking: (story) => story.machineOpens('cityRecheck'),
  rechecked: (story) => story.decides(people.operator, {}),
  completed: (story) => story.machineCompletes(),
};

/** The plain story up to and including a point. */
export const toldUntil = (point: keyof typeof steps, context?: DecisionContext): CaseStory => {
  const story = tellCase(context);
  for (const [name, step] of Object.entries(steps)) {
    step(story);
    if (name === point) break;
  }
  return story;
};

/** The refusal of a result that must have been refused. */
export const refusalOf = (result: Result<unknown, Refusal>): Refusal => {
  expect(result.ok).toBe(false);
  if (result.ok) throw new Error('not refused');
  return result.refusal;
};

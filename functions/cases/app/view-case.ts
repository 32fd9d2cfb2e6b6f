import type { CaseView } from '#shared/contracts/cases.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { profileOfRuleVersion } from '#shared/regulation/find-profile.ts';
import type { CaseState } from '../domain/case-state.ts';
import { isApplicant, mayPrepare } from '../domain/who-may.ts';
import { mayBeWithdrawn } from '../domain/withdraw-case.ts';
import { applicationRules } from './application-rules.ts';
import { findCase } from './find-case.ts';
import { maskContacts } from './mask-contacts.ts';
import { formDigest } from './read-form.ts';
import { isEditable } from './save-section.ts';
import type { CaseServices } from './services.ts';
import { loadShownForm } from './shown-form.ts';
import { viewCost } from './view-cost.ts';
import { actorView, summaryOf } from './view-labels.ts';
import { viewRoute } from './view-route.ts';
import { viewTask } from './view-task.ts';

const mayDo = (actor: Actor, state: CaseState): CaseView['may'] => {
  const prepares = mayPrepare(actor, state);
  const { flow } = state;
  const sendable = flow.at === 'draft' || (flow.at === 'step' && flow.step === 'correction');
  return [
    ...(prepares && isEditable(state) ? (['edit'] as const) : []),
    ...(prepares && sendable ? (['requestConfirmation'] as const) : []),
    ...(prepares && mayBeWithdrawn(state) ? (['withdraw'] as const) : []),
    'verifyJournal',
  ];
};

/** 办件详情 as the actor may see it; contacts masked for other units. Refused as unknown when they may not. */
export const viewCase = async (
  services: Pick<CaseServices, 'cases' | 'references'>,
  actor: Actor,
  caseId: string,
): Promise<Result<CaseView, Refusal>> => {
  const found = await findCase(services.cases, actor, caseId, 'getCase');
  if (!found.ok) return found;
  const { state, ref, salt } = found.value;
  const applicable = applicationRules(state);
  if (!applicable.ok) return applicable;
  const { route, ruleVersion } = applicable.value;
  const [shown, assessments] = await Promise.all([
    loadShownForm(services, ref, state, actor),
    services.cases.loadAssessments(ref),
  ]);
  const sections = isApplicant(actor, state) ? shown.sections : maskContacts(shown.sections);
  return accept({
    ...summaryOf(state),
    route: viewRoute(state, route.steps),
    tasks: state.tasks.map((task) => viewTask(task, state, route, actor, assessments.get(task.taskId))),
    sections: sections.map(({ section, version, content }) => ({
      section,
      version,
      content: { ...content },
    })),
    frozen: shown.frozen,
    formDigest: formDigest(shown.sections, shown.attachments, salt),
    ...viewCost(state, shown.sections, shown.prices, assessments),
    ...(state.ruleVersion === undefined ? {} : { ruleVersion: state.ruleVersion }),
    ruleTitle: profileOfRuleVersion(ruleVersion)?.title ?? ruleVersion,
    may: mayDo(actor, state),
    ...(state.confirmation
      ? { confirmation: { ...state.confirmation, by: actorView(state.confirmation.by) } }
      : {}),
  });
};

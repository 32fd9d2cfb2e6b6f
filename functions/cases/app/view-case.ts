import type { CaseView } from '#shared/contracts/cases.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { applicationCost } from '#shared/regulation/application/application-cost.ts';
import { pricedLines } from '#shared/regulation/application/priced-lines.ts';
import { profileOfRuleVersion } from '#shared/regulation/find-profile.ts';
import type { CaseState } from '../domain/case-state.ts';
import { isApplicant, mayPrepare } from '../domain/who-may.ts';
import { mayBeWithdrawn } from '../domain/withdraw-case.ts';
import { decisionContext } from './decision-context.ts';
import { findCase } from './find-case.ts';
import { maskContacts } from './mask-contacts.ts';
import type { CaseRef, SavedSection } from './ports.ts';
import { formDigest, formOf } from './read-form.ts';
import { isEditable } from './save-section.ts';
import type { CaseServices } from './services.ts';
import { actorView, summaryOf } from './view-labels.ts';
import { viewRoute } from './view-route.ts';
import { viewTask } from './view-task.ts';

/** The unit sees what it is writing while it may write; everybody else, and later the unit too, what was submitted. */
const shownSections = async (
  services: CaseServices,
  ref: CaseRef,
  state: CaseState,
  actor: Actor,
): Promise<{ readonly sections: readonly SavedSection[]; readonly frozen: boolean }> => {
  if (isApplicant(actor, state) && isEditable(state))
    return { sections: await services.cases.loadSections(ref), frozen: false };
  const form = state.round > 0 ? await services.cases.loadFrozen(ref, state.round) : undefined;
  return { sections: form?.sections ?? (await services.cases.loadSections(ref)), frozen: form !== undefined };
};

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
  services: CaseServices,
  actor: Actor,
  caseId: string,
): Promise<Result<CaseView, Refusal>> => {
  const found = await findCase(services.cases, actor, caseId, 'getCase');
  if (!found.ok) return found;
  const { state, ref, salt } = found.value;
  const context = await decisionContext(services, state.tenant, state.ruleVersion);
  if (!context.ok) return context;
  const { rules, ruleVersion } = context.value;
  const [shown, assessments, catalogue] = await Promise.all([
    shownSections(services, ref, state, actor),
    services.cases.loadAssessments(ref),
    services.references.catalogue(cityOf(state.tenant)),
  ]);
  const sections = isApplicant(actor, state) ? shown.sections : maskContacts(shown.sections);
  return accept({
    ...summaryOf(state),
    route: viewRoute(state, rules.routes.countyDepartment.steps),
    tasks: state.tasks.map((task) => viewTask(task, state.flow, rules, actor, assessments.get(task.taskId))),
    sections: sections.map(({ section, version, content }) => ({
      section,
      version,
      content: { ...content },
    })),
    frozen: shown.frozen,
    formDigest: formDigest(shown.sections, salt),
    monthlyCostFen: applicationCost(pricedLines(formOf(shown.sections)), catalogue).totalFen,
    ...(state.ruleVersion === undefined ? {} : { ruleVersion: state.ruleVersion }),
    ruleTitle: profileOfRuleVersion(ruleVersion)?.title ?? ruleVersion,
    may: mayDo(actor, state),
    ...(state.confirmation
      ? { confirmation: { ...state.confirmation, by: actorView(state.confirmation.by) } }
      : {}),
  });
};

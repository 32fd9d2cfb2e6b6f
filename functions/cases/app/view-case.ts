import type { CaseView } from '#shared/contracts/cases.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { cityOf, cityTenantOf, type TenantId } from '#shared/kernel/tenant.ts';
import { applicationRuleTitle, profileOfRuleVersion } from '#shared/regulation/find-profile.ts';
import type { CloudApplicationRules, Route } from '#shared/regulation/profile.ts';
import type { CaseState } from '../domain/case-state.ts';
import { isEditable } from '../domain/edit-form.ts';
import { nextAct } from '../domain/record-act.ts';
import { reviewClock } from '../domain/review-clock.ts';
import { mayComment, mayCopy } from '../domain/share-case.ts';
import { urging } from '../domain/urge-task.ts';
import { isApplicant, mayPrepare } from '../domain/who-may.ts';
import { mayBeWithdrawn } from '../domain/withdraw-case.ts';
import { decisionContext } from './decision-context.ts';
import { findCase } from './find-case.ts';
import { maskContacts } from './mask-contacts.ts';
import { formDigest } from './read-form.ts';
import type { CaseServices } from './services.ts';
import { loadShownForm } from './shown-form.ts';
import { viewActs } from './view-acts.ts';
import { viewChanges } from './view-changes.ts';
import { viewCost } from './view-cost.ts';
import { viewDeadline } from './view-deadline.ts';
import { actorView, summaryOf, tenantNames } from './view-labels.ts';
import { viewRoute } from './view-route.ts';
import { viewTask } from './view-task.ts';
import { viewWayBack } from './view-way-back.ts';

const isUnderway = ({ flow }: CaseState): boolean => flow.at === 'step' || flow.at === 'moving';

/** What is open to whoever sees a case that is under way. */
const sharing = (actor: Actor, state: CaseState): CaseView['may'] =>
  isUnderway(state)
    ? [
        ...(mayComment(actor, state) ? (['comment'] as const) : []),
        ...(mayCopy(actor, state) ? (['copy'] as const) : []),
      ]
    : [];

/** 催办: whether it is open to the actor now, and whether it was done today. */
const viewUrging = (actor: Actor, state: CaseState, now: string) => {
  const urged = urging(state, actor, now);
  return urged === undefined ? {} : { urgedToday: urged === 'today' };
};

const namedHolders = ({ tasks }: CaseState) =>
  tasks.flatMap(({ holder: { tenant, membership } }) =>
    membership === undefined ? [] : [{ tenant, membership }],
  );

const mayDo = (actor: Actor, state: CaseState, now: string): CaseView['may'] => {
  const prepares = mayPrepare(actor, state);
  const { flow } = state;
  const sendable = flow.at === 'draft' || (flow.at === 'step' && flow.step === 'correction');
  return [
    ...(prepares && isEditable(state) ? (['edit'] as const) : []),
    ...(prepares && sendable ? (['requestConfirmation'] as const) : []),
    ...(prepares && mayBeWithdrawn(state) ? (['withdraw'] as const) : []),
    'verifyJournal',
    ...(urging(state, actor, now) === 'open' ? (['urge'] as const) : []),
    ...sharing(actor, state),
  ];
};

const viewScale = ({ judged }: CaseState, { checks }: CloudApplicationRules): Pick<CaseView, 'scale'> =>
  checks?.change
    ? {
        scale: {
          clause: checks.change.major.clause,
          ...(judged ? { judged: { ...judged, by: actorView(judged.by) } } : {}),
        },
      }
    : {};

/** 受理机关 sits where the first review does: at the applicant's own node, or at the city where the city alone decides. */
const receivingTenant = ({ steps }: Route, tenant: TenantId): TenantId =>
  steps.find(({ id }) => id === 'localReview')?.stages[0]?.holder.of === 'city'
    ? cityTenantOf(tenant)
    : tenant;

/** 办件详情 as the actor may see it; contacts masked for other units. Refused as unknown when they may not. */
export const viewCase = async (
  services: Pick<CaseServices, 'cases' | 'references' | 'clock'>,
  actor: Actor,
  caseId: string,
): Promise<Result<CaseView, Refusal>> => {
  const found = await findCase(services.cases, actor, caseId, 'getCase');
  if (!found.ok) return found;
  const { state, ref, salt } = found.value;
  const context = await decisionContext(services, state);
  if (!context.ok) return context;
  const { ruleVersion } = context.value;
  const profile = profileOfRuleVersion(ruleVersion);
  const clock = reviewClock(state, context.value);
  const [names, holders, shown, assessments, comments, unfiled, acts] = await Promise.all([
    tenantNames(services, actor),
    services.references.namesOf(namedHolders(state)),
    loadShownForm(services, ref, state, actor),
    services.cases.loadAssessments(ref),
    services.cases.loadComments(ref),
    services.references.unfiledCatalogues(cityOf(ref.tenant)),
    viewActs(services.cases, ref, state, context.value),
  ]);
  const changes = await viewChanges(services, ref, state, actor, shown, context.value.rules);
  const sections = isApplicant(actor, state) ? shown.sections : maskContacts(shown.sections);
  return accept({
    ...summaryOf(state, names),
    receivingTenant: receivingTenant(context.value.route, state.tenant),
    route: viewRoute(state, context.value, holders),
    tasks: state.tasks.map((task) => ({
      ...viewTask(task, state, context.value, actor, assessments.get(task.taskId)),
      ...viewDeadline(task, context.value),
    })),
    ...(clock ? { reviewClock: { ...clock } } : {}),
    sections: sections.map(({ section, version, content }) => ({
      section,
      version,
      content: { ...content },
    })),
    frozen: shown.frozen,
    ...(changes ? { changes } : {}),
    formDigest: formDigest(shown.sections, shown.attachments, salt),
    ...viewCost(state, shown.sections, shown.prices, assessments),
    catalogueUnfiled: unfiled.includes(shown.prices.version),
    ...(state.assessableSince === undefined ? {} : { assessedSince: state.assessableSince }),
    ...viewWayBack(state, context.value),
    ...(state.ruleVersion === undefined ? {} : { ruleVersion: state.ruleVersion }),
    ruleTitle: profile ? applicationRuleTitle(profile) : ruleVersion,
    comments: comments.map(({ by, files, ...comment }) => ({
      ...comment,
      by: actorView(by),
      files: files.map(({ attachmentId, fileName, type, size }) => ({ attachmentId, fileName, type, size })),
    })),
    acts,
    may: [
      ...mayDo(actor, state, context.value.now),
      ...(mayPrepare(actor, state) && nextAct(state, context.value) ? (['recordAct'] as const) : []),
    ],
    ...viewScale(state, context.value.rules),
    ...viewUrging(actor, state, context.value.now),
    ...(state.confirmation
      ? { confirmation: { ...state.confirmation, by: actorView(state.confirmation.by) } }
      : {}),
  });
};

import type { CaseSummary } from '#shared/contracts/cases.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { cityOf, cityTenantOf } from '#shared/kernel/tenant.ts';
import { productsNamed } from '#shared/regulation/application/priced-lines.ts';
import type { CaseState, Holder } from '../domain/case-state.ts';
import { findStage, findStep } from '../domain/walk-route.ts';
import { decisionContext } from './decision-context.ts';
import { describeMove } from './describe-move.ts';
import type { Announcement, CaseRef } from './ports.ts';
import { formOf } from './read-form.ts';
import type { CaseServices } from './services.ts';
import { type ConcernedPeople, taskMatters } from './task-matters.ts';
import { viewCost } from './view-cost.ts';
import { kindWords, roleLabel } from './view-labels.ts';

/** What a message about a case may say to whom. */
export interface AnnouncedMatter extends ConcernedPeople {
  readonly facts: Readonly<
    Record<
      'number' | 'organisation' | 'systemName' | 'stage' | 'targetOn' | 'monthlyYuan' | 'daysLate' | 'holder',
      string
    >
  > &
    Pick<CaseSummary, 'matter' | 'priced'>;
  /** How a target moved, on what ground, and which posts are told. */
  readonly move?: Readonly<Record<'moved' | 'why' | 'told', string>>;
}

type Services = Pick<CaseServices, 'cases' | 'references' | 'clock'>;

const applicants = ({ tenant, organisation }: CaseState): readonly Holder[] =>
  ['department.clerk', 'department.cdo', 'department.head', 'provider.engineer'].map((role) => ({
    tenant,
    role,
    organisation: organisation.id,
  }));

/** Readers are of the reviewers' own nodes: the applicant's county, or the city. */
const readersOf = ({ tenant }: CaseState, readers: readonly string[]): readonly Holder[] =>
  [...new Set([tenant, cityTenantOf(tenant)])].flatMap((node) =>
    readers.map((membership) => ({ tenant: node, role: '', membership })),
  );

const monthlyYuan = async (services: Services, ref: CaseRef, state: CaseState): Promise<string> => {
  const frozen = state.round > 0 ? await services.cases.loadFrozen(ref, state.round) : undefined;
  const sections = frozen?.sections ?? (await services.cases.loadSections(ref));
  const today = shanghaiDateOf(services.clock.now());
  const prices =
    frozen?.prices ??
    (await services.references.catalogue(cityOf(ref.tenant), today, productsNamed(formOf(sections))));
  const assessments = await services.cases.loadAssessments(ref);
  const { monthlyCostFen, assessedCostFen } = viewCost(state, sections, prices, assessments);
  return ((assessedCostFen ?? monthlyCostFen) / 100).toFixed(2);
};

const endEvents = { caseCompleted: 'case.completed', caseRejected: 'case.rejected' } as const;

/** Whom an announcement concerns and what it may tell; nobody when it is of no interest any more. */
export const describeAnnouncement = async (
  services: Services,
  ref: CaseRef,
  announcement: Announcement,
): Promise<readonly AnnouncedMatter[]> => {
  const state = (await services.cases.load(ref))?.state;
  if (!state) return [];
  if (announcement.event === 'targetsMoved') return describeMove(services, state, announcement.taskIds);
  const common = async () => ({
    ...kindWords(state),
    number: state.number,
    organisation: state.organisation.name,
    systemName: state.systemName,
    monthlyYuan: await monthlyYuan(services, ref, state),
  });
  if (announcement.event === 'caseCompleted' || announcement.event === 'caseRejected') {
    const facts = { ...(await common()), stage: '', targetOn: '', daysLate: '', holder: '' };
    return [{ event: endEvents[announcement.event], holders: applicants(state), facts }];
  }
  if (announcement.event === 'caseCopied') {
    const facts = { ...(await common()), stage: '', targetOn: '', daysLate: '', holder: '' };
    return [{ event: 'case.copied', holders: readersOf(state, announcement.readers), facts }];
  }
  const context = await decisionContext(services, state);
  if (!context.ok) return [];
  const ids = 'taskIds' in announcement ? announcement.taskIds : [announcement.taskId];
  const open = state.tasks.filter(({ taskId, decision }) => ids.includes(taskId) && !decision);
  if (open.length === 0) return [];
  const shared = await common();
  return open.flatMap((task) => {
    const stage = findStage(findStep(context.value.route, task.step), task.stage);
    const facts = {
      ...shared,
      stage: stage.title,
      targetOn: task.targetOn ?? '',
      daysLate: announcement.event === 'taskReminded' ? String(announcement.day) : '',
      holder: roleLabel(task.holder.role),
    };
    return taskMatters(state, task, stage, announcement).map((matter) => ({ ...matter, facts }));
  });
};

import { cityOf } from '#shared/kernel/tenant.ts';
import type { CaseState, Holder } from '../domain/case-state.ts';
import { findStage, findStep } from '../domain/walk-route.ts';
import { decisionContext } from './decision-context.ts';
import { describeMove } from './describe-move.ts';
import type { Announcement, CaseRef } from './ports.ts';
import type { CaseServices } from './services.ts';
import { type ConcernedPeople, taskMatters } from './task-matters.ts';
import { viewCost } from './view-cost.ts';
import { roleLabel } from './view-labels.ts';

/** What a message about a case may say to whom. */
export interface AnnouncedMatter extends ConcernedPeople {
  readonly facts: Readonly<
    Record<
      'organisation' | 'systemName' | 'stage' | 'targetOn' | 'monthlyYuan' | 'daysLate' | 'holder',
      string
    >
  >;
  /** How a target moved, on what ground, and which posts are told. */
  readonly move?: Readonly<Record<'moved' | 'why' | 'told', string>>;
}

type Services = Pick<CaseServices, 'cases' | 'references' | 'clock'>;

const applicants = ({ tenant, organisation }: CaseState): readonly Holder[] =>
  ['department.clerk', 'department.cdo', 'department.head'].map((role) => ({
    tenant,
    role,
    organisation: organisation.id,
  }));

const monthlyYuan = async (services: Services, ref: CaseRef, state: CaseState): Promise<string> => {
  const frozen = state.round > 0 ? await services.cases.loadFrozen(ref, state.round) : undefined;
  const sections = frozen?.sections ?? (await services.cases.loadSections(ref));
  const prices = frozen?.prices ?? (await services.references.catalogue(cityOf(ref.tenant)));
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
    organisation: state.organisation.name,
    systemName: state.systemName,
    monthlyYuan: await monthlyYuan(services, ref, state),
  });
  if (announcement.event === 'caseCompleted' || announcement.event === 'caseRejected') {
    const facts = { ...(await common()), stage: '', targetOn: '', daysLate: '', holder: '' };
    return [{ event: endEvents[announcement.event], holders: applicants(state), facts }];
  }
  const task = state.tasks.find(({ taskId }) => taskId === announcement.taskId);
  if (!task || task.decision) return [];
  const context = await decisionContext(services, state);
  if (!context.ok) return [];
  const stage = findStage(findStep(context.value.route, task.step), task.stageIndex);
  const facts = {
    ...(await common()),
    stage: stage.title,
    targetOn: task.targetOn ?? '',
    daysLate: announcement.event === 'taskReminded' ? String(announcement.day) : '',
    holder: roleLabel(task.holder.role),
  };
  return taskMatters(state, task, stage, announcement).map((matter) => ({ ...matter, facts }));
};

import { cityOf } from '#shared/kernel/tenant.ts';
import type { CaseState, Holder } from '../domain/case-state.ts';
import { findStage, findStep } from '../domain/walk-route.ts';
import { decisionContext } from './decision-context.ts';
import type { Announcement, CaseRef } from './ports.ts';
import type { CaseServices } from './services.ts';
import { viewCost } from './view-cost.ts';

/** What a message about a case may say. */
export interface AnnouncedMatter {
  /** `task.<stage>`, `case.completed` or `case.rejected`. */
  readonly event: string;
  /** Whoever holds one of these is told. */
  readonly holders: readonly Holder[];
  readonly facts: Readonly<
    Record<'organisation' | 'systemName' | 'stage' | 'targetOn' | 'monthlyYuan', string>
  >;
  /** The task that can be decided from a page alone; absent where a quantity per line must be assessed. */
  readonly linkedTask?: string;
}

type Services = Pick<CaseServices, 'cases' | 'references' | 'clock'>;

const applicants = ({ tenant, organisation }: CaseState): readonly Holder[] =>
  ['department.clerk', 'department.cdo'].map((role) => ({ tenant, role, organisation: organisation.id }));

const monthlyYuan = async (services: Services, ref: CaseRef, state: CaseState): Promise<string> => {
  const frozen = state.round > 0 ? await services.cases.loadFrozen(ref, state.round) : undefined;
  const sections = frozen?.sections ?? (await services.cases.loadSections(ref));
  const prices = frozen?.prices ?? (await services.references.catalogue(cityOf(ref.tenant)));
  const assessments = await services.cases.loadAssessments(ref);
  const { monthlyCostFen, assessedCostFen } = viewCost(state, sections, prices, assessments);
  return ((assessedCostFen ?? monthlyCostFen) / 100).toFixed(2);
};

const endEvents = { caseCompleted: 'case.completed', caseRejected: 'case.rejected' } as const;

/** Whom an announcement concerns and what it may tell; undefined when it is of no interest any more. */
export const describeAnnouncement = async (
  services: Services,
  ref: CaseRef,
  announcement: Announcement,
): Promise<AnnouncedMatter | undefined> => {
  const state = (await services.cases.load(ref))?.state;
  if (!state) return undefined;
  const common = { organisation: state.organisation.name, systemName: state.systemName };
  if (announcement.event !== 'taskOpened')
    return {
      event: endEvents[announcement.event],
      holders: applicants(state),
      facts: { ...common, stage: '', targetOn: '', monthlyYuan: await monthlyYuan(services, ref, state) },
    };
  const task = state.tasks.find(({ taskId }) => taskId === announcement.taskId);
  if (!task || task.decision) return undefined;
  const context = await decisionContext(services, state);
  if (!context.ok) return undefined;
  const stage = findStage(findStep(context.value.route, task.step), task.stageIndex);
  return {
    event: `task.${stage.id}`,
    holders: [task.holder],
    facts: {
      ...common,
      stage: stage.title,
      targetOn: task.targetOn ?? '',
      monthlyYuan: await monthlyYuan(services, ref, state),
    },
    ...(stage.assesses || task.step === 'correction' ? {} : { linkedTask: task.taskId }),
  };
};

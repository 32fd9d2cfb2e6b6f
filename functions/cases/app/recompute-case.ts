import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import type { CalendarOverlay, OverlayNotice } from '#shared/kernel/working-calendar.ts';
import { log } from '#shared/log/log.ts';
import { recomputeTargets } from '../domain/recompute-targets.ts';
import { findStage, findStep } from '../domain/walk-route.ts';
import { commitOf } from './commit-of.ts';
import { decisionContext } from './decision-context.ts';
import type { CaseRef } from './ports.ts';
import type { CaseServices } from './services.ts';

type Services = Pick<CaseServices, 'cases' | 'references' | 'clock'>;

/** A target that a calendar would move, as administrators see it: no name of anybody or anything applied for. */
export interface ForeseenMove {
  readonly ref: CaseRef;
  readonly number: string;
  readonly stageTitle: string;
  readonly from: string;
  readonly to: string;
  readonly provisional: boolean;
}

/** What a case's targets would become on another calendar; nothing is written. */
export const foreseeMoves = async (
  services: Services,
  ref: CaseRef,
  overlay: CalendarOverlay,
): Promise<Result<readonly ForeseenMove[], Refusal>> => {
  const loaded = await services.cases.load(ref);
  if (!loaded) return accept([]);
  const { state } = loaded;
  const references = { ...services.references, calendarOverlay: async () => overlay };
  const context = await decisionContext({ ...services, references }, state);
  if (!context.ok) return context;
  const moves = recomputeTargets(state, [], context.value).flatMap((event) =>
    event.type === 'TargetsRecomputed' ? event.targets : [],
  );
  return accept(
    moves.map(({ taskId, from, to, provisional }) => {
      const task = state.tasks.find((candidate) => candidate.taskId === taskId);
      if (!task) throw new Error(`a target without a task: ${taskId}`);
      const step = findStep(context.value.route, task.step);
      return {
        ref,
        number: state.number,
        stageTitle: findStage(step, task.stage).title,
        from,
        to,
        provisional,
      };
    }),
  );
};

const attempts = 5;

/**
 * Recomputes one case's open targets on the calendar in force, through the door and with nobody's decision lost.
 * Answers whether a version has moved one of its targets since `since`, now or in an earlier attempt of the same run;
 * refuses when the case's rules are not there or it keeps moving.
 */
export const recomputeCase = async (
  services: Services,
  ref: CaseRef,
  notices: readonly OverlayNotice[],
  since: string,
): Promise<Result<boolean, Refusal>> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const loaded = await services.cases.load(ref);
    if (!loaded) return accept(false);
    const { state, salt } = loaded;
    const context = await decisionContext(services, state);
    if (!context.ok) return context;
    const events = recomputeTargets(state, notices, context.value);
    if (events.length === 0)
      return accept(state.tasks.some(({ targetMove }) => targetMove !== undefined && targetMove.at >= since));
    const commit = commitOf(loaded, { events }, { at: context.value.now, salt });
    if ((await services.cases.commit(commit)).written) {
      log.info('targets.moved', { tenant: ref.tenant, caseId: ref.caseId });
      return accept(true);
    }
  }
  return refuse({ code: 'case-moved', detail: '办件正在频繁办理，暂时未能写入。' });
};

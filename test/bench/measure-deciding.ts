import { randomUUID } from 'node:crypto';
import { linesOf } from '#examples/play-application.ts';
import { slownessOfMachine } from '#test/support/browser/processor-share.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { submitted } from '#test/support/file-application.ts';
import type { RunningSystem } from '#test/support/runtime.ts';
import { cloneCases, readModel } from './clone-cases.ts';

export interface DecidingMeasured {
  readonly clients: number;
  readonly decisions: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Answers that were faults; the client asked again under the same key. */
  readonly faults: number;
  /** How many times slower than its own computing the machine was beside. */
  readonly slowness: number;
}

const rounds = [
  { clients: 1, decisions: 30 },
  { clients: 10, decisions: 100 },
  { clients: 50, decisions: 200 },
] as const;

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;

/** A county's reviewers pass applications that wait for them, so many at once; each has the one of its own. */
export const measureDeciding = async (running: RunningSystem): Promise<readonly DecidingMeasured[]> => {
  const cast = await countyCast(running.system, 'sheyang');
  const caseId = await submitted(cast);
  const model = await readModel(running, 'yancheng/sheyang', caseId);
  const view = await cast.reviewer.view(caseId);
  const task = view.tasks.find(({ decision }) => decision === undefined);
  if (task === undefined) throw new Error('nothing waits for the reviewer');
  const assessments = linesOf(view).map(({ lineNo, quantity }) => ({ lineNo, quantity }));

  const measured: DecidingMeasured[] = [];
  for (const { clients, decisions } of rounds) {
    const waiting = [...(await cloneCases(running, model, decisions))];
    const took: number[] = [];
    let faults = 0;
    const decideOne = async (id: string): Promise<void> => {
      const path = `/v1/cases/${id}/tasks/${task.taskId}/decisions`;
      const body = { verb: 'approve', opinion: '同意。', assessments };
      const key = randomUUID();
      for (;;) {
        const { status } = await cast.reviewer.call('POST', path, { body, ifMatch: view.version, key });
        if (status === 200) return;
        if (status < 500) throw new Error(`${path}: ${status}`);
        faults += 1;
      }
    };
    const decideAll = async (): Promise<void> => {
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        const begun = performance.now();
        await decideOne(id);
        took.push(performance.now() - begun);
      }
    };
    const slowness = slownessOfMachine();
    const begun = performance.now();
    await Promise.all(Array.from({ length: clients }, decideAll));
    const seconds = (performance.now() - begun) / 1000;
    const sorted = took.toSorted((a, b) => a - b);
    measured.push({
      clients,
      decisions,
      perSecond: decisions / seconds,
      p50Ms: quantile(sorted, 0.5),
      p99Ms: quantile(sorted, 0.99),
      faults,
      slowness,
    });
  }
  return measured;
};

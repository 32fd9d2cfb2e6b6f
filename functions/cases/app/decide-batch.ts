import type { BatchAnswer } from '#shared/contracts/case-verbs.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import { refusals } from '#shared/kernel/refusal.ts';
import { decideTask } from './decide-task.ts';
import type { CaseServices } from './services.ts';

interface BatchRow {
  readonly caseId: string;
  readonly taskId: string;
  readonly version: number;
}

export interface Batch {
  readonly opinion?: string | undefined;
  readonly rows: readonly BatchRow[];
}

type RowAnswer = BatchAnswer['rows'][number];

/**
 * 批量通过: one command per case, one after the other; a row that fails keeps none of the others back. Asked again
 * with the same key, each row gives its first answer, so that an interrupted batch goes on where it was.
 */
export const decideBatch = async (
  services: CaseServices,
  actor: Actor,
  asked: Asked,
  { opinion, rows }: Batch,
): Promise<BatchAnswer> => {
  const answers: RowAnswer[] = [];
  for (const { caseId, taskId, version } of rows) {
    const command = { caseId, taskId, expectedVersion: version, verb: 'approve' as const, opinion };
    const row: Asked = {
      ...asked,
      idempotencyKey: `${asked.idempotencyKey}#${caseId}#${taskId}`,
      request: command,
    };
    const decided = await decideTask(services, actor, row, command);
    answers.push(
      decided.ok
        ? { caseId, taskId, done: true, status: decided.value.status }
        : {
            caseId,
            taskId,
            done: false,
            problem: {
              code: decided.refusal.code,
              title: refusals[decided.refusal.code].title,
              detail: decided.refusal.detail,
            },
          },
    );
  }
  return { rows: answers };
};

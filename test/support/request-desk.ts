import { awaitTask, type Cast } from '#examples/play-application.ts';
import { type Asker, askerOf, type sharedSystem } from '#test/support/ask.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { draftOf, submitted } from '#test/support/file-application.ts';

/** A clerk with a draft and a reviewer with an open task, for tests that send each of them what nobody should. */
export interface RequestDesk {
  readonly cast: Cast;
  readonly clerk: Asker;
  readonly reviewer: Asker;
  readonly draft: { readonly caseId: string; readonly version: number };
  readonly review: { readonly caseId: string; readonly version: number; readonly taskId: string };
}

export const openDesk = async (system: ReturnType<typeof sharedSystem>): Promise<RequestDesk> => {
  const cast = await countyCast(system, 'tinghu');
  const [clerk, reviewer] = await Promise.all([
    askerOf(system, 'tinghu-clerk'),
    askerOf(system, 'tinghu-reviewer'),
  ]);
  const draft = await draftOf(cast.clerk);
  const caseId = await submitted(cast);
  const { taskId } = await awaitTask(cast.reviewer, caseId);
  const { version } = await cast.reviewer.view(caseId);
  return { cast, clerk, reviewer, draft, review: { caseId, taskId, version } };
};

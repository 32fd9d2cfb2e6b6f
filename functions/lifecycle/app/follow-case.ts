import * as z from 'zod/mini';
import type { CompletedCase, ReadCompletedCase } from '#functions/cases/ports/completed-cases.ts';
import { tenantId } from '#shared/kernel/tenant-id.ts';
import type { CaseKind } from '#shared/regulation/profile.ts';
import type { Marked } from './carry-effect.ts';

/** What a completed case of a kind begins, changes or ends; asked again it changes nothing. */
export type FollowCase = (completed: CompletedCase) => Promise<void>;
export type Followers = Readonly<Partial<Record<CaseKind, FollowCase>>>;

const caseCompleted = z.object({
  tenant: tenantId,
  caseId: z.string(),
});

/** 办结之后: nothing follows a case of a kind without a follower. */
export const followCase =
  (read: ReadCompletedCase, followers: Followers) =>
  async (effect: Marked): Promise<void> => {
    const ref = caseCompleted.parse(effect);
    const completed = await read(ref);
    if (!completed) throw new Error(`${ref.caseId} is not completed`);
    await followers[completed.kind]?.(completed);
  };

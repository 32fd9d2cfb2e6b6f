import { sha256 } from './key.ts';

export const standingShards = 8;

/** Which of a tenant's standings a membership's commands look at. */
export const standingShardOf = (membershipId: string): number =>
  Number.parseInt(sha256(membershipId).slice(0, 2), 16) % standingShards;

export const deliveryShards = 16;

/** Shard of a case among the due index's 16. */
export const shardOf = (caseId: string): number =>
  Number.parseInt(sha256(caseId).slice(0, 2), 16) % deliveryShards;

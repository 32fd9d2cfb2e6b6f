import type { Statement } from '../aws/policy/read-policy-document.ts';
import type { CorsRule } from '../template/resources/bucket.ts';

/** Retention that every version gets as it is written. */
export interface ObjectLock {
  readonly mode: 'COMPLIANCE' | 'GOVERNANCE';
  readonly days: number;
}

/** A bucket as the template declares it; all are versioned. */
export interface BucketSpec {
  readonly name: string;
  readonly arn: string;
  readonly cors: readonly CorsRule[];
  /** What the bucket's own policy forbids, whoever asks. */
  readonly denials: readonly Statement[];
  readonly lock?: ObjectLock;
}

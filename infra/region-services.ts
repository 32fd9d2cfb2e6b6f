import { Aws, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** What Lambda offers in a partition; the China Regions lack some of it. */
export interface RegionServices {
  /** X-Ray's active tracing of functions. */
  readonly tracesFunctions: boolean;
  /** The guard that stops a function after sixteen messages to itself, and the property that says they are meant. */
  readonly guardsLoops: boolean;
}

/**
 * By the partition of the stack's region.
 * @throws where the region is not known at synthesis
 */
export function regionServices(scope: Construct): RegionServices {
  const { partition } = Stack.of(scope);
  if (partition === Aws.PARTITION) throw new Error('Stacks are synthesized for a region that is known');
  const everywhereElse = partition !== 'aws-cn';
  return { tracesFunctions: everywhereElse, guardsLoops: everywhereElse };
}

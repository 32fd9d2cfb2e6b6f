import { z } from 'zod';
import { byName, defineKind, inert } from '../resource-kind.ts';

/** AWS::Lambda::EventSourceMapping: a queue or the table's stream to a function. */
export const mappingKind = defineKind({
  type: 'AWS::Lambda::EventSourceMapping',
  ref: byName,
  attributes: {},
  properties: z.strictObject({
    EventSourceArn: z.string(),
    FunctionName: z.string(),
    Enabled: z.literal(true).optional(),
    BatchSize: z.int().optional(),
    FilterCriteria: z.strictObject({ Filters: z.array(z.strictObject({ Pattern: z.string() })) }).optional(),
    FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
    BisectBatchOnFunctionError: z.boolean().default(false),
    MaximumRetryAttempts: z.int().default(-1),
    MaximumRecordAgeInSeconds: z.int().default(-1),
    DestinationConfig: z.strictObject({ OnFailure: z.strictObject({ Destination: z.string() }) }).optional(),
    StartingPosition: z.enum(['TRIM_HORIZON', 'LATEST']).optional(),
    // Inert here: batches are delivered at once, one at a time.
    MaximumBatchingWindowInSeconds: inert,
    ParallelizationFactor: inert,
    ScalingConfig: inert,
    Tags: inert,
  }),
});

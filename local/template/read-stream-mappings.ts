import type { OpenTemplates } from './open-template.ts';
import { mappingKind } from './resources/event-source-mapping.ts';

/** A function that is given the table's stream. */
export interface StreamMapping {
  functionName: string;
  batchSize: number;
  /** Parsed filter patterns; a record passes when any of them matches, or when there is none. */
  filters: unknown[];
  bisect: boolean;
  /** −1 = until the records expire. */
  maxRetries: number;
  /** Seconds; −1 = until the records expire. */
  maxAgeSeconds: number;
  partial: boolean;
  onFailureArn?: string;
}

export function readStreamMappings(templates: OpenTemplates): StreamMapping[] {
  return templates
    .find(mappingKind)
    .filter(({ properties }) => properties.EventSourceArn.split(':')[2] === 'dynamodb')
    .map(({ logicalId, properties }) => {
      if (properties.StartingPosition === undefined)
        throw new Error(`${logicalId}: StartingPosition is missing`);
      const onFailure = properties.DestinationConfig?.OnFailure.Destination;
      return {
        functionName: properties.FunctionName,
        batchSize: properties.BatchSize ?? 100,
        filters: (properties.FilterCriteria?.Filters ?? []).map(({ Pattern }): unknown =>
          JSON.parse(Pattern),
        ),
        bisect: properties.BisectBatchOnFunctionError,
        maxRetries: properties.MaximumRetryAttempts,
        maxAgeSeconds: properties.MaximumRecordAgeInSeconds,
        partial: properties.FunctionResponseTypes.includes('ReportBatchItemFailures'),
        ...(onFailure !== undefined && { onFailureArn: onFailure }),
      };
    });
}

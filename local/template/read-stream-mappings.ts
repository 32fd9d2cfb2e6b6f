import type { StreamMapping } from '../streams/serve-mapping.ts';
import type { OpenTemplates } from './open-template.ts';
import { mappingKind } from './resources/event-source-mapping.ts';

/** Mappings of the table's stream. */
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

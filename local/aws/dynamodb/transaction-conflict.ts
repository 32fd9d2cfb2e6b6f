import type { Forwarded } from './forward.ts';
import type { Json } from './request-shape.ts';

const conflict = 'Transaction is ongoing for the item';

/** AWS's answer when another transaction holds one of the items, a thing that DynamoDB Local never says. */
export function refuseAsConflict(operation: string, body: Json): Forwarded {
  const namespace = 'com.amazonaws.dynamodb.v20120810#';
  const parts = operation === 'TransactWriteItems' ? (body['TransactItems'] as unknown[]).length : 0;
  const reasons = Array.from({ length: parts }, (_part, index) =>
    index === 0 ? { Code: 'TransactionConflict', Message: conflict } : { Code: 'None' },
  );
  const codes = reasons.map(({ Code }) => Code).join(', ');
  const answer =
    parts === 0
      ? { __type: `${namespace}TransactionConflictException`, message: conflict }
      : {
          __type: `${namespace}TransactionCanceledException`,
          Message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
          CancellationReasons: reasons,
        };
  return {
    status: 400,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: Buffer.from(JSON.stringify(answer)),
  };
}

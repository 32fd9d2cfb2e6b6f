import type { Forwarded } from './forward.ts';
import type { Json } from './request-shape.ts';

const conflict = 'Transaction is ongoing for the item';
const namespace = 'com.amazonaws.dynamodb.v20120810#';

const refuse = (answer: object): Forwarded => ({
  status: 400,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: Buffer.from(JSON.stringify(answer)),
});

/** A transaction given up because of its first item. @param Code as AWS gives it among the cancellation reasons */
export function cancelTransaction(body: Json, Code: string, Message: string): Forwarded {
  const parts = (body['TransactItems'] as unknown[]).length;
  const reasons = Array.from({ length: parts }, (_part, index) =>
    index === 0 ? { Code, Message } : { Code: 'None' },
  );
  const codes = reasons.map((reason) => reason.Code).join(', ');
  return refuse({
    __type: `${namespace}TransactionCanceledException`,
    Message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    CancellationReasons: reasons,
  });
}

/** AWS's answer when another transaction holds one of the items, a thing that DynamoDB Local never says. */
export function refuseAsConflict(operation: string, body: Json): Forwarded {
  if (operation === 'TransactWriteItems') return cancelTransaction(body, 'TransactionConflict', conflict);
  return refuse({ __type: `${namespace}TransactionConflictException`, message: conflict });
}

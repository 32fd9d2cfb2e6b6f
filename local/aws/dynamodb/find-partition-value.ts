import { type Json, UnreadableRequest } from './request-shape.ts';

const wordOrSign = /[#:]?[A-Za-z0-9_.-]+|<=|>=|<>|[=<>(),]/g;

/** Both sides of every `a = b` in an expression. */
function readEqualities(expression: string): [left: string, right: string][] {
  const words = expression.match(wordOrSign) ?? [];
  return words.flatMap((word, index): [string, string][] =>
    word === '=' ? [[words[index - 1] ?? '', words[index + 1] ?? '']] : [],
  );
}

/**
 * Value that a Query's key condition demands of the partition key.
 * @throws UnreadableRequest when the condition has no equality for it, or is given in the legacy form
 */
export function findPartitionValue(request: Json, partitionKey: string): unknown {
  if (request['KeyConditions'] !== undefined) throw new UnreadableRequest('KeyConditions is not supported');
  const names = (request['ExpressionAttributeNames'] ?? {}) as Json;
  const values = (request['ExpressionAttributeValues'] ?? {}) as Json;
  const isKey = (word: string) => (word.startsWith('#') ? names[word] : word) === partitionKey;
  const equality = readEqualities(String(request['KeyConditionExpression'] ?? '')).find((sides) =>
    sides.some(isKey),
  );
  const value = values[equality?.find((side) => !isKey(side)) ?? ''];
  if (value === undefined)
    throw new UnreadableRequest(`The key condition names no value for ${partitionKey}`);
  return value;
}

import { asList, asObject, type Json } from '../aws/dynamodb/request-shape.ts';
import type { Touch } from './capacity-units.ts';
import type { WireItem } from './item-bytes.ts';

/** A touch, with the keys of the items that it is about. */
export interface NamedTouch {
  readonly keys: readonly WireItem[];
  readonly touch: Touch;
}

/** One item before and after the request. */
interface Images {
  readonly before: WireItem | undefined;
  readonly after: WireItem | undefined;
}

const readOnly = ['GetItem', 'BatchGetItem', 'Query'];
const partial = ['ProjectionExpression', 'FilterExpression', 'Select'];

const keyOf = (names: readonly string[], item: Json): WireItem =>
  Object.fromEntries(names.map((name) => [name, item[name] as WireItem[string]]));

/** The single writes and conditions that a request is made of, each with what it is called. */
const partsOf = (operation: string, body: Json): readonly (readonly [string, Json])[] => {
  switch (operation) {
    case 'PutItem':
    case 'UpdateItem':
    case 'DeleteItem':
      return [[operation.replace('Item', ''), body]];
    case 'BatchWriteItem':
      return Object.values(asObject(body['RequestItems'], 'RequestItems')).flatMap((entries) =>
        asList(entries, 'RequestItems').flatMap((entry) =>
          Object.entries(asObject(entry, 'A write request')).map(
            ([kind, part]) => [kind.replace('Request', ''), part as Json] as const,
          ),
        ),
      );
    case 'TransactWriteItems':
      return asList(body['TransactItems'], 'TransactItems').flatMap((item) =>
        Object.entries(asObject(item, 'A transaction part')).map(
          ([kind, part]) => [kind, part as Json] as const,
        ),
      );
    default:
      return [];
  }
};

const partKey = (names: readonly string[], part: Json): WireItem =>
  keyOf(names, (part['Item'] ?? part['Key']) as Json);

/** Keys of the items whose images a request needs to be weighed; none for one that only reads. */
export const writtenKeys = (names: readonly string[], operation: string, body: Json): readonly WireItem[] =>
  partsOf(operation, body).map(([, part]) => partKey(names, part));

/** What a request that only reads has touched. @throws when its answer does not show everything that it read */
const readTouches = (names: readonly string[], operation: string, body: Json, answer: Json): NamedTouch[] => {
  if (partial.some((member) => body[member] !== undefined))
    throw new Error(`${operation} with ${partial.join(' or ')} cannot be weighed by its answer`);
  const consistencyOf = (request: Json) => (request['ConsistentRead'] === true ? 'strong' : 'eventual');
  const touched = (
    items: readonly WireItem[],
    missing: number,
    rounded: 'each' | 'page',
    request: Json,
  ): NamedTouch => ({
    keys: items.map((item) => keyOf(names, item)),
    touch: { kind: 'read', items, rounded, missing, consistency: consistencyOf(request) },
  });
  if (operation === 'GetItem') {
    const item = answer['Item'] as WireItem | undefined;
    const seen = touched(item ? [item] : [], item ? 0 : 1, 'each', body);
    return [{ ...seen, keys: [keyOf(names, body['Key'] as Json)] }];
  }
  if (operation === 'Query') return [touched(answer['Items'] as WireItem[], 0, 'page', body)];
  return Object.entries(asObject(body['RequestItems'], 'RequestItems')).map(([table, request]) => {
    const items = asObject(answer['Responses'], 'Responses')[table] as WireItem[];
    const asked = asList(asObject(request, table)['Keys'], 'Keys').length;
    return touched(items, asked - items.length, 'each', request as Json);
  });
};

/**
 * What a request has touched in the table.
 * @param names attributes of the table's key
 * @param images of the items that it writes or sets conditions on, in the order of `writtenKeys`
 */
export const readTouchesOf = (
  names: readonly string[],
  operation: string,
  body: Json,
  answer: Json,
  images: readonly Images[],
): readonly NamedTouch[] => {
  if (readOnly.includes(operation)) return readTouches(names, operation, body, answer);
  const transactional = operation === 'TransactWriteItems';
  return partsOf(operation, body).map(([kind, part], at) => {
    const { before, after } = images[at] ?? { before: undefined, after: undefined };
    return {
      keys: [partKey(names, part)],
      touch:
        kind === 'ConditionCheck'
          ? { kind: 'check', item: before }
          : { kind: 'write', before, after, transactional },
    };
  });
};

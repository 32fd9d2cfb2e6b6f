import { findPartitionValue } from './find-partition-value.ts';
import { asList, asObject, type Json, scalarOf, UnreadableRequest } from './request-shape.ts';

/** Attribute name of each partition key: the table's own and those of its indexes. */
export interface KeyLayout {
  readonly table: string;
  readonly partitionKey: string;
  readonly indexes: Readonly<Record<string, string>>;
}

/** One permission that an operation needs. */
export interface Access {
  readonly action: string;
  /** `table/<name>` or `table/<name>/index/<index>` */
  readonly resource: string;
  /** Values of the partition keys touched; undefined when the operation names none (Scan, DescribeTable). */
  readonly leadingKeys?: readonly string[];
  readonly enclosing?: string;
}

/** Judges one DynamoDB operation against the layouts of the tables that exist. */
export class AccessReader {
  readonly #layouts: ReadonlyMap<string, KeyLayout>;

  constructor(layouts: readonly KeyLayout[]) {
    this.#layouts = new Map(layouts.map((layout) => [layout.table, layout]));
  }

  /** @throws UnreadableRequest */
  read(operation: string, body: Json): Access[] {
    const readers: Record<string, (request: Json) => Access[]> = {
      GetItem: (request) => [this.#single('GetItem', request, 'Key')],
      PutItem: (request) => [this.#single('PutItem', request, 'Item')],
      UpdateItem: (request) => [this.#single('UpdateItem', request, 'Key')],
      DeleteItem: (request) => [this.#single('DeleteItem', request, 'Key')],
      Query: (request) => [this.#query(request)],
      BatchGetItem: (request) => this.#batchGet(request),
      BatchWriteItem: (request) => this.#batchWrite(request),
      TransactGetItems: (request) => this.#transaction(operation, request),
      TransactWriteItems: (request) => this.#transaction(operation, request),
    };
    const reader = readers[operation];
    if (reader !== undefined) return reader(body);
    const index = typeof body['IndexName'] === 'string' ? `/index/${body['IndexName']}` : '';
    const table = typeof body['TableName'] === 'string' ? body['TableName'] : '*';
    return [{ action: `dynamodb:${operation}`, resource: `table/${table}${index}` }];
  }

  #layout(tableName: unknown): KeyLayout {
    const layout = this.#layouts.get(String(tableName));
    if (layout === undefined)
      throw new UnreadableRequest(`Table ${String(tableName)} is not in the template`);
    return layout;
  }

  #leadingKey(layout: KeyLayout, key: unknown): string {
    return scalarOf(asObject(key, 'Key')[layout.partitionKey]);
  }

  #single(action: string, request: Json, keyField: string): Access {
    const layout = this.#layout(request['TableName']);
    const leadingKeys = [this.#leadingKey(layout, request[keyField])];
    return { action: `dynamodb:${action}`, resource: `table/${layout.table}`, leadingKeys };
  }

  #query(request: Json): Access {
    const layout = this.#layout(request['TableName']);
    const index = request['IndexName'];
    if (index === undefined) return this.#queried(request, `table/${layout.table}`, layout.partitionKey);
    const partitionKey = layout.indexes[String(index)];
    if (partitionKey === undefined)
      throw new UnreadableRequest(`Index ${String(index)} is not in the template`);
    return this.#queried(request, `table/${layout.table}/index/${String(index)}`, partitionKey);
  }

  #queried(request: Json, resource: string, partitionKey: string): Access {
    const value = findPartitionValue(request, partitionKey);
    return { action: 'dynamodb:Query', resource, leadingKeys: [scalarOf(value)] };
  }

  #batchGet(request: Json): Access[] {
    return Object.entries(asObject(request['RequestItems'], 'RequestItems')).map(([table, given]) => {
      const layout = this.#layout(table);
      const keys = asList(asObject(given, table)['Keys'], 'Keys');
      const leadingKeys = keys.map((key) => this.#leadingKey(layout, key));
      return { action: 'dynamodb:BatchGetItem', resource: `table/${table}`, leadingKeys };
    });
  }

  #batchWrite(request: Json): Access[] {
    return Object.entries(asObject(request['RequestItems'], 'RequestItems')).map(([table, given]) => {
      const layout = this.#layout(table);
      const leadingKeys = asList(given, table).map((entry) => {
        const { PutRequest, DeleteRequest } = asObject(entry, 'A write request');
        const key =
          PutRequest === undefined
            ? asObject(DeleteRequest, 'DeleteRequest')['Key']
            : asObject(PutRequest, 'PutRequest')['Item'];
        return this.#leadingKey(layout, key);
      });
      return { action: 'dynamodb:BatchWriteItem', resource: `table/${table}`, leadingKeys };
    });
  }

  /** Each part of a transaction is judged as the operation it stands for. */
  #transaction(enclosing: string, request: Json): Access[] {
    const actions: Record<string, [action: string, keyField: string]> = {
      Get: ['GetItem', 'Key'],
      Put: ['PutItem', 'Item'],
      Update: ['UpdateItem', 'Key'],
      Delete: ['DeleteItem', 'Key'],
      ConditionCheck: ['ConditionCheckItem', 'Key'],
    };
    return asList(request['TransactItems'], 'TransactItems').flatMap((item) =>
      Object.entries(asObject(item, 'A transaction part')).map(([kind, part]) => {
        const [action, keyField] = actions[kind] ?? [];
        if (action === undefined || keyField === undefined)
          throw new UnreadableRequest(`Unknown part ${kind}`);
        return { ...this.#single(action, asObject(part, kind), keyField), enclosing };
      }),
    );
  }
}

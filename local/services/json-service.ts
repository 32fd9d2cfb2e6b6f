import type { z } from 'zod';
import type { AwsService } from '../contract.ts';

/** An error as the service names it; `type` is what the SDK turns into the exception's name. */
export class ServiceRefusal extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

/** One operation of a JSON-protocol service, its request's type already forgotten. */
export interface JsonOperation {
  /** Where it is not the operation's own name. */
  action?: string;
  resource(body: unknown): string;
  run(body: unknown): unknown;
}

/** An operation whose request is parsed by a strict schema: a member that is not implemented is refused by name. */
export function jsonOperation<Request>(
  schema: z.ZodType<Request>,
  operation: {
    action?: string;
    resource(request: NoInfer<Request>): string;
    run(request: NoInfer<Request>): unknown;
  },
): JsonOperation {
  return {
    ...(operation.action !== undefined && { action: operation.action }),
    resource(body) {
      const parsed = schema.safeParse(body);
      return parsed.success ? operation.resource(parsed.data) : '*';
    },
    run(body) {
      const parsed = schema.safeParse(body);
      if (parsed.success) return operation.run(parsed.data);
      const [issue] = parsed.error.issues;
      const where = issue?.path.join('.') ?? '';
      throw new ServiceRefusal('ValidationException', `${where}${where && '：'}${issue?.message}`);
    },
  };
}

/** A service that answers by a table of operations; anything not in it is refused by name. */
export function createJsonService(
  targetPrefix: string,
  actionPrefix: string,
  operations: Record<string, JsonOperation>,
): AwsService {
  const find = (name: string) => (Object.hasOwn(operations, name) ? operations[name] : undefined);
  return {
    targetPrefix,
    iamAction: (name) => `${actionPrefix}:${find(name)?.action ?? name}`,
    iamResource: (name, body) => find(name)?.resource(body) ?? '*',
    async handle(name, body) {
      const operation = find(name);
      const unknown = `内置运行环境不支持 ${actionPrefix}:${name}`;
      if (!operation) return { status: 400, body: { __type: 'UnknownOperationException', message: unknown } };
      try {
        return { status: 200, body: (await operation.run(body)) ?? {} };
      } catch (cause) {
        if (!(cause instanceof ServiceRefusal)) throw cause;
        return { status: 400, body: { __type: cause.type, message: cause.message } };
      }
    },
  };
}

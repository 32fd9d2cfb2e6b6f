import * as z from 'zod/mini';
import { problem } from '#shared/contracts/common.ts';
import type { OperationContract } from '#shared/contracts/operation-contract.ts';
import { contracts } from '#shared/contracts/operation-contracts.ts';
import { type OperationRoute, operations } from '#shared/contracts/operations.ts';
import { refusals } from '#shared/kernel/refusal.ts';

type Schema = Record<string, unknown>;

const schemaOf = (type: z.ZodMiniType, io: 'input' | 'output'): Schema => {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any' }) as Schema;
  return schema;
};

const json = (schema: Schema) => ({ 'application/json': { schema } });
const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

const header = (name: string, description: string) => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
});

const fieldsOf = (type: z.ZodMiniType | undefined, where: 'path' | 'query') => {
  if (!type) return [];
  const schema = schemaOf(type, 'input') as { properties?: Schema; required?: string[] };
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || (schema.required ?? []).includes(name),
    schema: property,
  }));
};

const parametersOf = (route: OperationRoute, contract: OperationContract) => [
  ...(route.access === 'membership' ? [header('X-Membership', '以哪个任职办理，见 GET /v1/me')] : []),
  ...(contract.keyed ? [header('Idempotency-Key', '8～128 位唯一标识；重试时保持不变')] : []),
  ...(contract.matched ? [header('If-Match', '所见版本号（ETag）')] : []),
  ...fieldsOf(contract.params, 'path'),
  ...fieldsOf(contract.query, 'query'),
];

/** Bytes have no schema in OpenAPI 3.1: the media type says it all. */
const answerOf = ({ file, answer }: OperationContract) =>
  file === undefined ? json(schemaOf(answer, 'output')) : { [file]: {} };

const operationOf = (route: OperationRoute, contract: OperationContract) => ({
  operationId: route.id,
  summary: contract.summary,
  tags: [route.context],
  ...(route.access === 'public' ? {} : { security: [{ bearer: [] }] }),
  parameters: parametersOf(route, contract),
  ...(contract.body
    ? { requestBody: { required: true, content: json(schemaOf(contract.body, 'input')) } }
    : {}),
  responses: {
    [contract.status]: { description: '成功', content: answerOf(contract) },
    default: { description: '问题说明（RFC 9457），code 见 Problem', content: problemContent },
  },
});

const problemSchema = (): Schema => ({
  ...schemaOf(problem, 'output'),
  description: Object.entries(refusals)
    .map(([code, { status, title }]) => `- \`${code}\`（${status}）：${title}`)
    .join('\n'),
});

/** The OpenAPI 3.1 document of every operation under `/v1`, from the contracts that the handlers check against. */
export const buildOpenapi = (serverUrl: string) => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of operations) {
    const entry = paths[route.path] ?? {};
    entry[route.method.toLowerCase()] = operationOf(route, contracts[route.id]);
    paths[route.path] = entry;
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '云网通接口',
      version: '1',
      description: '政务云与电子政务外网业务协同。时间为 ISO 8601，金额为整数分，期限按上海时区。',
    },
    servers: [{ url: serverUrl }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Problem: problemSchema() },
    },
  };
};

export type OpenapiDocument = ReturnType<typeof buildOpenapi>;

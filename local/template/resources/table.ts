import { z } from 'zod';
import { arnOf, byName, defineKind, inert } from '../resource-kind.ts';

const keySchema = z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const projection = z.strictObject({
  ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
  NonKeyAttributes: z.array(z.string()).optional(),
});
const index = z.strictObject({ IndexName: z.string(), KeySchema: keySchema, Projection: projection });

/** AWS::DynamoDB::Table on DynamoDB Local. */
export const tableKind = defineKind({
  type: 'AWS::DynamoDB::Table',
  nameProperty: 'TableName',
  ref: byName,
  attributes: {
    Arn: (table) => arnOf(table, 'dynamodb', `table/${table.name}`),
    // DynamoDB Local names its streams itself; the poller asks for the real one, policies only need a name.
    StreamArn: (table) => arnOf(table, 'dynamodb', `table/${table.name}/stream/local`),
  },
  properties: z.strictObject({
    TableName: z.string().optional(),
    AttributeDefinitions: z.array(
      z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
    ),
    KeySchema: keySchema,
    BillingMode: z.literal('PAY_PER_REQUEST'),
    GlobalSecondaryIndexes: z.array(index).default([]),
    StreamSpecification: z
      .strictObject({ StreamViewType: z.enum(['NEW_AND_OLD_IMAGES', 'NEW_IMAGE', 'OLD_IMAGE', 'KEYS_ONLY']) })
      .optional(),
    TimeToLiveSpecification: z.strictObject({ AttributeName: z.string(), Enabled: z.boolean() }).optional(),
    DeletionProtectionEnabled: z.boolean().default(false),
    // Inert here: backups, encryption, insight and billing tags have no local counterpart.
    PointInTimeRecoverySpecification: inert,
    ContributorInsightsSpecification: inert,
    SSESpecification: inert,
    TableClass: inert,
    Tags: inert,
  }),
});

export type TableProperties = z.infer<typeof tableKind.properties>;

import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Certificates, PublicCertificate, ReclamationRef } from '../app/ports.ts';
import { fileKey, publicKey } from './reclamation-shape.ts';

type Client = Pick<DynamoDBDocumentClient, 'send'>;

const numbersItem = z.object({ taken: z.int() });
const fileItem = z.object({ content: z.string() });
const publicItem = z.object({
  title: z.string(),
  number: z.string(),
  organisation: z.string(),
  systemName: z.string(),
  provider: z.string(),
  resources: z.array(z.string()),
  reclaimedAt: z.string(),
  issuedAt: z.string(),
  digest: z.string(),
  revokedAt: z.exactOptional(z.string()),
});

/** Certificates as the system issues and revokes them. */
export const createCertificates = (client: Client, table: string): Certificates => ({
  takeSerial: async (city, year) => {
    const { Attributes } = await client.send(
      new UpdateCommand({
        TableName: table,
        Key: { pk: `T#${city}/_city#NUMBERS`, sk: `CERTIFICATES#${year}` },
        UpdateExpression: 'ADD taken :one',
        ExpressionAttributeValues: { ':one': 1 },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return numbersItem.parse(Attributes).taken;
  },
  revoke: async ({ certificate }) => {
    if (!certificate?.revoked) throw new Error('only a revoked certificate is shown as such');
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: publicKey(certificate.number, certificate.code),
        UpdateExpression: 'SET revokedAt = :at',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':at': certificate.revoked.at },
      }),
    );
  },
});

/** The issued file, for whoever may see its reclamation. */
export const createFileReader =
  (client: Client, table: string) =>
  async (ref: ReclamationRef): Promise<string | undefined> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: fileKey(ref), ConsistentRead: true }),
    );
    return Item && fileItem.parse(Item).content;
  };

/** What a paper says, for whoever holds it: undefined for a wrong number as for a wrong code. */
export const createCertificateReader =
  (client: Client, table: string) =>
  async (number: string, code: string): Promise<PublicCertificate | undefined> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: publicKey(number, code), ConsistentRead: true }),
    );
    return Item && publicItem.parse(Item);
  };

import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { OperationContract } from '#shared/contracts/operation-contract.ts';
import { contracts } from '#shared/contracts/operation-contracts.ts';
import { carriedFiles, quotaNameOf } from '#shared/contracts/quotas.ts';

interface Schema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** Fields of a body, in whichever of its forms, that hold bytes. */
const fieldsWithBytes = ({ properties = {}, anyOf = [], oneOf = [] }: Schema): string[] => [
  ...Object.keys(properties).filter((name) => JSON.stringify(properties[name]).includes('"base64"')),
  ...[...anyOf, ...oneOf].flatMap(fieldsWithBytes),
];

describe('files that come with a request', () => {
  it('are known wherever a contract takes them', () => {
    const taking = Object.entries(contracts as Readonly<Record<string, OperationContract>>).flatMap(
      ([id, { body }]) =>
        body
          ? fieldsWithBytes(z.toJSONSchema(body, { io: 'input' }) as Schema).map((field) => [id, field])
          : [],
    );
    expect(Object.fromEntries(taking)).toEqual(carriedFiles);
  });

  it('count under one name, and a request without one for nothing', () => {
    expect(quotaNameOf('performObligation', { statement: '已部署。', file: {} })).toBe('uploads');
    expect(quotaNameOf('performObligation', { statement: '已部署。' })).toBeUndefined();
    expect(quotaNameOf('computeBill', {})).toBe('computeBill');
    expect(quotaNameOf('createCase', {})).toBeUndefined();
  });
});

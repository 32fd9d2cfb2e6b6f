import * as z from 'zod/mini';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { tenantId } from '#shared/kernel/tenant-id.ts';
import type { AggregateShape } from '#shared/table/aggregate-shape.ts';
import type { LetterRef } from '../app/ports.ts';
import type { DepartmentLetter } from '../domain/letter.ts';
import { doer, named } from './order-shape.ts';

const letterItem = z.object({
  tenant: tenantId,
  organisation: named,
  signatures: z.array(
    z.object({
      version: z.int(),
      digest: z.string(),
      at: z.string(),
      by: doer,
      byLink: z.exactOptional(z.literal(true)),
      scan: z.exactOptional(
        z.object({ fileName: z.string(), type: z.enum(['pdf', 'png', 'jpg']), sha256: z.string() }),
      ),
    }),
  ),
});

const partition = ({ tenant, organisation }: LetterRef): string => `T#${tenant}#LT#${organisation}`;

export const lettersOf = (tenant: TenantId): string => `T#${tenant}#LETTERS`;

/** 责任书 of a department; a sealed scan's bytes lie apart and are put once. */
export const letterShape = (scan?: {
  readonly version: number;
  readonly content: Uint8Array;
}): AggregateShape<LetterRef, DepartmentLetter> => ({
  partitionOf: partition,
  idOf: ({ organisation }) => organisation,
  split: (letter) => ({ header: letter, parts: {} }),
  join: (header) => letterItem.parse(header),
  rowsOf: ({ tenant, organisation }) => ({ g3pk: lettersOf(tenant), g3sk: organisation }),
  beside: ({ ref }, table) =>
    scan
      ? [
          {
            name: 'other',
            item: {
              Put: {
                TableName: table,
                Item: {
                  pk: partition(ref),
                  sk: `SCAN#${String(scan.version).padStart(6, '0')}`,
                  content: scan.content,
                },
                ConditionExpression: 'attribute_not_exists(pk)',
              },
            },
          },
        ]
      : [],
});

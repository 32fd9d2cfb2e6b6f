import { z } from 'zod';
import { AwsError } from '../aws/errors.ts';
import { denied } from './refuse-s3.ts';

const policySchema = z.strictObject({
  expiration: z.iso.datetime(),
  conditions: z.array(
    z.union([
      z.tuple([z.literal('content-length-range'), z.int(), z.int()]),
      z.tuple([z.enum(['eq', 'starts-with']), z.string().startsWith('$'), z.string()]),
      z.record(z.string(), z.string()),
    ]),
  ),
});
type Condition = z.infer<typeof policySchema>['conditions'][number];

const violated = (why: string): AwsError => denied(`Invalid according to Policy: ${why}`);

/** Form fields that no condition need name. */
const unconditioned = new Set(['bucket', 'policy', 'x-amz-signature', 'file']);

const readPolicy = (encoded: string) => {
  try {
    return policySchema.parse(JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')));
  } catch {
    throw new AwsError(
      'InvalidPolicyDocument',
      'The policy is malformed or holds what is not supported here',
    );
  }
};

interface Check {
  readonly field: string;
  readonly holds: (value: string) => boolean;
}

const checksOf = (condition: Condition): Check[] => {
  if (!Array.isArray(condition))
    return Object.entries(condition).map(([name, wanted]) => ({
      field: name.toLowerCase(),
      holds: (value) => value === wanted,
    }));
  const [how, name, wanted] = condition;
  if (how === 'content-length-range') return [];
  const holds = (value: string) => (how === 'eq' ? value === wanted : value.startsWith(wanted));
  return [{ field: name.slice(1).toLowerCase(), holds }];
};

const demandLength = (conditions: readonly Condition[], size: number): void => {
  for (const condition of conditions) {
    if (!Array.isArray(condition) || condition[0] !== 'content-length-range') continue;
    if (size < condition[1])
      throw new AwsError('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size');
    if (size > condition[2])
      throw new AwsError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
  }
};

/**
 * Checks an upload against its policy as S3 does: in time, every condition met, no field that no condition names.
 * @param fields by lower-case name
 */
export function demandPolicy(
  encoded: string,
  fields: ReadonlyMap<string, string>,
  size: number,
  nowMs: number,
): void {
  const { expiration, conditions } = readPolicy(encoded);
  if (Date.parse(expiration) < nowMs) throw violated('Policy expired.');
  const checks = conditions.flatMap(checksOf);
  for (const { field, holds } of checks)
    if (!holds(fields.get(field) ?? '')) throw violated(`Policy Condition failed: ${field}`);
  const named = new Set(checks.map(({ field }) => field));
  for (const field of fields.keys())
    if (!named.has(field) && !unconditioned.has(field)) throw violated(`Extra input fields: ${field}`);
  demandLength(conditions, size);
}

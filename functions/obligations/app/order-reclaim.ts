import { createHash } from 'node:crypto';
import { encodeTime } from 'ulid';
import type { ReclamationForLifecycle } from '#functions/reclamation/ports/reclamation-for-lifecycle.ts';
import type { RegistryWriter } from '#functions/registry/ports/registry-for-processes.ts';
import { nodeOf } from '#shared/kernel/tenant.ts';
import type { Obligation, orderedReclaim } from '../domain/obligation-state.ts';

export type OpenReclamation = ReclamationForLifecycle['open'];

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const timeLength = 10;
const ownLength = 16;

/** The reclamation that a decision begins: by its time, and the same however often it is asked for. */
export const reclamationIdOf = ({ tenant, obligationId }: Obligation, decidedAt: string): string => {
  const own = createHash('sha256').update(obligationId).digest().subarray(0, ownLength);
  const letters = [...own].map((byte) => alphabet[byte % alphabet.length]).join('');
  return `${nodeOf(tenant)}.${encodeTime(Date.parse(decidedAt), timeLength)}${letters}`;
};

/**
 * 决定收回 carried into a reclamation of the batch's resources; who decided and why go with it. Answers whether there is one:
 * not where another has them already.
 */
export const orderReclaim = async (
  { registry, reclaim }: { readonly registry: RegistryWriter; readonly reclaim: OpenReclamation },
  obligation: Obligation,
  ordered: NonNullable<ReturnType<typeof orderedReclaim>>,
): Promise<boolean> => {
  const { tenant, systemId, orderId, batch, ruleVersion } = obligation;
  const rows = await registry.resourcesOf({ tenant, systemId });
  return reclaim({
    tenant,
    reclamationId: reclamationIdOf(obligation, ordered.at),
    systemId,
    cause: 'overdueGoLive',
    decision: { at: ordered.at, by: ordered.by, reason: ordered.text },
    resourceIds: rows
      .filter((resource) => resource.caseId === orderId && resource.batch === batch)
      .map(({ resourceId }) => resourceId),
    ruleVersion,
  });
};

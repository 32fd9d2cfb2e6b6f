import { derivedId } from '#shared/kernel/derived-id.ts';
import { type LocalDate, shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { type OpeningServices, openFor } from './open-reclamation.ts';

/** A batch that has come into use. */
export interface LateBatch {
  readonly tenant: TenantId;
  readonly systemId: string;
  readonly orderId: string;
  readonly batch: number;
  readonly approvedAt: string;
}

const dayOf = (at: string): LocalDate => shanghaiDateOf(new Date(at));
const laterOf = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);

/**
 * What was opened after the shutdown of its system had been approved. Its work order was with the provider already, which
 * no refusal reaches in time; so it is taken back like the rest, by the same decision.
 */
export const takeAlong = async (services: OpeningServices, late: LateBatch): Promise<void> => {
  const { tenant, systemId, orderId, batch, approvedAt } = late;
  const { closing } = await services.claims.of({ tenant, systemId });
  // What was approved behind the shutdown is wanted anew.
  if (!closing || approvedAt > closing.decision.at) return;
  const rows = await services.registry.resourcesOf({ tenant, systemId });
  const own = rows.filter((row) => row.caseId === orderId && row.batch === batch);
  const [first] = own;
  if (!first) return;
  const resourceIds = own.map(({ resourceId }) => resourceId);
  const reclamationId = derivedId(orderId, `late ${batch}`);
  const opened = await openFor(services, {
    ...{ tenant, reclamationId, systemId, cause: 'shutdown', ...closing, resourceIds },
    // Nothing is taken back, nor its bill ended, before it was there.
    actFrom: laterOf(dayOf(closing.decision.at), dayOf(first.openedAt)),
  });
  if (!opened) return;
  await services.registry.note({ tenant, systemId }, [
    {
      id: `${reclamationId}-late`,
      stage: 'exit',
      at: first.openedAt,
      text: `关停批准后开通的第 ${batch} 批一并回收`,
      caseId: closing.caseId,
    },
  ]);
};
